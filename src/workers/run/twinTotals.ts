import { accountTotals, type Account, type Marks, type Price, type Rules } from '../../engine/index.ts'
import type { TwinTotals, WallsPool } from './Frame.ts'
import type { LegStory } from './legHistory.ts'
import { plain } from './openScenario.ts'

/** The exact figures of one account for every frame, and its compartments. */
export function twinTotals(account: Account, context: { readonly rules: Rules; readonly marks: Marks; readonly stories: ReadonlyMap<string, LegStory>; readonly coinPrice: Price | undefined }): TwinTotals {
  const totals = accountTotals(account, context)
  const { equity, walletBalance, available, initialMargin, maintenanceMargin, unrealizedPnl, marginRatio, canStillLose, insuranceFund } = totals
  return {
    ...plain({ equity, walletBalance, available, initialMargin, maintenanceMargin, unrealizedPnl, canStillLose, insuranceFund }),
    worth: context.coinPrice === undefined ? undefined : equity.times(context.coinPrice).toFixed(),
    marginRatio: marginRatio?.toFixed(),
    openPositions: [...account.positions.values()].filter(({ type }) => type !== 'spot').length,
    openOrders: account.orders.size,
    walls: wallsOf(account, context.stories),
  }
}

/** Every compartment that holds or held a position: the open ones, and those that were flooded and not opened again. */
function wallsOf(account: Account, stories: ReadonlyMap<string, LegStory>): readonly WallsPool[] {
  const pools = new Map<string, WallsPool>()
  for (const story of stories.values()) {
    if (story.status === 'closed') continue
    const position = account.positions.get(story.leg)
    const { leg, instrument, base } = story
    const isLong = position === undefined ? story.isLong : !position.qty.isNegative()
    const known = pools.get(story.pool)
    const legs = [...(known?.legs ?? []), { leg, instrument, base, isLong, isFlooded: story.status === 'liquidated' }]
    pools.set(story.pool, { pool: story.pool, type: story.poolType, legs })
  }
  return [...pools.values()]
}
