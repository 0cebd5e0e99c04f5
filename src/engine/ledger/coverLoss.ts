import type { InstrumentType } from '../instruments/Instrument.ts'
import { priceOfValue, valueOf } from '../instruments/valuation.ts'
import { markOf } from '../margin/Marks.ts'
import { required } from '../result/result.ts'
import { allocate } from '../units/allocate.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asPrice, asQty, asQuote, asRate, posted, sum, ZERO_QUOTE, type Price, type Qty, type Quote } from '../units/quantities.ts'
import type { LegId, PoolId } from './Account.ts'
import type { Draft, Moment } from './Draft.ts'
import { fundBalance, fundFor } from './insuranceFund.ts'
import type { LegShare } from './LedgerEvent.ts'
import { rankCounterparties } from './rankCounterparties.ts'

/** What was closed of a leg, and what it was worth at the prices it was closed at. */
export interface Closed {
  readonly type: InstrumentType
  readonly instrument: string
  /** Signed. */
  readonly qty: Qty
  readonly worth: Quote
  /** Where it was taken over, if it was: else the price at which the leg's share of the loss would be none. */
  readonly bankruptcyPrice: Price | undefined
}

/** A loss that the fund has to bear, told apart by legs. */
export interface Loss {
  readonly pool: PoolId
  readonly shares: readonly LegShare[]
  /** Legs that were liquidated; without them nothing is deleveraged. */
  readonly closed: ReadonlyMap<LegId, Closed>
}

/**
 * Brings into the fund what a loss takes beyond its balance, before the loss is booked: first from counterparties, by
 * auto-deleveraging, then from nobody. So no fund is ever below zero, and the pool's own events do not depend on it. [Q5, W1]
 */
export function coverLoss(draft: Draft, moment: Moment, loss: Loss): void {
  const lacks = lacksOf(draft, loss)
  const uncovered: LegShare[] = []
  for (const lack of lacks) {
    const left = deleverage(draft, moment, { loss, ...lack })
    if (left.gt(0)) uncovered.push({ leg: lack.leg, amount: left })
  }
  if (uncovered.length === 0) return
  draft.emit(moment, { type: 'shortfall', pool: loss.pool, amount: sum(uncovered.map((each) => each.amount)), shares: uncovered })
}

interface Lack {
  readonly leg: LegId
  /** What the fund cannot pay of the leg's share. */
  readonly amount: Quote
  /** The leg's share of the whole loss. */
  readonly share: Quote
}

/** What each fund cannot pay, told apart as the loss is. */
function lacksOf({ account, setting: { rules } }: Draft, { shares, closed }: Loss): readonly Lack[] {
  const fundOf = ({ leg }: LegShare): string => fundFor(rules, closed.get(leg)?.instrument ?? account.instruments.get(leg) ?? leg)
  return [...new Set(shares.map(fundOf))].flatMap((fund) => {
    const own = shares.filter((share) => fundOf(share) === fund && share.amount.gt(0))
    const amount = sum(own.map((share) => share.amount))
    const lack = asQuote(amount.minus(Decimal.max(0, fundBalance(account, rules, fund))))
    if (!lack.gt(0)) return []
    const parts = lack.eq(amount) ? own.map((share) => share.amount) : allocate(lack, own.map((share) => share.amount))
    return own.map((share, i) => ({ leg: share.leg, amount: parts[i] ?? ZERO_QUOTE, share: share.amount }))
  })
}

/**
 * Closes counterparties of the other side at the leg's bankruptcy price. [Q10] @returns what is still lacking
 *
 * The leg was worth V when it was closed and bears the share D of the loss: at the price b with value(b) = V + D there
 * would be none. A counterparty that closes x of the leg's d there instead gives up x / d (value(b) - V). So a part l of D
 * takes x = d l / (value(b) - V), rounded up to the step; b is rounded so that the counterparty gives up no less.
 */
function deleverage(draft: Draft, moment: Moment, { loss, leg, amount, share }: Lack & { readonly loss: Loss }): Quote {
  const { rules, instruments, population = [] } = draft.setting
  const closed = loss.closed.get(leg)
  if (rules.deleveraging.type === 'none' || closed === undefined || population.length === 0) return amount
  const instrument = required(instruments.get(closed.instrument), closed.instrument)
  const price = closed.bankruptcyPrice ?? bankruptcyPrice(closed, share, instrument.tickSize)
  if (price === undefined) return amount
  const size = closed.qty.abs()
  const given = valueOf(closed, price).minus(closed.worth)
  if (!given.gt(0)) return amount
  const side = closed.qty.isNegative() ? 'long' : 'short'
  const ranked = rankCounterparties(draft.account, { population, instrument, side, mark: markOf(moment.marks, instrument.symbol), ranking: rules.deleveraging.ranking })
  let left: Decimal = amount
  let open = Decimal.min(size, roundToStep(size.times(amount).div(given), instrument.qtyStep, 'up'))
  for (const [i, { counterparty, qty, score }] of ranked.entries()) {
    if (!left.gt(0) || !open.gt(0)) break
    const taken = Decimal.min(open, qty.abs())
    const part = asQuote(Decimal.min(left, posted(given.times(taken).div(size), 'up')))
    const own = { type: instrument.type, qty: asQty(taken.times(qty.s)) }
    draft.emit(moment, {
      type: 'deleveraged',
      counterparty: counterparty.id,
      instrument: instrument.symbol,
      pool: loss.pool,
      leg,
      qty: own.qty,
      price,
      amount: part,
      realizedPnl: posted(valueOf(own, price).minus(valueOf(own, counterparty.entryPrice))),
      score: asRate(score.toDecimalPlaces(12)),
      rank: i + 1,
    })
    left = left.minus(part)
    open = open.minus(taken)
  }
  return asQuote(left)
}

/** On the tick, on the side that leaves nothing; none below zero. */
function bankruptcyPrice(closed: Closed, share: Quote, tickSize: Decimal): Price | undefined {
  const worth = asQuote(closed.worth.plus(share))
  if (closed.type === 'inverse' && worth.isZero()) return undefined
  const exact = priceOfValue(closed, worth)
  const price = asPrice(roundToStep(exact, tickSize, closed.qty.isNegative() ? 'down' : 'up'))
  return price.isNegative() || (closed.type === 'inverse' && price.isZero()) ? undefined : price
}
