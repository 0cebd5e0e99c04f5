import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Position } from '../ledger/Account.ts'
import { rulesArb } from '../testing/arbitraries.ts'
import { heldPosition, instrument } from '../testing/fixtures.ts'
import { patience, times } from '../testing/promises.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, price, quote, type Price } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import type { LiquidationPrice } from './LiquidationPrice.ts'
import { exactPnl, fails, type Marks } from './poolMargin.ts'
import { exitCostOf, maintenanceOf } from './requirement.ts'
import { solveLiquidationPrice } from './solveLiquidationPrice.ts'

vi.setConfig({ testTimeout: patience })

const SYMBOLS = ['A', 'B', 'C', 'D', 'E']
const TICK = '0.01'

interface Book {
  readonly cash: number
  readonly legs: readonly Position[]
  readonly marks: Marks
  readonly betas: readonly string[]
  readonly of: number
}

/** Up to eight legs in five instruments, several in one instrument among them; marks also below and at zero. */
const bookArb: fc.Arbitrary<Book> = fc
  .record({
    cash: fc.integer({ min: -200, max: 3000 }),
    legs: fc.array(fc.record({ symbol: fc.constantFrom(...SYMBOLS), qty: fc.integer({ min: -200, max: 200 }).filter((n) => n !== 0), entry: fc.integer({ min: 50, max: 150 }) }), { minLength: 1, maxLength: 8 }),
    marks: fc.array(fc.oneof({ arbitrary: fc.integer({ min: 5000, max: 15000 }), weight: 8 }, { arbitrary: fc.integer({ min: -3000, max: 3000 }), weight: 1 }, { arbitrary: fc.constant(0), weight: 1 }), { minLength: 5, maxLength: 5 }),
    betas: fc.array(fc.constantFrom('1', '1', '0.5', '2', '-1', '0', '3.7'), { minLength: 5, maxLength: 5 }),
    of: fc.nat(7),
  })
  .map(({ cash, legs, marks, betas, of }) => ({
    cash,
    betas,
    legs: legs.map(({ symbol, qty, entry }, i) => heldPosition({ leg: `l${i}`, instrument: symbol, pool: 'p', qty: new Decimal(qty).div(10).toFixed(), entry: String(entry) })),
    marks: new Map(SYMBOLS.map((symbol, i) => [symbol, price(new Decimal(marks[i] ?? 0).div(100).toFixed())])),
    of: of % legs.length,
  }))

type Need = 'maintenance' | 'nothing'
type Others = 'alone' | 'together'

function solve(book: Book, rules: Rules, ask: { need: Need; others: Others; more?: string }): LiquidationPrice {
  const position = book.legs[book.of]
  if (position === undefined) throw new Error('no such leg')
  return solveLiquidationPrice({
    backing: { cash: quote(new Decimal(book.cash).plus(ask.more ?? 0).toFixed()), positions: book.legs, need: ask.need, rules },
    marks: new Map(book.legs.map((leg) => [leg.instrument, book.marks.get(leg.instrument) ?? price('0')])),
    instruments: new Map(SYMBOLS.map((symbol, i) => [symbol, instrument(symbol, { tickSize: TICK, beta: book.betas[i] ?? '1' })])),
    position,
    others: ask.others,
  })
}

/** Equity less requirement where the book's own price is `own` and the others moved along, in the plainest way. */
function surplus(book: Book, rules: Rules, at: { own: Decimal; need: Need; others: Others }): Decimal {
  const symbol = book.legs[book.of]?.instrument ?? ''
  const from = book.marks.get(symbol) ?? price('0')
  const beta = (name: string) => new Decimal(book.betas[SYMBOLS.indexOf(name)] ?? '1')
  const move = at.others === 'together' ? at.own.minus(from).div(from.abs()).div(beta(symbol)) : new Decimal(0)
  const markOf = (name: string): Price => {
    const mark = book.marks.get(name) ?? price('0')
    if (name === symbol) return asPrice(at.own)
    return asPrice(mark.plus(mark.abs().times(beta(name)).times(move)))
  }
  return book.legs.reduce((total: Decimal, leg) => {
    const mark = markOf(leg.instrument)
    const need = at.need === 'nothing' ? new Decimal(0) : maintenanceOf(leg, mark, rules).plus(exitCostOf(leg, mark, rules))
    return total.plus(exactPnl(leg, mark)).minus(need)
  }, new Decimal(book.cash))
}

const ask = fc.record({ need: fc.constantFrom<Need>('maintenance', 'maintenance', 'nothing'), others: fc.constantFrom<Others>('alone', 'together') })
const ownMark = (book: Book): Price => book.marks.get(book.legs[book.of]?.instrument ?? '') ?? price('0')
/** Two divisions at 64 digits, amplified by notionals of some thousands and betas of some units. */
const ROUNDING = '1e-50'

