import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookAccount, accountView, builtinRules, Decimal } from '../../engine/index.ts'
import { problemLines } from '../Problem.ts'
import { rulesToDocument } from '../rules/rulesToDocument.ts'
import { parseRules } from '../rules/parseRules.ts'
import { parseBook, type BookSetup } from './parseBook.ts'

/** What venues publish, as they print it. */

function read(document: object | string): BookSetup & { readonly notes: readonly string[] } {
  const parsed = parseBook(typeof document === 'string' ? document : { schema: 1, ...document })
  if (!parsed.ok) throw new Error(problemLines(parsed.error).join('\n'))
  return { ...parsed.value, notes: problemLines(parsed.warnings) }
}

const view = (document: object) => {
  const setup = read(document)
  return accountView(bookAccount(setup.book), setup)
}

const row = { instrument: 'A', pool: 'cross', qty: '1', entryPrice: '100' }
const one = (change: object = {}, rest: object = {}) => ({ rules: 'dydx-v4', marks: { A: '100' }, wallet: '1000', positions: [{ ...row, ...change }], ...rest })
const margins = (document: object): readonly (string | undefined)[] => {
  const [position] = view(document).positions
  return [position?.initialMargin.toFixed(), position?.maintenanceMargin.toFixed()]
}

describe('a stated initial rate decides alone', () => {
  /** dYdX, dydxprotocol/v4-chain protocol/x/perpetuals/lib/lib_test.go (TestGetMarginRequirements), read 2026-11-22: rates in parts per million. */
  it.each<[string, object, readonly string[]]>([
    ['200 ppm of 38.885', { marks: { A: '555500' }, positions: [{ ...row, qty: '0.00007', entryPrice: '555500', tier: { maintenanceRate: '0.0001', initialRate: '0.0002' } }] }, ['0.007777', '0.003889']],
    ['2 ppm of 38,885', { marks: { A: '5555000' }, positions: [{ ...row, qty: '-0.007', entryPrice: '5555000', tier: { maintenanceRate: '0.000001', initialRate: '0.000002' } }] }, ['0.07777', '0.038885']],
    ['0 ppm', { marks: { A: '5555' }, positions: [{ ...row, qty: '0.007', entryPrice: '5555', tier: { maintenanceRate: '0', initialRate: '0' } }] }, ['0', '0']],
    ['of 2^64 atoms at a price of 2^64 x 10', { marks: { A: '184467440737095516150' }, positions: [{ ...row, qty: '18446744073709.551615', entryPrice: '184467440737095516150', tier: { maintenanceRate: '0.0001', initialRate: '0.0001' } }] }, ['340282366920938463426481119284.349109', '340282366920938463426481119284.349109']],
  ])('%s', (_, change, expected) => expect(margins({ ...one(), ...change })).toEqual(expected))

  it.each(['0', '0.0000000001', '0.0000015', '0.0009', '0.001', '0.05', '1', '1.5', '10'])('%s of 100', (initialRate) => {
    // plain rules: no step to round up to
    expect(margins(one({ tier: { maintenanceRate: '0', initialRate } }, { rules: 'plain' }))[0]).toBe(new Decimal(initialRate).times(100).toFixed())
  })

  it('above 1 with a note, because it may be meant as percent', () => {
    expect(read(one({ tier: { maintenanceRate: '0.1', initialRate: '5' } })).notes).toEqual(['positions[0].tier.initialRate: row 1 asks for 500 % of the value; a rate is a fraction, 5 % would be 0.05'])
  })

  it('[N1] rules of any initial rate are read back as they were', () => {
    const rates = fc.oneof(fc.constantFrom('0', '0.000001', '0.0000001', '9.99', '10'), fc.integer({ min: 1, max: 10 ** 9 }).map((n) => new Decimal(n).div(10 ** 9).toFixed()))
    fc.assert(
      fc.property(rates, (initialRate) => {
        const parsed = parseRules({ schema: 1, extends: 'plain', tiers: { default: [{ maintenanceRate: '0', initialRate }] } })
        if (!parsed.ok) throw new Error(problemLines(parsed.error).join('\n'))
        const again = parseRules(rulesToDocument(parsed.value))
        expect(again.ok && rulesToDocument(again.value)).toEqual(rulesToDocument(parsed.value))
      }),
    )
  })
})

