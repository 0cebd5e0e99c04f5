import type { Instrument } from '../instruments/Instrument.ts'
import type { Account, Position } from '../ledger/Account.ts'
import { NO_TOTALS } from '../ledger/evolve.ts'
import { required } from '../result/result.ts'
import { notionalOf, priceOfValue } from '../instruments/valuation.ts'
import { asQuote, asRate, posted, type Quote, type Rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import type { PoolView, PositionView } from './views.ts'
import { priceOf } from '../tape/priceKey.ts'
import { backedLegs } from './backedLegs.ts'
import { backingOf, markOf, positionsIn, unrealizedPnl, type Marks } from './poolMargin.ts'
import { entryMargin } from './entryMargin.ts'
import { exitCostOf, initialOf, initialRateOf, maintenanceBase, maintenanceOf, maintenanceRateAt, requirementAt, reservedFor, stated, tierIndexOf } from './requirement.ts'
import type { LiquidationPrice } from './LiquidationPrice.ts'
import { rootsOf, solveLiquidationPrice, type PriceQuestion, type Roots } from './solveLiquidationPrice.ts'

export interface ViewContext {
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly marks: Marks
}

/** A pool as its positions see it. */
export interface PoolContext extends ViewContext {
  readonly pool: PoolView
  /** Roots that were found for other positions of the pool at the same marks. */
  readonly roots?: PoolRoots
}

/** Finds the roots of a pool once: they are the same for all positions of an instrument, and together for all. */
export interface PoolRoots {
  of(question: PriceQuestion): Roots
}

export function poolRoots(): PoolRoots {
  const known = new Map<string, Roots>()
  return {
    of(question) {
      const { backing, others, position } = question
      const key = others === 'together' ? backing.need : `${backing.need} ${position.instrument}`
      const roots = known.get(key) ?? rootsOf(question)
      known.set(key, roots)
      return roots
    },
  }
}

/** Every figure of a position at the marks; three liquidation prices are solved for it. */
export function positionView(account: Account, position: Position, context: PoolContext): PositionView {
  const { marks, rules, pool } = context
  const mark = markOf(marks, position.instrument)
  const notional = notionalOf(position, mark)
  const pnl = unrealizedPnl(position, mark)
  const ask = (need: 'maintenance' | 'nothing', others: PriceQuestion['others']): LiquidationPrice => {
    const question = questionOf(account, position, context, { need, others })
    return solveLiquidationPrice(question, context.roots?.of(question))
  }
  return {
    leg: position.leg,
    instrument: position.instrument,
    type: position.type,
    pool: pool.id,
    poolType: pool.type,
    positionSide: position.positionSide,
    qty: position.qty,
    entryNotional: position.entryNotional,
    entryPrice: priceOfValue(position, position.entryNotional),
    mark,
    notional,
    leverage: position.leverage,
    margin: pool.type === 'isolated' ? pool.cash : undefined,
    initialMargin: initialOf(position, mark, rules),
    initialMarginRate: initialRateOf(position, { price: mark, notional }, rules),
    maintenanceMargin: stated(maintenanceOf(position, mark, rules), rules),
    maintenanceMarginRate: maintenanceRateAt(position, mark, rules),
    exitCosts: posted(asQuote(exitCostOf(position, mark, rules).plus(reserved(account, position, rules))), 'up'),
    requirement: posted(requirementAt(position, mark, rules).plus(reserved(account, position, rules)), 'up'),
    tier: tierIndexOf(position, maintenanceBase(position, mark, rules), rules) + 1,
    unrealizedPnl: pnl,
    roe: returnOn(entryMargin(position.entryNotional, position.leverage), pnl),
    marginRatio: pool.marginRatio,
    liquidation: ask('maintenance', 'alone'),
    liquidationTogether: ask('maintenance', 'together'),
    bankruptcy: ask('nothing', 'alone'),
    takeProfit: position.takeProfit,
    stopLoss: position.stopLoss,
    triggerBy: position.triggerBy ?? 'mark',
    trailing: position.trailing,
    autoMargin: position.autoMargin,
    totals: account.totals.get(position.leg) ?? NO_TOTALS,
  }
}

/** PnL / margin; 0 where average prices of both signs left no margin to compare with. */
function returnOn(margin: Quote, pnl: Quote): Rate {
  return asRate(margin.isZero() ? margin : posted(pnl.div(margin)))
}

/** What the solver is asked about a position: its pool, and the prices the liquidation test looks at. [K5] */
export function questionOf(account: Account, position: Position, context: ViewContext, about: { need: 'maintenance' | 'nothing'; others: PriceQuestion['others'] }): PriceQuestion {
  const { rules, instruments } = context
  const backing = backingOf(account, required(account.pools.get(position.pool), position.pool), { need: about.need, rules })
  const { positions } = backing
  return { backing, marks: testedMarks(positions, context), instruments, position, others: about.others }
}

/** What the liquidation test looks at [K5], of the pool's own instruments: others cannot matter. [W1] */
function testedMarks(positions: readonly Position[], { marks, rules }: ViewContext): Marks {
  return new Map(positions.map(({ instrument }) => [instrument, priceOf(marks, instrument, rules.liquidation.trigger)]))
}

/** The position's part of the closing fees that its pool's margin sets aside. */
function reserved(account: Account, position: Position, rules: Rules): Quote {
  const pool = required(account.pools.get(position.pool), position.pool)
  return reservedFor(position, pool, { alone: backedLegs(positionsIn(account, pool)).length === 1, rules })
}
