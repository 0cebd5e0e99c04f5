import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { createImportSession } from '../../workers/import/importSession.ts'
import type { ImportReply } from '../../workers/import/protocol.ts'
import { runText } from '../testing/runText.ts'

const folder = mkdtempSync(join(tmpdir(), 'bulkhead-tape-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file in the folder; its path. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const T = Date.UTC(2025, 9, 10, 20)
const bars = (from: number, count: number, volume: string): string => `open_time,open,high,low,close,volume\n${Array.from({ length: count }, (_, i) => `${T + (from + i) * 60_000},${100 - i},${101 - i},${98.5 - i},${99 - i},${volume}`).join('\n')}\n`
const TRADES = `timestamp,symbol,side,size,price\n${Array.from({ length: 90 }, (_, i) => `${T / 1000 + i * 4 + 0.125},ETHUSDT,Buy,1,${(4000 - i / 4).toFixed(2)}`).join('\n')}\n`
const FUNDING = `calc_time,funding_interval_hours,last_funding_rate\n${T - 28_800_000 + 3},8,0.0001\n${T + 120_000},8,-0.0003\n`

describe('tape', () => {
  it('[S49] gives prices that a scenario finds again, out of archives, trades, JSON and funding; the screen reads the same', async () => {
    const archive = file('BTC-2025-10.zip', zipSync({ 'markPriceKlines/BTCUSDT-1m-2025-09.csv': strToU8(bars(0, 3, '0')), 'markPriceKlines/BTCUSDT-1m-2025-10.csv': strToU8(bars(3, 3, '0')), 'funding/BTCUSDT-fundingRate.csv': strToU8(FUNDING), 'readme.md': strToU8('#') }))
    const trades = file('ETHUSDT2025-10-10.csv.gz', gzipSync(strToU8(TRADES)))
    const json = file('SOL.json', JSON.stringify({ retCode: 0, result: { symbol: 'SOLUSDT', list: Array.from({ length: 6 }, (_, i) => [String(T + (5 - i) * 60_000), '200', '201.5', '199', '200.5', '1', '1']) } }))
    const made = await runText(['tape', archive, trades, json, '--out', 'scenario'])
    expect([made.code, made.err]).toEqual([0, ''])
    const scenario = JSON.parse(made.out) as { tape: { files: { name: string; entry?: string; instrument: string; kind?: string; barMillis?: number; checksum: string }[] } }
    expect(scenario.tape.files.map(({ name, entry, instrument, kind, barMillis }) => [name, entry, instrument, kind, barMillis])).toEqual([
      ['BTC-2025-10.zip', 'funding/BTCUSDT-fundingRate.csv', 'BTCUSDT', 'funding', undefined],
      ['BTC-2025-10.zip', 'markPriceKlines/BTCUSDT-1m-2025-09.csv', 'BTCUSDT', undefined, undefined],
      ['BTC-2025-10.zip', 'markPriceKlines/BTCUSDT-1m-2025-10.csv', 'BTCUSDT', undefined, undefined],
      ['ETHUSDT2025-10-10.csv.gz', undefined, 'ETHUSDT', undefined, 60_000],
      ['SOL.json', undefined, 'SOLUSDT', undefined, undefined],
    ])
    const path = file('all.scenario.json', made.out)
    const played = await runText(['run', path])
    expect([played.code, played.err]).toEqual([0, ''])
    // Changed by one digit, the file is not the one the scenario was made with.
    file('SOL.json', JSON.stringify([[T, '200', '201.5', '199', '200.6', '1']]))
    expect((await runText(['run', path])).err).toContain('SOL.json is not the file this scenario was made with')

    const replies: ImportReply[] = []
    const session = createImportSession({ post: (reply) => replies.push(reply) })
    session.receive({ id: 1, type: 'read', file: new Blob([gzipSync(strToU8(TRADES)) as Uint8Array<ArrayBuffer>]), name: 'ETHUSDT2025-10-10.csv.gz', mapping: undefined, instrument: undefined })
    await session.idle()
    const read = replies.at(-1)
    expect(read?.type === 'read' && [read.part.checksum, read.part.barMillis, read.part.instrument]).toEqual([scenario.tape.files[3]?.checksum, 60_000, 'ETHUSDT'])
  })

  it('[S49] writes the decimals as they stand in the file, as a Tape document that is read again', async () => {
    const path = file('odd.csv', 'time,close\n1760126400,0.000000012345678901\n1760130000,123456789.123456\n1760133600,-36.98\n')
    const { out, code } = await runText(['tape', path, '--out', 'json'])
    const tape = JSON.parse(out) as { series: { close: number[] }[] }
    expect([code, tape.series[0]?.close.map(String)]).toEqual([0, ['1.2345678901e-8', '123456789.123456', '-36.98']])
    expect((await runText(['check', 'tape', file('odd.tape.json', out)])).code).toBe(0)
  })

  it.each([
    ['a file that is not there', ['none.csv'], 1, 'no such file'],
    ['a file without prices', [file('page.csv', '<!doctype html>')], 1, 'This is a web page'],
    ['an encrypted archive', [file('x.zip', locked())], 1, 'x.csv in the archive is encrypted'],
    ['rows that cannot be read, by line', [file('half.csv', 'time,close\n1760126400,x\n1760130000,y\n')], 1, 'Line 2, column 2 (close)'],
    ['a bar that is none', ['--bar', '0m', 'a.csv'], 2, '--bar: a length like 1s'],
    ['a zone that is none', ['--zone', '+25:00', 'a.csv'], 2, '--zone: an offset like +02:00'],
    ['a kind that is none', ['--kind', 'close', 'a.csv'], 2, '--kind: one of mark, index, last, funding'],
    ['no file', [], 2, '<file>… was expected'],
  ])('refuses %s', async (_, args, code, says) => {
    const outcome = await runText(['tape', ...args])
    expect([outcome.code, outcome.out]).toEqual([code, ''])
    expect(outcome.err).toContain(says)
  })

  it('[S42] reads times by the zone it is told, and asks where the file does not say', async () => {
    const path = file('mt4.csv', '2020.03.06,23:00,1.1271,1.129,1.125,1.12645,5123\n2020.03.30,23:00,1.1201,1.1205,1.115,1.118,5870\n')
    const asked = JSON.parse((await runText(['tape', path])).out) as { files: { questions: string[]; first: string }[] }
    expect(asked.files[0]).toMatchObject({ first: '2020-03-06T23:00:00.000Z', questions: ['the times carry no zone and are taken for UTC; say it with --zone'] })
    const told = await runText(['tape', path, '--zone', '+02:00', '--summer', 'EU', '--out', 'csv'])
    expect(told.out.split('\r\n').slice(1, 3).map((row) => new Date(Number(row.split(',')[0])).toISOString())).toEqual(['2020-03-06T21:00:00.000Z', '2020-03-30T20:00:00.000Z'])
  })
})

/** What nobody could play would be refused with words about another file. */
it('[S49] writes no scenario of times that it cannot say how to read', async () => {
  const path = file('zoned.csv', '2020.03.06,23:00,1.1271,1.129,1.125,1.12645,5123\n2020.03.30,23:00,1.1201,1.1205,1.115,1.118,5870\n')
  for (const said of [['--zone', '+02:00'], ['--summer', 'EU']]) {
    const outcome = await runText(['tape', path, ...said, '--out', 'scenario'])
    expect([outcome.code, outcome.out]).toEqual([1, ''])
    expect(outcome.err).toContain(`${said[0] ?? ''} cannot be written into a scenario`)
  }
  const plain = await runText(['tape', path, '--zone', '+00:00', '--out', 'scenario'])
  expect((await runText(['run', file('zoned.scenario.json', plain.out)])).code).toBe(0)
})

it('[S47] says of a premium that it is none of the prices', async () => {
  const outcome = await runText(['tape', file('BTCUSDT-premiumIndexKlines-1m.csv', 'time,close,volume\n1760130000000,-0.00041,0\n1760130060000,0.0001,0\n')])
  expect(outcome.code).toBe(0)
  expect(outcome.out).toContain('"The premium is a share of the price, not a price')
})

/** With the flags of its two headers set (APPNOTE.TXT 4.4.4). */
function locked(): Uint8Array {
  const zip = zipSync({ 'x.csv': strToU8('a') })
  const view = new DataView(zip.buffer)
  view.setUint16(6, 1, true)
  for (let i = 0; i + 46 < zip.length; i++) if (view.getUint32(i, true) === 0x02014b50) view.setUint16(i + 8, 1, true)
  return zip
}
