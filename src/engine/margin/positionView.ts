import type { Instrument } from '../instruments/Instrument.ts'
import type { Account, Position } from '../ledger/Account.ts'
import { NO_TOTALS } from '../ledger/evolve.ts'
import { required } from '../result/result.ts'
import { asPrice, asRate, notional, posted, type Quote, type Rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import type { PoolView, PositionView } from './views.ts'
import { markOf, unrealizedPnl, type Marks } from './poolMargin.ts'
import { initialMarginAt, initialOf, maintenanceBase, maintenanceOf, tierIndex, tiersOf } from './requirement.ts'
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
  const base = maintenanceBase(position, mark, rules)
  const table = tiersOf(rules, position.instrument)
  const tier = tierIndex(table, base)
  const pnl = unrealizedPnl(position, mark)
  const ask = (need: 'maintenance' | 'nothing', others: PriceQuestion['others']): LiquidationPrice => {
    const question = questionOf(account, position, context, { need, others })
    return solveLiquidationPrice(question, context.roots?.of(question))
  }
  return {
    leg: position.leg,
    instrument: position.instrument,
    pool: pool.id,
    poolType: pool.type,
    positionSide: position.positionSide,
    qty: position.qty,
    entryNotional: position.entryNotional,
    entryPrice: asPrice(position.entryNotional.div(position.qty)),
    mark,
    notional: notional(position.qty, mark),
    leverage: position.leverage,
    margin: pool.type === 'isolated' ? pool.cash : undefined,
    initialMargin: initialOf(position, mark),
    maintenanceMargin: posted(maintenanceOf(position, mark, rules), 'up'),
    maintenanceMarginRate: required(table[tier], 'a tier').maintenanceRate,
    tier: tier + 1,
    unrealizedPnl: pnl,
    roe: returnOn(initialMarginAt(position.entryNotional, position.leverage), pnl),
    marginRatio: pool.marginRatio,
    liquidation: ask('maintenance', 'alone'),
    liquidationTogether: ask('maintenance', 'together'),
    bankruptcy: ask('nothing', 'alone'),
    takeProfit: position.takeProfit,
    stopLoss: position.stopLoss,
    totals: account.totals.get(position.leg) ?? NO_TOTALS,
  }
}

/** PnL / margin; 0 where average prices of both signs left no margin to compare with. */
function returnOn(margin: Quote, pnl: Quote): Rate {
  return asRate(margin.isZero() ? margin : posted(pnl.div(margin)))
}

function questionOf(account: Account, position: Position, { pool, marks, rules, instruments }: PoolContext, about: { need: 'maintenance' | 'nothing'; others: PriceQuestion['others'] }): PriceQuestion {
  const positions = pool.legs.map((leg) => required(account.positions.get(leg), leg))
  return { backing: { cash: pool.cash, positions, need: about.need, rules }, marks: marksOf(positions, marks), instruments, position, others: about.others }
}

/** Only the marks of the pool's own instruments: others cannot matter. [W1] */
function marksOf(positions: readonly Position[], marks: Marks): Marks {
  return new Map(positions.map((position) => [position.instrument, markOf(marks, position.instrument)]))
}
