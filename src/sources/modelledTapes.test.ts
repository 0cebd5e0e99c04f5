import { describe, expect, it } from 'vitest'
import { ok, refused, type Tape } from '../engine/index.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import { scenarioToDocument } from '../documents/scenario/scenarioToDocument.ts'
import type { TapeSource } from '../documents/scenario/TapeSource.ts'
import { amplifiedTape } from '../tapes/remade/amplifiedTape.ts'
import { bootstrapTape } from '../tapes/remade/bootstrapTape.ts'
import { tapeHash } from '../tapes/tapeHash.ts'
import { tapeOfSource } from './tapeOfSource.ts'
import type { TapeSupply } from './TapeSupply.ts'

const START = Date.UTC(2026, 0, 5)
const file: Tape = { id: 'f', title: 'F', source: 'a file', time: Float64Array.from({ length: 40 }, (_, t) => START + t * 3_600_000), barMillis: 3_600_000, between: 'path', candlePath: 'close-only', series: [{ instrument: 'A', close: Float64Array.from({ length: 40 }, (_, t) => 100 + (t % 7) - (t % 3)) }] }
const supply: TapeSupply = {
  textOf: () => Promise.reject(new Error('no files here')),
  fileOf: ({ name }) => Promise.resolve(name === 'a.csv' ? ok(file) : refused({ message: `${name} is not there` })),
}
const filed: TapeSource = { type: 'file', files: [{ name: 'a.csv', instrument: 'A' }] }
const inline: TapeSource = { type: 'inline', series: [{ instrument: 'A', close: Float64Array.of(100, -1, 101) }] }

async function hashOf(source: TapeSource): Promise<string> {
  const made = await tapeOfSource(source, supply)
  return made.ok ? tapeHash(made.value) : made.error.join('; ')
}

describe('prices made of other prices', () => {
  it('[S9, S10] are made of whatever the source under them gives, files too, to any depth', async () => {
    const remade = bootstrapTape(file, { seed: 4, bars: 60, meanBlock: 5 })
    const violent = remade.ok ? amplifiedTape(remade.value, 2) : remade
    const source: TapeSource = { type: 'amplified', factor: 2, of: { type: 'bootstrap', seed: 4, bars: 60, meanBlock: 5, of: filed } }
    expect(await hashOf(source)).toBe(violent.ok ? tapeHash(violent.value) : violent.error.message)
    expect(await hashOf({ type: 'amplified', factor: 0.5, of: source })).toMatch(/^[\da-f]{16}$/)
  })

  it('[S9, S10] say where it is that something is wrong', async () => {
    expect(await hashOf({ type: 'amplified', factor: 2, of: { type: 'bootstrap', seed: 4, bars: 60, meanBlock: 5, of: { type: 'file', files: [{ name: 'b.csv', instrument: 'A' }] } } })).toBe('tape.of.of.files[0]: b.csv is not there')
    expect(await hashOf({ type: 'amplified', factor: 2, of: inline })).toMatch(/^tape: A has the price -1 at tick 1/)
    expect(await hashOf({ type: 'bootstrap', seed: 1, bars: 9, meanBlock: 2, of: { type: 'bundled', id: 'none' } })).toMatch(/^tape\.of\.id: no bundled tape is called "none"/)
    const model = { type: 'model', seed: 1, bars: 9, instruments: [{ symbol: 'A', price: 1, process: { type: 'garch', volatility: 1, alpha: 0.5, beta: 0.6 } }] }
    expect(await hashOf({ type: 'amplified', factor: 2, of: model as TapeSource })).toMatch(/^tape\.of: alpha \+ beta \+ gamma\/2 of A is 1\.1/)
  })

  it('[S12] are documents: read, written and read again the same, wrong ones refused by their path', () => {
    const document = (tape: unknown) => parseScenario({ schema: 1, wallet: '1', tape })
    const nested = { type: 'bootstrap', seed: 4, bars: 60, meanBlock: 5, of: { type: 'inline', series: [{ instrument: 'A', close: [100, 101, 99] }] } }
    const read = document(nested)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(scenarioToDocument(read.value, 'plain')['tape']).toEqual(nested)
    const lines = (tape: unknown): readonly string[] => {
      const parsed = document(tape)
      return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path.join('.')}: ${message}`)
    }
    expect(lines({ ...nested, of: { type: 'inline', series: [{ instrument: 'A', close: [1, 2], open: [1, 2] }] } }).join()).toMatch(/^tape\.of\.series/)
    const pair = { type: 'model', seed: 1, bars: 9, instruments: [{ symbol: 'A', price: 1, process: { type: 'ou', level: 1, halfLife: 5, volatility: 1 } }] }
    expect(lines({ ...nested, of: { ...pair, correlation: [[1, 0], [0, 1]] } })).toEqual(['tape.of.correlation: 1 rows of 1 coefficients were expected, one for each instrument'])
    expect(lines({ ...pair, instruments: [{ ...pair.instruments[0], process: { type: 'ou', level: 1, halflife: 5, volatility: 1 } }] }).join()).toMatch(/did you mean "halfLife"/)
    expect(lines({ ...pair, instruments: [{ ...pair.instruments[0], process: { type: 'sabr' } }] }).join()).toMatch(/"gbm" or "heston" or "garch" or "ou" or "bridge" was expected/)
    expect(lines({ ...pair, instruments: [{ ...pair.instruments[0], jumps: { type: 'kou', perYear: 1 } }] }).length).toBeGreaterThan(0)
  })

  it('does not follow a document that names itself for ever', () => {
    const deep = Array.from({ length: 40 }).reduce<unknown>((of) => ({ type: 'amplified', factor: 2, of }), { type: 'scripted', id: 'the-wick' })
    const parsed = parseScenario(JSON.stringify({ schema: 1, wallet: '1', tape: deep }))
    expect(parsed.ok ? 'read' : parsed.error[0]?.message).toMatch(/nested more than 32 levels deep/)
  })
})
