import type { ExportTable } from '../../documents/csv/tableCsv.ts'
import type { PlainEvent, Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { LevelCell, OpenPositionRow } from '../selectors/rows/PositionRow.ts'
import { selectFundingRows } from '../selectors/selectFundingRows.ts'
import { selectPositionRows } from '../selectors/selectPositionRows.ts'
import { selectTradeRows } from '../selectors/selectTradeRows.ts'
import { visibleEvents } from '../selectors/visibleEvents.ts'
import { compareTable } from './compareTable.ts'
import type { TableName } from './TableName.ts'

/** The tables of the screen as they are taken away: amounts exact, of all accounts, up to the cursor and no further. */
export const exportTables: Readonly<Record<TableName, (state: AppState) => ExportTable>> = { positions, trades, funding, events, compare: compareTable }

const TWINS: readonly Twin[] = ['as-set', 'all-isolated', 'all-cross']

/** The state as it is with another account chosen. */
function withAccount(state: AppState, account: Twin): AppState {
  return { ...state, selection: { ...state.selection, account } }
}

function iso(millis: number): string {
  return new Date(millis).toISOString()
}

function trades(state: AppState): ExportTable {
  const columns = ['account', 'event', 'bar', 'time', 'instrument', 'side', 'qty', 'price', 'notional', 'fee', 'realizedPnl', 'role', 'cause']
  const rows = TWINS.flatMap((twin) =>
    selectTradeRows(withAccount(state, twin)).toReversed().map((row) => [
      twin, row.seq, row.tick, iso(row.time), row.instrument, row.isBuy ? 'buy' : 'sell', row.qty, row.price, row.notional, row.fee, row.realizedPnl, row.role, row.cause,
    ]),
  )
  return { columns, rows }
}

function funding(state: AppState): ExportTable {
  const columns = ['account', 'event', 'bar', 'time', 'instrument', 'leg', 'rate', 'mark', 'amount']
  const rows = TWINS.flatMap((twin) =>
    selectFundingRows(withAccount(state, twin)).toReversed().map((row) => [twin, row.seq, row.tick, iso(row.time), row.instrument, row.leg, row.rate, row.mark, row.amount]),
  )
  return { columns, rows }
}

/** Of the account shown: only its figures are computed for every frame. */
function positions(state: AppState): ExportTable {
  const columns = [
    'account', 'leg', 'instrument', 'status', 'side', 'pool', 'leverage', 'qty', 'notional', 'entryPrice', 'mark',
    'liquidationPrice', 'liquidationPriceExact', 'liquidationPriceNone', 'bankruptcyPrice', 'margin', 'initialMargin', 'maintenanceMargin', 'marginRatio',
    'unrealizedPnl', 'roe', 'realizedPnl', 'fees', 'funding', 'takeProfit', 'stopLoss', 'liquidatedAtBar', 'closedAt', 'lost',
  ]
  const rows = selectPositionRows(state).map((row) => {
    const pool = row.bucket === undefined ? row.mode : `bucket:${row.bucket}`
    const head = [row.twin, row.leg, row.instrument, row.type, row.isLong ? 'long' : 'short', pool, row.leverage]
    if (row.type === 'open') return [...head, ...openCells(row), undefined, undefined, undefined]
    const none = Array.from({ length: columns.length - head.length - 3 }, () => undefined)
    return [...head, ...none, row.tick, row.closedAt, row.lost]
  })
  return { columns, rows }
}

function openCells(row: OpenPositionRow): readonly (string | undefined)[] {
  const { liquidation, bankruptcy } = row
  return [
    row.qty, row.notional, row.entryPrice, row.mark,
    priceOf(liquidation), liquidation.type === 'price' ? liquidation.exact : undefined, liquidation.type === 'none' ? liquidation.reason : undefined, priceOf(bankruptcy),
    row.margin, row.initialMargin, row.maintenanceMargin, row.marginRatio,
    row.unrealizedPnl, row.roe, row.realizedPnl, row.fees, row.funding, row.takeProfit, row.stopLoss,
  ]
}

function priceOf(cell: LevelCell): string | undefined {
  return cell.type === 'price' ? cell.price : undefined
}

/** What many events have in common stands in columns; the rest of each as JSON. */
const COMMON = ['leg', 'instrument', 'pool', 'qty', 'price', 'amount', 'fee', 'realizedPnl'] as const

function events(state: AppState): ExportTable {
  const columns = ['account', 'seq', 'bar', 'time', 'type', ...COMMON, 'details']
  const rows = TWINS.flatMap((twin) => visibleEvents(state.view.events[twin]).map((event) => [twin, event.seq, event.tick, iso(event.at), event.type, ...cellsOf(event)]))
  return { columns, rows }
}

function cellsOf(event: PlainEvent): readonly (string | undefined)[] {
  const { seq: _seq, tick: _tick, at: _at, type: _type, ...body } = event as PlainEvent & Readonly<Record<string, unknown>>
  const common = COMMON.map((key) => {
    const value: unknown = body[key]
    return typeof value === 'string' ? value : undefined
  })
  const rest = Object.fromEntries(Object.entries(body).filter(([key, value]) => value !== undefined && !(COMMON.some((each) => each === key) && typeof value === 'string')))
  return [...common, Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest)]
}
