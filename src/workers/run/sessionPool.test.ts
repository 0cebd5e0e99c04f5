import { describe, expect, it } from 'vitest'
import { packTape } from '../../tapes/packedTape.ts'
import { tapeFromColumns } from '../../tapes/tapeFromColumns.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import { sessionAsk, type AskedSession } from '../testing/sessionAsk.ts'
import type { ScenarioFile } from './ScenarioFile.ts'
import type { TapeData } from './TapeData.ts'

const HOUR = 3_600_000

/** A file called prices.csv that ends at a price. */
function kept(last: number): TapeData {
  const close = Float64Array.of(100, 99, last)
  const time = Float64Array.of(0, HOUR, 2 * HOUR)
  const tape = tapeFromColumns({ id: 'a', title: 'A', source: 'a test', instrument: 'A', barMillis: HOUR }, { time, open: close, high: close, low: close, close })
  return { parts: [{ name: 'prices.csv', instrument: 'A', checksum: tapeHash(tape), tape: packTape(tape) }] }
}

const FILE = { type: 'file', files: [{ name: 'prices.csv', instrument: 'A' }] } as const
const scenario = (tape: ScenarioFile['tape'], wallet = '1'): ScenarioFile => ({ schema: 1, title: 'x', rules: 'plain', wallet, tape, commands: [] })

async function opened(session: AskedSession, source: ScenarioFile, tape: TapeData): Promise<string> {
  const answer = await session.ask({ type: 'open', source, tape })
  if (answer.type !== 'opened') throw new Error(JSON.stringify(answer))
  return answer.info.tape.checksum
}

describe('what was open before', () => {
  it.each<[string, ScenarioFile['tape']]>([
    ['a file', FILE],
    ['what is made of a file', { type: 'amplified', factor: 2, of: { type: 'drawn', base: FILE, lines: [{ symbol: 'A', points: [[1, 98]] }] } }],
  ])('[B9] is not taken for %s of the same name that holds other prices', async (_, tape) => {
    const alone = await opened(sessionAsk(), scenario(tape), kept(70))
    const session = sessionAsk()
    expect(await opened(session, scenario(tape), kept(98))).not.toBe(alone)
    expect(await opened(session, scenario(tape), kept(70))).toBe(alone)
    expect(await opened(session, scenario(tape, '2'), kept(98))).not.toBe(alone)
    expect(await opened(session, scenario(tape, '3'), kept(70))).toBe(alone)
  })
})
