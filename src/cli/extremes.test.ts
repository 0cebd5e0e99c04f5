import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBook } from '../documents/book/parseBook.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { problemLines } from '../documents/Problem.ts'
import { marginReport } from './marginReport.ts'
import { runText } from './testing/runText.ts'

/** A decimal of so many digits, the first of them at ten to this power. */
const decimal = (digits: number, from: number, to: number): fc.Arbitrary<string> =>
  fc.record({ units: fc.bigInt({ min: 1n, max: 10n ** BigInt(digits) - 1n }), top: fc.integer({ min: from, max: to }) }).map(({ units, top }) => {
    const text = units.toString().replace(/0+$/, '')
    const power = top - text.length + 1
    if (power >= 0) return text + '0'.repeat(power)
    return text.length > -power ? `${text.slice(0, power)}.${text.slice(power)}` : `0.${'0'.repeat(-power - text.length)}${text}`
  })

const price = decimal(10, -20, 23)
const size = decimal(12, -12, 23)
const rate = fc.constantFrom('0', '0.000000000000000001', '0.16666666666666666667', '0.005', '1')
const initialRate = fc.constantFrom(undefined, '1', '1.5', '10')
const leverage = fc.constantFrom(undefined, '0', '', null, '1', '125', '9999999', '0.000000000001')
const side = fc.constantFrom('Buy', 'SELL', 'long', 'short')

const book = fc.record({
  contract: fc.constantFrom('linear', 'inverse'),
  marks: fc.tuple(price, price),
  wallet: decimal(12, -12, 30),
  fee: fc.constantFrom('0', '0.0005', '0.1'),
  positions: fc.array(fc.record({ symbol: fc.constantFrom(0, 1), side, qty: fc.oneof(size, fc.constantFrom('0', 0, '-0.0')), entry: price, leverage, rate, initialRate, isolated: fc.boolean() }), { maxLength: 3 }),
}).map(({ contract, marks, wallet, fee, positions }) => ({
  schema: 1,
  rules: { extends: 'plain', contract, fees: { maker: '0', taker: fee }, exitCost: { rate: fee, on: 'mark' } },
  instruments: [0, 1].map((i) => ({ symbol: `S${i}`, base: 'C', tickSize: '0.000000000000000000000001' })),
  marks: { S0: marks[0], S1: marks[1] },
  wallet,
  positions: positions.map((each, i) => ({
    leg: `${i}`, instrument: `S${each.symbol}`, pool: each.isolated ? 'ISOLATED' : 'crossed', side: each.side, qty: each.qty, entryPrice: each.entry, leverage: each.leverage,
    margin: each.isolated ? wallet : null, tier: { maintenanceRate: each.rate, initialRate: each.initialRate },
  })),
}))

describe('[N1] figures at the ends of what is read', () => {
  it('are answered in plain decimals or refused with a reason, never with a float, an exponent or a crash', () => {
    let answered = 0
    fc.assert(
      fc.property(book, (document) => {
        const parsed = parseBook(document)
        if (!parsed.ok) {
          // two rows of one instrument that cannot be one table are the only thing wrong with such a book
          for (const line of problemLines(parsed.error)) expect(line).toMatch(/another row for the same instrument/)
          return
        }
        answered += 1
        const text = jsonText(marginReport(parsed.value))
        expect(text).not.toMatch(/NaN|Infinity|undefined|\d[eE][+-]?\d/)
      }),
      { numRuns: 300 },
    )
    expect(answered).toBeGreaterThan(150)
  })

  it('any JSON is read or refused', () => {
    const row = fc.dictionary(fc.constantFrom('instrument', 'pool', 'side', 'qty', 'contracts', 'entryPrice', 'leverage', 'margin', 'tier', 'size', 'x-own'), fc.jsonValue({ maxDepth: 1 }))
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.oneof(row, fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 }), (marks, positions) => {
        const parsed = parseBook(JSON.stringify({ schema: 1, marks, positions }))
        expect(parsed.ok || parsed.error.length > 0).toBe(true)
      }),
    )
  })

  it('a cross pool that nothing backs is said', async () => {
    const position = { instrument: 'A', pool: 'cross', qty: '1', entryPrice: '1' }
    const said = async (change: object): Promise<string> => (await runText(['margin', '-'], JSON.stringify({ schema: 1, marks: { A: '1' }, positions: [position], ...change }))).err
    expect(await said({})).toBe('note: wallet: not stated, so nothing stands behind the cross pool; state "wallet", "equity" or "quoteBalance"\n')
    for (const backing of [{ wallet: '0' }, { equity: '1' }, { quoteBalance: '-1' }, { collateral: [{ asset: 'U', amount: '1', price: '1', haircut: '0' }] }, { positions: [{ ...position, pool: 'isolated' }] }]) {
      expect(await said(backing)).toBe('')
    }
  })
})
