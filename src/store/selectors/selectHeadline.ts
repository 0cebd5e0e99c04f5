import { Decimal, ofPriceKey, priceOfValue, qty, quote, standingKey, type PriceKind } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { PlainEvent, TwinTotals } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { EventLog } from '../slices/ViewState.ts'
import { isAssetLeg, type Breach } from './breaches.ts'
import type { HeadlineCause, HeadlineFacts } from './rows/HeadlineFacts.ts'
import { selectBreaches } from './selectBreaches.ts'
import { selectDeposited } from './selectDeposited.ts'

/** What the accounts have been through so far. */
const selectStory = createSelector([(state: AppState) => state.view.events, selectBreaches, selectDeposited], (events, breaches, deposited) => ({ events, breaches, deposited }))

/** What the sentence over the charts says; absent before the first frame. */
export const selectHeadline: (state: AppState) => HeadlineFacts | undefined = createSelector(
  [
    (state: AppState) => state.view.frame,
    selectStory,
    (state: AppState) => state.playback.hasEnded,
    (state: AppState) => state.scenario.info,
  ],
  (frame, { events, breaches, deposited }, hasEnded, info) => {
    if (frame === undefined || info === undefined) return undefined
    const isolated = frame.twins['all-isolated']
    const cross = frame.twins['all-cross']
    const kind = kindOf(new Decimal(isolated.equity), new Decimal(cross.equity), wasTraded(events['all-isolated']))
    return {
      kind,
      isMoment: breaches.some((breach) => breach.tick === frame.tick),
      hasEnded,
      deposited: deposited['as-set'],
      isolated: isolated.equity,
      cross: cross.equity,
      gap: new Decimal(isolated.equity).minus(cross.equity).abs().toFixed(),
      quote: info.currency.code,
      isolatedOpen: basesOf(isolated, false),
      crossOpen: basesOf(cross, false),
      isolatedLiquidated: basesOf(isolated, true),
      crossLiquidated: basesOf(cross, true),
      cause: causeOf(kind, breaches, { events, prices: new Map(Object.entries(frame.marks)), trigger: info.rules.liquidation.trigger }),
    }
  },
)

function wasTraded(log: EventLog): boolean {
  for (let i = 0; i < log.visible; i += 1) if (isTrade(log.list[i])) return true
  return false
}

function isTrade(event: PlainEvent | undefined): boolean {
  return event?.type === 'filled' && event.cause !== 'collateral'
}

function kindOf(isolated: Decimal, cross: Decimal, traded: boolean): HeadlineFacts['kind'] {
  if (!traded) return 'nothing-open'
  if (isolated.lte(0) && cross.lte(0)) return 'both-lost-all'
  if (cross.lte(0)) return 'cross-lost-all'
  if (isolated.lte(0)) return 'isolated-lost-all'
  if (isolated.eq(cross)) return 'same'
  return isolated.gt(cross) ? 'isolated-ahead' : 'cross-ahead'
}

function basesOf(totals: TwinTotals, isFlooded: boolean): readonly string[] {
  return [...new Set(totals.walls.flatMap((pool) => pool.legs.filter((leg) => leg.isFlooded === isFlooded).map((leg) => leg.base)))]
}

interface Scene {
  readonly events: AppState['view']['events']
  /** By price key: which prices the tape has. */
  readonly prices: ReadonlyMap<string, string>
  readonly trigger: PriceKind
}

/** The latest liquidation of the twin that is behind; none while they are level. */
function causeOf(kind: HeadlineFacts['kind'], breaches: readonly Breach[], { events, prices, trigger }: Scene): HeadlineCause | undefined {
  const behind = kind === 'cross-lost-all' || kind === 'isolated-ahead' ? 'all-cross' : kind === 'isolated-lost-all' || kind === 'cross-ahead' ? 'all-isolated' : undefined
  if (behind === undefined) return undefined
  const breach = breaches.findLast((each) => each.twin === behind)
  if (breach === undefined) return undefined
  const moved = moveOf(events[behind].list, breach)
  if (moved === undefined) return undefined
  const along = breach.bystanders.filter((leg) => leg.price !== undefined).map((leg) => leg.base)
  return { twin: behind, seq: breach.seq, tick: breach.tick, base: breach.culprit.base, priceKind: ofPriceKey(standingKey(prices, moved.instrument, trigger)).kind, move: moved.move, along, assets: moved.assets }
}

/** (price − entry) / entry of the culprit at the liquidation. */
function moveOf(list: readonly PlainEvent[], breach: Breach): { readonly instrument: string; readonly move: number; readonly assets: HeadlineCause['assets'] } | undefined {
  const at = list.findIndex((event) => event.seq === breach.seq)
  const event = list[at]
  const leg = event?.type === 'pool-breached' ? event.legs.find((each) => each.leg === breach.culprit.leg) : undefined
  const fill = list.findLast((each, i) => i < at && each.type === 'filled' && each.leg === breach.culprit.leg)
  if (leg === undefined || fill?.type !== 'filled') return undefined
  const entry = priceOfValue({ type: fill.instrumentType, qty: qty(fill.qtyAfter) }, quote(fill.entryNotionalAfter))
  const assets = event?.type === 'pool-breached' ? event.legs.filter((each) => isAssetLeg(each.leg) && each.leg !== leg.leg && each.unrealizedPnl.startsWith('-')) : []
  return { instrument: leg.instrument, assets: assets.map(({ leg: asset, instrument, mark }) => ({ leg: asset, base: instrument, price: mark })), move: new Decimal(leg.mark).minus(entry).div(entry.abs()).toNumber() }
}