describe('liquidation price of random pools', () => {
  it('[M1] equity is the requirement there, and nowhere nearer', () => {
    fc.assert(
      fc.property(bookArb, rulesArb(), ask, fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 }), (book, rules, asked, shares) => {
        const answer = solve(book, rules, asked)
        fc.pre(answer.type === 'price')
        if (answer.type !== 'price') return
        const from = ownMark(book)
        expect(surplus(book, rules, { ...asked, own: answer.exact }).abs().lt(ROUNDING)).toBe(true)
        for (const share of shares) {
          const own = from.plus(answer.exact.minus(from).times(share).div(100))
          expect(surplus(book, rules, { ...asked, own }).gt(new Decimal(ROUNDING).neg())).toBe(true)
          // nor as near on the other side
          const across = from.times(2).minus(own)
          if (asked.others === 'alone' && across.s === from.s) expect(surplus(book, rules, { ...asked, own: across }).gte(0)).toBe(true)
        }
      }),
      times(1500),
    )
  })

  it('[M1] rounded to the tick on the side that is reached earlier, less than a tick away', () => {
    fc.assert(
      fc.property(bookArb, rulesArb(), ask, (book, rules, asked) => {
        const answer = solve(book, rules, asked)
        fc.pre(answer.type === 'price')
        if (answer.type !== 'price') return
        const away = answer.price.minus(answer.exact).times(answer.direction === 'falling' ? 1 : -1)
        expect(away.gte(0) && away.lt(TICK)).toBe(true)
        expect(answer.price.mod(TICK).isZero()).toBe(true)
        expect(answer.direction).toBe(answer.exact.lt(ownMark(book)) ? 'falling' : answer.exact.gt(ownMark(book)) ? 'rising' : answer.direction)
        // a tick beyond the exact root the pool no longer passes; its surplus is concave, so it does not come back
        const beyond = answer.exact.plus(answer.direction === 'falling' ? `-${TICK}` : TICK)
        if (asked.others === 'alone' && beyond.s === answer.exact.s) expect(surplus(book, rules, { ...asked, own: beyond }).lte(ROUNDING)).toBe(true)
      }),
      times(1000),
    )
  })

  it('[M1] where requirements jump the pool passes before the price and fails just after it', () => {
    fc.assert(
      fc.property(bookArb, rulesArb({ jumpingTiers: true }), fc.integer({ min: 1, max: 99 }), (book, rules, share) => {
        const asked = { need: 'maintenance' as const, others: 'alone' as const }
        const answer = solve(book, rules, asked)
        fc.pre(answer.type === 'price')
        if (answer.type !== 'price') return
        const from = ownMark(book)
        const step = answer.direction === 'falling' ? '-1e-40' : '1e-40'
        const own = from.plus(answer.exact.minus(from).times(share).div(100))
        if (!answer.exact.eq(from)) expect(surplus(book, rules, { ...asked, own }).gte(0)).toBe(true)
        expect(surplus(book, rules, { ...asked, own: answer.exact.plus(step) }).lte(0)).toBe(true)
      }),
      times(700),
    )
  })

  it('[M1] none means none: no price on either side fails, or the pool fails where it stands', () => {
    fc.assert(
      fc.property(bookArb, rulesArb(), fc.constantFrom<Need>('maintenance', 'nothing'), fc.array(fc.integer({ min: 1, max: 100000 }), { minLength: 4, maxLength: 4 }), (book, rules, need, prices) => {
        const asked = { need, others: 'alone' as const }
        const answer = solve(book, rules, asked)
        fc.pre(answer.type === 'none')
        const here = surplus(book, rules, { ...asked, own: ownMark(book) })
        if (answer.type === 'none' && answer.reason === 'already-liquidatable') expect(need === 'nothing' ? here.lte(0) : fails(here, rules)).toBe(true)
        // up to a price of zero, and from below zero up to it
        else for (const units of prices) expect(surplus(book, rules, { ...asked, own: new Decimal(units).div(100).times(ownMark(book).s || 1) }).gte(0)).toBe(true)
      }),
      times(700),
    )
  })

  it('[M1] all legs of one instrument in a pool share one price', () => {
    fc.assert(
      fc.property(bookArb, rulesArb(), ask, (book, rules, asked) => {
        const text = (of: number): string => {
          const answer = solve({ ...book, of }, rules, asked)
          return answer.type === 'none' ? 'none' : `${answer.exact.toFixed()} ${answer.price.toFixed()} ${answer.direction}`
        }
        book.legs.forEach((leg, i) => {
          const first = book.legs.findIndex((each) => each.instrument === leg.instrument)
          expect(text(i)).toBe(text(first))
        })
      }),
      times(300),
    )
  })

  it('[M2] more cash never brings it nearer', () => {
    fc.assert(
      fc.property(bookArb, fc.oneof(rulesArb(), rulesArb({ jumpingTiers: true })), ask, fc.constantFrom('0.000000000001', '1', '37.5', '2000'), (book, rules, asked, more) => {
        const [less, after] = [solve(book, rules, asked), solve(book, rules, { ...asked, more })]
        const away = (answer: LiquidationPrice): Decimal => (answer.type === 'price' ? answer.exact.minus(ownMark(book)).abs() : new Decimal(answer.reason === 'already-liquidatable' ? -1 : Number.POSITIVE_INFINITY))
        expect(away(after).gte(away(less))).toBe(true)
      }),
      times(1500),
    )
  })
})