describe('rows of a payload', () => {
  it('flat rows are left out, whatever else they hold; the others keep their numbers', () => {
    const flat = { instrument: 'B', pool: 'nowhere', qty: '0.000', entryPrice: '0.0', liquidationPrice: 0, leverage: null, side: 'None', unheardOf: [{}] }
    const rows = [flat, row, { ...flat, qty: 0 }, { contracts: '-0E-8' }, { ...row, instrument: 'C' }]
    expect(read({ wallet: '1', marks: { A: '100', C: '1' }, positions: rows }).notes).toEqual(['positions: no position, quantity 0: left out B, B, row 3'])
    expect(read({ wallet: '1', marks: { A: '100', C: '1' }, positions: rows }).book.positions.map(({ instrument }) => instrument)).toEqual(['A', 'C'])
    const refused = parseBook({ schema: 1, marks: { A: '100' }, positions: rows })
    expect(refused.ok ? [] : problemLines(refused.error)).toEqual(['marks.C: missing; positions[4] needs it'])
    const many = Array.from({ length: 40 }, () => flat)
    expect(read({ marks: {}, positions: many }).notes).toEqual(['positions: no position, quantity 0: left out B, B, B, B, B and 35 more'])
    expect(read({ marks: {}, positions: [flat] }).notes).toEqual(['positions[0]: no position, quantity 0: left out B'])
  })

  it('a number JSON rounds is no matter in a flat row, and one elsewhere', () => {
    const text = (flat: string, held: string): string => `{"schema":1,"marks":{"A":1},"positions":[{"qty":0,"markPrice":${flat}},{"instrument":"A","pool":"cross","qty":1,"entryPrice":${held}}]}`
    expect(read(text('0.12345678901234567', '1')).book.positions).toHaveLength(1)
    const refused = parseBook(text('1', '0.12345678901234567'))
    expect(refused.ok ? [] : problemLines(refused.error)).toEqual(['positions[1].entryPrice: 0.12345678901234567 has more than 15 significant digits and a JSON number cannot hold it exactly; write it as a string: "0.12345678901234567"'])
  })

  it.each(['0', 0, '', '0.0', null])('a leverage of %j is none stated', (leverage) => {
    const { book, notes } = read(one({ leverage }, { rules: 'plain' }))
    expect(book.positions[0]?.leverage.toFixed()).toBe('10')
    expect(notes).toEqual([`positions[0].leverage: ${JSON.stringify(leverage)} is taken as not stated`])
  })

  it('targets of 0 or nothing are none', () => {
    const { book, notes } = read(one({ takeProfit: '', stopLoss: '0.00' }))
    expect([book.positions[0]?.takeProfit, book.positions[0]?.stopLoss]).toEqual([undefined, undefined])
    expect(notes).toEqual(['positions[0].takeProfit: "" is taken as not stated', 'positions[0].stopLoss: "0.00" is taken as not stated'])
  })

  it('null is not stated, with one note for what is alike where it could be a figure', () => {
    const positions = [row, { ...row, instrument: 'B' }].map((each) => ({ ...each, margin: null, leg: null, tier: null, 'x-own': null }))
    const { notes, book } = read({ title: null, wallet: null, marks: { A: '1', B: '1', C: null }, positions })
    expect(notes).toEqual([
      'wallet: null is taken as not stated',
      'marks.C: null is taken as not stated',
      'positions[0].margin: null is taken as not stated, here and in 1 more',
      'positions[0].tier: null is taken as not stated, here and in 1 more',
      'wallet: not stated, so nothing stands behind the cross pool; state "wallet", "equity" or "quoteBalance"',
    ])
    expect(book.wallet.toFixed()).toBe('0')
    const rules = parseRules({ schema: 1, tiers: { default: [{ cap: '5', maintenanceRate: '0.1' }, { cap: null, maintenanceRate: '0.2' }] } })
    expect(rules.ok && problemLines(rules.warnings)).toEqual(['tiers.default[1].cap: null is taken as not stated'])
  })

  it.each<[string, string | undefined, string]>([
    ['Buy', '1', '1'], ['BUY', '1', '1'], ['LONG', '1', '1'], ['Sell', '1', '-1'], ['SHORT', '1', '-1'], ['short', '-1', '-1'],
    ['net', '-1', '-1'], ['both', '1', '1'], ['BOTH', '-1', '-1'], ['None', '1', '1'], ['', '-1', '-1'],
  ])('side %j of %s is %s', (side, qty, expected) => expect(read(one({ side, qty })).book.positions[0]?.qty.toFixed()).toBe(expected))

  it.each(['cross', 'crossed', 'CROSS', 'Crossed'])('pool %j is the cross pool', (pool) => expect(read(one({ pool })).book.positions[0]?.pool).toBe('cross'))
  it.each(['isolated', 'ISOLATED', 'Isolated'])('pool %j is isolated', (pool) => expect(read(one({ pool })).book.positions[0]?.pool).toBe('isolated:A@isolated'))
})

