import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Account } from '../ledger/Account.ts'
import type { Deleveraged, LedgerEvent, PoolBreached, PositionLiquidated } from '../ledger/LedgerEvent.ts'
import { fundBalance, fundFor } from '../ledger/insuranceFund.ts'
import { fundHistory } from '../ledger/fundHistory.ts'
import { setupArb, wallsArb } from '../testing/arbitraries.ts'
import { accountsAfter, finished, firstDifferenceOf, lines, patience, times } from '../testing/promises.ts'
import { Decimal } from '../units/decimal.ts'
import { quote, rate, type Price } from '../units/quantities.ts'
import type { DeleveragingRanking } from '../venues/Rules.ts'
import { closesWhole } from './cooldown.ts'
import type { Setup } from './createRun.ts'
import { tickTime } from './steps.ts'

vi.setConfig({ testTimeout: patience })

const anySetup = fc.oneof(setupArb(), setupArb({ jumpingTiers: true }))

/** Every event with the account before and after it; the fold writes on, so each is a copy. */
function* steps(events: readonly LedgerEvent[]): Generator<{ readonly event: LedgerEvent; readonly before: Account | undefined; readonly after: Account }> {
  let before: Account | undefined
  for (const { event, account } of accountsAfter(events)) {
    const after = { ...account, pools: new Map(account.pools), positions: new Map(account.positions) }
    yield { event, before, after }
    before = after
  }
}

/** Cash and q P - entry of a pool's legs at the prices a breach names. Linear contracts only. */
function equityAt(account: Account | undefined, breach: PoolBreached): Decimal {
  const pool = account?.pools.get(breach.pool)
  return (pool?.legs ?? []).reduce((total: Decimal, leg) => {
    const position = account?.positions.get(leg)
    const mark = breach.legs.find((each) => each.leg === leg)?.mark
    return position === undefined || mark === undefined ? total : total.plus(position.qty.times(mark)).minus(position.entryNotional)
  }, new Decimal(pool?.cash ?? 0))
}

/** Something happens to every pool: nothing behind the fund, prices that jump, orders far from the mark. */
const losing: fc.Arbitrary<Setup> = fc
  .tuple(setupArb(), fc.constantFrom<DeleveragingRanking>('profit-times-leverage', 'leveraged-profit', 'profit-and-leverage'), fc.constantFrom('0', '2'), fc.constantFrom('venue' as const, 'instrument' as const))
  .map(([setup, ranking, balance, scope]) => ({
    ...setup,
    tape: { ...setup.tape, between: 'jump' as const },
    rules: { ...setup.rules, deleveraging: { type: 'ranked' as const, ranking }, insuranceFund: { balance: quote(balance), scope } },
  }))

/** Nothing is closed whole where it can be helped. */
const inParts = anySetup.map((setup): Setup => {
  const { liquidation } = setup.rules
  const partial = liquidation.partial.type === 'whole' ? { type: 'share' as const, share: rate('0.25'), above: quote('0'), cooldownMillis: 0 } : liquidation.partial
  return { ...setup, rules: { ...setup.rules, liquidation: { ...liquidation, partial } } }
})

