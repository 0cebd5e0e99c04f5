import { accountTotals, poolTypeOf, poolView, priceOfValue, sum, type Account, type Instrument, type LedgerEvent, type LiquidationPrice, type Position, type PreviewContext } from '../../engine/index.ts'
import type { AccountChange, PoolChange, PositionChange } from './AccountChange.ts'
import type { PlainLiquidation } from './Frame.ts'
import { liquidationsOf, ownMargin, type Liquidations } from './liquidationsOf.ts'
import { plain } from './openScenario.ts'

/** Two states of an account at the same marks, and the events between them. */
export interface Step {
  readonly before: Account
  readonly after: Account
  readonly events: readonly LedgerEvent[]
}

/** What a command changes. Pools whose contents stay the same are not looked at: nothing can have changed there. [W1] */
export function changeOf(step: Step, context: PreviewContext, marks = context.moment.marks): AccountChange {
  const { before, after, events } = step
  const rules = context.setting.rules
  const from = accountTotals(before, { rules, marks })
  const to = accountTotals(after, { rules, marks })
  const touched = touchedPools(step)
  const fills = events.filter((event) => event.type === 'filled')
  return {
    equity: { before: from.equity.toFixed(), after: to.equity.toFixed() },
    available: { before: from.available.toFixed(), after: to.available.toFixed() },
    marginRatio: { before: from.marginRatio?.toFixed(), after: to.marginRatio?.toFixed() },
    canStillLose: { before: from.canStillLose.toFixed(), after: to.canStillLose.toFixed() },
    pools: touched.map((id) => poolChange(step, id, { rules, marks })),
    positions: positionChanges(step, touched, {
      instruments: context.setting.instruments,
      before: liquidationsOf(before, context, marks),
      after: liquidationsOf(after, context, marks),
    }),
    transfers: events.flatMap((event) => (event.type === 'transferred' ? [{ from: event.from, to: event.to, amount: event.amount.toFixed(), why: event.why }] : [])),
    fees: sum(fills.map((event) => event.fee)).toFixed(),
    realizedPnl: sum(fills.map((event) => event.realizedPnl)).toFixed(),
    events: events.map((event) => plain(event)),
  }
}

/** Pools that are not the same object any more, or hold a position that is not. */
function touchedPools({ before, after }: Step): readonly string[] {
  const touched = new Set<string>()
  for (const id of new Set([...before.pools.keys(), ...after.pools.keys()])) {
    if (before.pools.get(id) !== after.pools.get(id)) touched.add(id)
  }
  for (const [leg, position] of after.positions) if (before.positions.get(leg) !== position) touched.add(position.pool)
  return [...touched]
}

function poolChange({ before, after }: Step, id: string, at: Parameters<typeof poolView>[2]): PoolChange {
  const view = (account: Account): ReturnType<typeof poolView> | undefined => {
    const pool = account.pools.get(id)
    return pool === undefined ? undefined : poolView(account, pool, at)
  }
  const from = view(before)
  const to = view(after)
  return {
    pool: id,
    type: poolTypeOf(id),
    equity: { before: from?.equity.toFixed(), after: to?.equity.toFixed() },
    marginRatio: { before: from?.marginRatio?.toFixed(), after: to?.marginRatio?.toFixed() },
    removable: { before: from?.removable.toFixed(), after: to?.removable.toFixed() },
  }
}

interface Prices {
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly before: Liquidations
  readonly after: Liquidations
}

function positionChanges({ before, after }: Step, touched: readonly string[], prices: Prices): readonly PositionChange[] {
  const legs = new Set(touched.flatMap((id) => [...(before.pools.get(id)?.legs ?? []), ...(after.pools.get(id)?.legs ?? [])]))
  return [...legs].flatMap((leg) => {
    const from = before.positions.get(leg)
    const to = after.positions.get(leg)
    const any = to ?? from
    if (any === undefined) return []
    const liquidation = { before: plainLevel(prices.before.of(leg)), after: plainLevel(prices.after.of(leg)) }
    if (from === to && sameLevel(liquidation.before, liquidation.after)) return []
    return [
      {
        leg,
        instrument: any.instrument,
        base: prices.instruments.get(any.instrument)?.base ?? any.instrument,
        isLong: !any.qty.isNegative(),
        pool: { before: from?.pool, after: to?.pool },
        qty: { before: from?.qty.toFixed(), after: to?.qty.toFixed() },
        entryPrice: { before: entryOf(from), after: entryOf(to) },
        margin: { before: ownMargin(before, from), after: ownMargin(after, to) },
        liquidation,
        bankruptcy: { before: plainLevel(prices.before.bankruptcy(leg)), after: plainLevel(prices.after.bankruptcy(leg)) },
      },
    ]
  })
}

function entryOf(position: Position | undefined): string | undefined {
  return position === undefined ? undefined : priceOfValue(position, position.entryNotional).toFixed()
}

export function plainLevel(level: LiquidationPrice | undefined): PlainLiquidation | undefined {
  return level === undefined ? undefined : plain(level)
}

function sameLevel(a: PlainLiquidation | undefined, b: PlainLiquidation | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  if (a.type === 'none' || b.type === 'none') return a.type === b.type && a.type === 'none' && b.type === 'none' && a.reason === b.reason
  return a.exact === b.exact
}