describe('[N1] figures of chains and programs', () => {
  it('24 decimals, prices of 18 fixed places, trillions of coins, a third', () => {
    // 1 x 84,198.665967591813123456789012 at entry; 13 trillion at 1e-5
    const long = read(one({ entryPrice: '84198.665967591813123456789012' }))
    expect(long.book.positions[0]?.entryNotional.toFixed()).toBe('84198.665967591813123456789012')
    expect(read({ marks: { A: '0.000000000000000001' }, positions: [{ ...row, qty: '1e20', entryPrice: '0.000000000000000002' }] }).book.positions[0]?.entryNotional.toFixed()).toBe('200')
    expect(margins(one({ qty: '1000000000000000', entryPrice: '0.00001', tier: { maintenanceRate: '0.16666666666666666667' } }, { marks: { A: '0.00001' }, rules: 'plain' }))[1]).toBe('1666666666.6666666667')
    expect(margins(one({ tier: { maintenanceRate: '0.333333333333333333333333' } }, { rules: 'plain' }))[1]).toBe('33.333333333334')
  })

  it('a value is exact where its digits fit 64, and rounded below the quantum where they do not', () => {
    const digits = (count: number) => fc.bigInt({ min: 10n ** BigInt(count - 1), max: 10n ** BigInt(count) - 1n })
    fc.assert(
      fc.property(digits(39), digits(34), fc.integer({ min: 15, max: 24 }), fc.integer({ min: 10, max: 30 }), (size, price, sizePlaces, pricePlaces) => {
        const text = (units: bigint, places: number): string => `${units / 10n ** BigInt(places)}.${(units % 10n ** BigInt(places)).toString().padStart(places, '0')}`
        const { book } = read({ rules: 'plain', marks: { A: '1' }, positions: [{ ...row, qty: text(size, sizePlaces), entryPrice: text(price, pricePlaces) }] })
        const value = new (Decimal.clone({ precision: 200 }))((size * price).toString()).div(`1e${sizePlaces + pricePlaces}`)
        // below 1e48 the 64th digit is worth 1e-16 at most
        expect(value.minus(book.positions[0]?.entryNotional ?? 0).abs().lte('5e-17')).toBe(true)
      }),
    )
  })

  it('every built-in set is still read back', () => {
    for (const rules of builtinRules.values()) expect(parseRules(rulesToDocument(rules)).ok).toBe(true)
  })
})