describe('procedures', () => {
  it('[Q6] a liquidation takes from a pool what fee and slippage take, to half a quantum, and no more', () => {
    let parts = 0
    fc.assert(
      fc.property(inParts, wallsArb, (setup, walls) => {
        let breach: PoolBreached | undefined
        for (const { event, before, after } of steps(finished(setup, walls).events)) {
          if (event.type === 'pool-breached') breach = event
          if (event.type !== 'position-liquidated' || breach === undefined) continue
          const mark = breach.legs.find((leg) => leg.leg === event.leg)?.mark ?? new Decimal(Number.NaN)
          const lost = event.qty.times(mark.minus(event.price)).plus(event.fee)
          expect(equityAt(before, breach).minus(equityAt(after, breach)).minus(lost).abs().lte('0.0000000000005')).toBe(true)
          if (event.rest !== undefined) parts += 1
          expect(partProblem(setup, event, before)).toBeUndefined()
        }
      }),
      times(400),
    )
    expect(parts).toBeGreaterThan(3)
  })

  it('[Q7] a pool that cools down is closed by the backstop alone, and every cool-down ends or is still to come', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, (setup, walls) => {
        const run = finished(setup, walls)
        for (const { event, before } of steps(run.events)) {
          const cooling = 'pool' in event ? before?.pools.get(event.pool)?.cooling : undefined
          if (cooling === undefined) continue
          if (event.type === 'pool-breached' && event.at < cooling.until && !closesWhole(setup.rules)) expect(event.backstop).toBe(true)
          if (event.type === 'pool-cooled') expect(event.at).toBeGreaterThanOrEqual(cooling.until)
        }
        for (const { cooling } of run.accountAt(run.computed).pools.values()) {
          if (cooling !== undefined) expect(cooling.until).toBeGreaterThan(tickTime(setup.tape, run.computed))
        }
      }),
      times(300),
    )
  })

  it('[Q5, Q11] no fund is ever below zero; fund, counterparties and nobody pay every debt to the last digit', () => {
    let shortfalls = 0
    fc.assert(
      fc.property(losing, wallsArb, (setup, walls) => {
        const run = finished(setup, walls)
        const { rules } = setup
        let paidIn = new Decimal(0)
        for (const { event, before, after } of steps(run.events)) {
          for (const { symbol } of setup.instruments) expect(fundBalance(after, rules, fundFor(rules, symbol)).gte(0)).toBe(true)
          if (event.type === 'shortfall') shortfalls += 1
          if (event.type === 'deleveraged' || event.type === 'shortfall') paidIn = paidIn.plus(event.amount)
          const debt = debtOf(event)
          if (debt === undefined) continue
          // what was brought in is just what the fund could not pay: afterwards it is empty; else it had enough
          expect(paidIn.lte(debt)).toBe(true)
          if (rules.insuranceFund.scope === 'venue') {
            const [had, has] = [before, after].map((account) => (account === undefined ? quote('0') : fundBalance(account, rules, 'venue')))
            expect(paidIn.gt(0) ? has?.toFixed() : had?.gte(debt)).toBe(paidIn.gt(0) ? '0' : true)
          }
          paidIn = new Decimal(0)
        }
        expect(paidIn.isZero()).toBe(true)
        const account = run.accountAt(run.computed)
        expect([...account.funds.values()].reduce((total: Decimal, each) => total.plus(each), new Decimal(0)).toFixed()).toBe(account.counterparties.insuranceFund.toFixed())
        const last = new Map(fundHistory(run.events, rules).map((row) => [row.fund, row.balance]))
        for (const [fund, balance] of last) expect(balance.toFixed()).toBe(fundBalance(account, rules, fund).toFixed())
      }),
      times(400),
    )
    expect(shortfalls).toBeGreaterThan(3)
  })

  it('[Q10] the order of deleveraging is that of the formula, worked out here', () => {
    let asked = 0
    fc.assert(
      fc.property(losing, (setup) => {
        let breach: PoolBreached | undefined
        let line: readonly string[] = []
        let group = ''
        for (const { event, before } of steps(finished(setup, 'as-set').events)) {
          if (event.type === 'pool-breached') breach = event
          if (event.type !== 'deleveraged') {
            group = ''
            continue
          }
          const mark = breach?.legs.find((leg) => leg.leg === event.leg)?.mark
          if (group !== event.leg && mark !== undefined && before !== undefined) line = expectedLine(setup, before, { event, mark })
          group = event.leg
          asked += 1
          expect(line[event.rank - 1]).toBe(event.counterparty)
          const held = heldBy(setup, before, event.counterparty)
          expect(held.s === event.qty.s && held.abs().gte(event.qty.abs())).toBe(true)
          expect(event.amount.gt(0)).toBe(true)
        }
      }),
      times(500),
    )
    expect(asked).toBeGreaterThan(3)
  })

  it('[W1, Q10] a population changes who pays, and nothing that happens to a pool', () => {
    fc.assert(
      fc.property(losing, wallsArb, (setup, walls) => {
        const own = (population: Setup['population']) => lines(finished({ ...setup, population }, walls).events.filter((event) => event.type !== 'deleveraged' && event.type !== 'shortfall'), ['seq'])
        expect(firstDifferenceOf(own(setup.population), own([]))).toBeUndefined()
      }),
      times(200),
    )
  })
})

/** What the fund pays for a pool or a take-over. */
function debtOf(event: LedgerEvent): Decimal | undefined {
  if (event.type === 'bad-debt-covered') return event.amount
  return event.type === 'fund-settled' && event.amount.lt(0) ? event.amount.neg() : undefined
}

/** What is wrong with the size of a part. */
function partProblem(setup: Setup, event: PositionLiquidated, before: Account | undefined): string | undefined {
  const held = before?.positions.get(event.leg)
  if (held === undefined) return 'nothing was held'
  if (event.rest === undefined) return held.qty.eq(event.qty) ? undefined : `${event.qty.toFixed()} of ${held.qty.toFixed()}`
  const step = setup.instruments.find((each) => each.symbol === event.instrument)?.qtyStep ?? new Decimal(1)
  if (!event.qty.plus(event.rest.qty).eq(held.qty) || event.rest.qty.s !== held.qty.s) return 'part and rest are not the whole'
  if (event.qty.abs().lt(held.qty.abs().times('0.01'))) return 'less than a hundredth'
  return event.qty.abs().div(step).isInteger() ? undefined : 'not in whole steps'
}

function heldBy(setup: Setup, account: Account | undefined, id: string): Decimal {
  return new Decimal(setup.population?.find((each) => each.id === id)?.qty ?? 0).minus(account?.deleveraged.get(id)?.qty ?? 0)
}

/** Who is asked, in order: q (P - E), equity = margin + that, leverage = |q P| / equity. Linear contracts only. */
function expectedLine(setup: Setup, account: Account, { event, mark }: { readonly event: Deleveraged; readonly mark: Price }): readonly string[] {
  const { deleveraging } = setup.rules
  if (deleveraging.type === 'none') return []
  const scored = (setup.population ?? []).flatMap((party) => {
    const q = heldBy(setup, account, party.id)
    if (party.instrument !== event.instrument || q.isZero() || q.s !== event.qty.s) return []
    const margin = new Decimal(party.margin).plus(account.deleveraged.get(party.id)?.realizedPnl ?? 0)
    const profit = q.times(mark.minus(party.entryPrice))
    const equity = margin.plus(profit)
    if (equity.lte(0) || mark.isZero()) return []
    const leverage = q.times(mark).abs().div(equity)
    const base = deleveraging.ranking === 'leveraged-profit' ? Decimal.max(1, margin) : q.times(party.entryPrice).abs()
    const share = profit.div(base)
    const ratio = q.gt(0) ? mark.div(party.entryPrice) : party.entryPrice.div(mark)
    const score = deleveraging.ranking === 'profit-and-leverage' ? ratio.times(leverage) : share.gt(0) ? share.times(leverage) : share.div(leverage)
    return [{ id: party.id, score }]
  })
  return scored.toSorted((a, b) => b.score.cmp(a.score)).map((each) => each.id)
}
