import { describe, expect, it } from 'vitest'
import { createImportSession } from './importSession.ts'
import { unpackTape } from '../../tapes/packedTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import type { ImportReply } from './protocol.ts'

/** A session whose posts are cloned as a worker's are. */
function session(): { replies: ImportReply[]; session: ReturnType<typeof createImportSession> } {
  const replies: ImportReply[] = []
  return { replies, session: createImportSession({ post: (reply) => replies.push(structuredClone(reply)) }) }
}
const file = (rows: number): Blob => new Blob([`time,open,high,low,close\n${Array.from({ length: rows }, (_, i) => `${1583971200 + i * 60},10,12,9,11.5\n`).join('')}`])
const read = (id: number, blob: Blob, name = 'Binance_BTCUSDT_1h.csv') => ({ id, type: 'read', file: blob, name, mapping: undefined, instrument: undefined }) as const

describe('createImportSession', () => {
  it('reads a file: progress, then what was found and the tape, which survives the way to the other thread', async () => {
    const { replies, session: one } = session()
    one.receive(read(1, file(60_000)))
    await one.idle()
    expect(replies.map((reply) => reply.type)).toEqual(['progress', 'progress', 'read'])
    const done = replies.at(-1)
    if (done?.type !== 'read') throw new Error('not read')
    const tape = await unpackTape(done.part.tape)
    expect([done.part.name, done.part.instrument, tape?.time.length, done.report.rows]).toEqual(['Binance_BTCUSDT_1h.csv', 'BTCUSDT', 60_000, 60_000])
    expect(tape?.series[0]?.close[59_999]).toBe(11.5)
    expect(done.part.checksum).toBe(tape === undefined ? '' : tapeHash(tape))
  })

  it('uses the mapping and the name it is given', async () => {
    const { replies, session: one } = session()
    one.receive(read(1, file(3)))
    await one.idle()
    const first = replies.at(-1)
    if (first?.type !== 'read') throw new Error('not read')
    const mapping = { ...first.mapping, columns: ['time', 'ignored', 'ignored', 'ignored', 'close'] as const }
    one.receive({ ...read(2, file(3)), mapping, instrument: 'MINE' })
    await one.idle()
    const second = replies.at(-1)
    expect(second?.type === 'read' && [second.part.instrument, second.part.tape.header.candlePath, second.mapping.columns]).toEqual(['MINE', 'close-only', mapping.columns])
  })

  it('refuses in words, with what was detected where a mapping could help', async () => {
    const { replies, session: one } = session()
    one.receive(read(1, new Blob([''])))
    one.receive(read(2, new Blob(['when,alpha,beta\n2020-01-01,1,2\n'])))
    await one.idle()
    expect(replies[0]).toMatchObject({ id: 1, type: 'refused', message: 'The file is empty. Choose a CSV file of candles or closing prices.', detection: undefined })
    expect(replies[1]).toMatchObject({ id: 2, type: 'refused', message: 'No column holds the closing price. Choose which one does.', detection: { names: ['when', 'alpha', 'beta'] } })
  })

  it('cancels the file being read and one that waits, and reads the next', async () => {
    const { replies, session: one } = session()
    one.receive(read(1, file(200_000)))
    one.receive(read(2, file(10)))
    one.receive(read(3, file(10)))
    one.receive({ id: 4, type: 'cancel', target: 2 })
    one.receive({ id: 5, type: 'cancel', target: 1 })
    await one.idle()
    expect(replies.filter((reply) => reply.type !== 'progress').map((reply) => [reply.id, reply.type])).toEqual([[1, 'cancelled'], [2, 'cancelled'], [3, 'read']])
  })
})
