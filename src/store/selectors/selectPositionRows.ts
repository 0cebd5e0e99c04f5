import { Decimal } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { AccountDetail, PlainEvent, PlainLiquidation, PlainPosition, Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { LevelCell, LiquidatedRow, OpenPositionRow, PositionRow } from './rows/PositionRow.ts'
import { selectMarkets, type Market } from './selectMarkets.ts'
import { trailingCell } from './trailingCell.ts'
import { poolKind, visibleEvents } from './visibleEvents.ts'

const NONE: readonly PositionRow[] = []

/** Parts that were liquidated of legs that are still open, of the account shown. */
const selectReduced = createSelector([(state: AppState) => state.view.events[state.selection.account]], (log): ReadonlyMap<string, NonNullable<Reduced>> => {
  const parts = new Map<string, NonNullable<Reduced>>()
  for (const event of visibleEvents(log)) {
    if (event.type === 'filled' && new Decimal(event.qtyAfter).eq(event.qty)) parts.delete(event.leg)
    if (event.type !== 'position-liquidated') continue
    if (event.rest === undefined) {
      parts.delete(event.leg)
      continue
    }
    const before = parts.get(event.leg) ?? { times: 0, qty: '0' }
    parts.set(event.leg, { times: before.times + 1, qty: new Decimal(before.qty).plus(event.qty).toFixed() })
  }
  return parts
})

const selectOpenRows = createSelector([(state: AppState) => state.view.detail, selectReduced, selectMarkets], (detail, reduced, marketOf): readonly OpenPositionRow[] =>
  detail === undefined ? [] : detail.account.positions.filter(({ type }) => type !== 'spot').map((position) => openRow(position, detail, { market: marketOf(position.instrument), reduced: reduced.get(position.leg) })),
)

const selectLiquidatedRows = createSelector(
  [(state: AppState) => state.selection.account, (state: AppState) => state.view.events[state.selection.account], selectMarkets],
  (twin, log, marketOf) => liquidatedRows(twin, visibleEvents(log), marketOf),
)

/** The positions of the account shown: open ones in the order of their pools, then those that were liquidated. */
export const selectPositionRows: (state: AppState) => readonly PositionRow[] = createSelector([selectOpenRows, selectLiquidatedRows], (open, gone) => {
  const held = new Set(open.map((row) => row.leg))
  const rows = [...open, ...gone.filter((row) => !held.has(row.leg))]
  return rows.length === 0 ? NONE : rows
})

type Reduced = OpenPositionRow['reduced']

function openRow(position: PlainPosition, detail: AccountDetail, { market, reduced }: { readonly market: Market; readonly reduced: Reduced }): OpenPositionRow {
  const { totals } = position
  return {
    type: 'open',
    reduced,
    coolingUntil: detail.more.pools.find(({ pool }) => pool === position.pool)?.coolingUntil,
    key: `${detail.twin}:${position.leg}`,
    leg: position.leg,
    twin: detail.twin,
    instrument: position.instrument,
    base: market.base,
    quote: market.quote,
    sizeUnit: market.sizeUnit,
    isInverse: market.isInverse,
    isLong: !position.qty.startsWith('-'),
    ...poolKind(position.pool),
    leverage: position.leverage,
    priceDecimals: market.priceDecimals,
    qtyDecimals: market.qtyDecimals,
    positionSide: position.positionSide,
    qty: position.qty,
    notional: position.notional,
    entryPrice: position.entryPrice,
    mark: position.mark,
    liquidation: levelOf(position.liquidation, position.mark),
    liquidationTogether: levelOf(position.liquidationTogether, position.mark),
    bankruptcy: levelOf(position.bankruptcy, position.mark),
    margin: position.margin,
    initialMargin: position.initialMargin,
    maintenanceMargin: position.maintenanceMargin,
    tier: position.tier,
    marginRatio: position.marginRatio,
    unrealizedPnl: position.unrealizedPnl,
    roe: position.roe,
    funding: totals.funding,
    realizedPnl: totals.realizedPnl,
    fees: totals.fees,
    takeProfit: position.takeProfit,
    stopLoss: position.stopLoss,
    triggerBy: position.triggerBy,
    trailing: trailingCell(position.trailing, detail.trails[`leg:${position.leg}`]),
    autoMargin: position.autoMargin,
  }
}

function levelOf(level: PlainLiquidation, mark: string): LevelCell {
  if (level.type === 'none') return level
  const at = new Decimal(mark)
  return { type: 'price', price: level.price, exact: level.exact, distance: at.isZero() ? 0 : new Decimal(level.price).minus(at).div(at.abs()).toNumber() }
}

/** Legs whose last end was a liquidation. */
function liquidatedRows(twin: Twin, events: readonly PlainEvent[], marketOf: (instrument: string) => Market): readonly LiquidatedRow[] {
  const rows = new Map<string, LiquidatedRow>()
  const leverages = new Map<string, string>()
  const known = new Map<string, Parts>()
  let breach: Extract<PlainEvent, { type: 'pool-breached' }> | undefined
  // Assets are no positions: they are shown beside the account.
  for (const event of events.filter((each) => !('instrument' in each) || !marketOf(each.instrument).isAsset)) {
    if (event.type === 'filled') {
      leverages.set(event.leg, event.leverage)
      rows.delete(event.leg)
      if (event.qtyAfter === event.qty) known.delete(event.leg)
    } else if (event.type === 'leverage-set') leverages.set(event.leg, event.after)
    else if (event.type === 'pool-breached') breach = event
    else if (event.type === 'position-liquidated' && breach !== undefined) {
      const parts = partsOf(known.get(event.leg), event)
      known.set(event.leg, parts)
      if (event.rest === undefined) rows.set(event.leg, liquidatedRow(twin, { event, breach, parts, leverage: leverages.get(event.leg) ?? '1' }, marketOf(event.instrument)))
    } else if (event.type === 'residual-forfeited' || event.type === 'bad-debt-covered') {
      addShares(rows, event)
    }
  }
  return [...rows.values()]
}

/** What the liquidations of a leg have come to since it was opened. */
interface Parts {
  readonly times: number
  readonly realizedPnl: string
  readonly fee: string
}

function partsOf(before: Parts | undefined, { realizedPnl, fee }: Extract<PlainEvent, { type: 'position-liquidated' }>): Parts {
  if (before === undefined) return { times: 1, realizedPnl, fee }
  return { times: before.times + 1, realizedPnl: new Decimal(before.realizedPnl).plus(realizedPnl).toFixed(), fee: new Decimal(before.fee).plus(fee).toFixed() }
}

/** What was forfeited lessens what is left of a leg; what others bear is a credit. */
function addShares(rows: Map<string, LiquidatedRow>, { type, shares }: Extract<PlainEvent, { type: 'residual-forfeited' | 'bad-debt-covered' }>): void {
  for (const { leg, amount } of shares) {
    const row = rows.get(leg)
    if (row !== undefined) rows.set(leg, withShare(row, type === 'residual-forfeited' ? new Decimal(amount).neg() : new Decimal(amount)))
  }
}

interface End {
  readonly event: Extract<PlainEvent, { type: 'position-liquidated' }>
  readonly breach: Extract<PlainEvent, { type: 'pool-breached' }>
  readonly leverage: string
  readonly parts: Parts
}

function liquidatedRow(twin: Twin, end: End, market: Market): LiquidatedRow {
  const { event, breach, leverage, parts } = end
  const worst = breach.legs.reduce((a, b) => (new Decimal(b.unrealizedPnl).lt(a.unrealizedPnl) ? b : a))
  return {
    type: 'liquidated',
    key: `${twin}:${event.leg}:liquidated`,
    leg: event.leg,
    twin,
    instrument: event.instrument,
    base: market.base,
    quote: market.quote,
    sizeUnit: market.sizeUnit,
    isInverse: market.isInverse,
    isLong: !event.qty.startsWith('-'),
    ...poolKind(event.pool),
    leverage,
    priceDecimals: market.priceDecimals,
    qtyDecimals: market.qtyDecimals,
    tick: event.tick,
    breachSeq: breach.seq,
    closedAt: event.price,
    role: worst.leg === event.leg ? 'culprit' : 'bystander',
    parts: parts.times,
    lost: new Decimal(parts.realizedPnl).minus(parts.fee).toFixed(),
    realizedPnl: parts.realizedPnl,
    fee: parts.fee,
    share: '0',
  }
}

function withShare(row: LiquidatedRow, amount: Decimal): LiquidatedRow {
  return { ...row, share: amount.plus(row.share).toFixed(), lost: amount.plus(row.lost).toFixed() }
}
