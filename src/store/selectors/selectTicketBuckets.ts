import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'

/** A bucket an order can go to. */
export interface TicketBucket {
  readonly name: string
  /** What it holds; absent while that is not known, or before it is opened. */
  readonly equity: string | undefined
}

type Commands = NonNullable<AppState['scenario']['document']>['commands']

const PREFIX = 'bucket:'
const NONE: readonly TicketBucket[] = []

/** The buckets of the account as set that were used up to the cursor, in the order of their first use. */
export const selectTicketBuckets: (state: AppState) => readonly TicketBucket[] = createSelector(
  [
    (state: AppState) => state.scenario.document?.commands,
    (state: AppState) => state.playback.tick,
    (state: AppState) => (state.view.detail?.twin === 'as-set' ? state.view.detail.account.pools : undefined),
  ],
  (commands, tick, pools) => {
    const names = new Set((commands ?? []).filter((command) => command.tick <= tick).flatMap(bucketsOf))
    if (names.size === 0) return NONE
    return [...names].map((name) => ({ name, equity: pools?.find((pool) => pool.id === PREFIX + name)?.equity }))
  },
)

function bucketsOf(command: Commands[number]): readonly string[] {
  switch (command.type) {
    case 'place-order':
      return named(command.pool)
    case 'move-position':
      return named(command.to)
    case 'add-margin':
      return command.bucket === undefined ? [] : [command.bucket]
    default:
      return []
  }
}

function named(pool: string): readonly string[] {
  return pool.startsWith(PREFIX) ? [pool.slice(PREFIX.length)] : []
}
