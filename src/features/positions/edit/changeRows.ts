import type { FigureId } from '../../../engine/index.ts'
import type { FigureOwner } from '../../../store/figures/figureTag.ts'
import { capital } from '../words/capital.ts'
import { changeWords } from '../words/changeWords.ts'
import type { Say } from '../words/Say.ts'
import { noneReasons, words } from '../words/words.ts'
import type { AccountChange, Liquidation, PoolChange, PositionChange } from './Edit.ts'

/** One figure before and after, as text; the same text twice where it stays. */
export interface ChangeRow {
  readonly id: string
  readonly label: string
  readonly from: string
  readonly to: string
  readonly mode?: 'cross' | 'isolated' | 'bucket' | undefined
  /** What it is, to be explained as it is and as it would be. */
  readonly figure?: { readonly id: FigureId; readonly owner?: FigureOwner } | undefined
}

export interface ChangeSections {
  readonly position: readonly ChangeRow[]
  readonly account: readonly ChangeRow[]
  /** Liq. prices that move although these positions are not touched. */
  readonly others: readonly ChangeRow[]
}

/**
 * Every figure an edit changes; of the edited position also its liq. price, of the account what is available and what it
 * can still lose when they stay, so that the slip keeps its shape while typing.
 */
export function changeRows(change: AccountChange, leg: string | undefined, say: Say): ChangeSections {
  const own = change.positions.find((one) => one.leg === leg)
  const wall = change.pools.find((pool) => pool.pool === `isolated:${leg}`)
  return {
    position: own === undefined ? [] : own.qty.after === undefined ? closedRows(own, say) : positionRows(own, ratioOf(own, change), say),
    account: [...accountRows(change, say), ...change.pools.filter((pool) => pool !== wall).flatMap((pool) => poolRows(pool, say))],
    others: change.positions.filter((one) => one.leg !== leg && isMoved(one.liquidation)).map((one) => otherRow(one, say)),
  }
}

function positionRows(own: PositionChange, ratio: Ratio | undefined, say: Say): readonly ChangeRow[] {
  const { leg } = own
  return [
    row('liquidation', words.columns.liquidation, own.liquidation, (value) => levelText(value, leg, say), { id: 'position.liquidation', owner: { leg } }),
    ...ifMoved(row('bankruptcy', changeWords.bankruptcy, own.bankruptcy, (value) => levelText(value, leg, say), { id: 'position.bankruptcy', owner: { leg } })),
    ...ifMoved(row('margin', words.columns.margin, own.margin, (value) => (value === undefined ? words.shared : say.format.money(value)), { id: 'position.margin', owner: { leg } })),
    ...(ratio === undefined ? [] : ifMoved(row('ratio', words.columns.marginRatio, ratio, (value) => say.format.percent(value), { id: 'position.marginRatio', owner: { leg } }))),
    ...ifMoved(row('size', words.columns.size, own.qty, (value) => sizeWords(value, leg, say), { id: 'position.qty', owner: { leg } })),
    ...ifMoved(row('entry', words.columns.entry, own.entryPrice, (value) => (value === undefined ? '—' : say.price(leg, value)), { id: 'position.entryPrice', owner: { leg } })),
  ]
}

type Ratio = PoolChange['marginRatio']

/** Of the pool it is in, before and after; left out where it stays in a shared pool, whose ratio stands below. */
function ratioOf(own: PositionChange, change: AccountChange): Ratio | undefined {
  const { before, after } = own.pool
  if (before === after && before !== `isolated:${own.leg}`) return undefined
  const pool = (id: string | undefined): PoolChange | undefined => change.pools.find((one) => one.pool === id)
  return { before: pool(before)?.marginRatio.before, after: pool(after)?.marginRatio.after }
}

/** Of a position that is closed whole there is nothing left but that. */
function closedRows(own: PositionChange, say: Say): readonly ChangeRow[] {
  const margin = own.margin.before
  return [
    { id: 'size', label: words.columns.size, from: sizeWords(own.qty.before, own.leg, say), to: changeWords.closed, figure: { id: 'position.qty', owner: { leg: own.leg } } },
    { id: 'liquidation', label: words.columns.liquidation, from: levelText(own.liquidation.before, own.leg, say), to: '—', figure: { id: 'position.liquidation', owner: { leg: own.leg } } },
    ...(margin === undefined ? [] : [{ id: 'margin', label: words.columns.margin, from: say.format.money(margin), to: '—', figure: { id: 'position.margin', owner: { leg: own.leg } } } satisfies ChangeRow]),
  ]
}

function accountRows(change: AccountChange, say: Say): readonly ChangeRow[] {
  const money = (value: string): string => say.format.money(value)
  return [
    row('available', changeWords.available, change.available, money, { id: 'account.available' }),
    row('can-still-lose', changeWords.canStillLose, change.canStillLose, money, { id: 'account.canStillLose' }),
    ...ifMoved(row('equity', changeWords.equity, change.equity, money, { id: 'account.equity' })),
    ...ifMoved(row('ratio', changeWords.highestRatio, change.marginRatio, (value) => say.format.percent(value), { id: 'account.marginRatio' })),
  ]
}

function poolRows(pool: PoolChange, say: Say): readonly ChangeRow[] {
  const name = capital(say.pool(pool.pool).replace(/^the /, ''))
  const common = { mode: pool.type }
  return [
    ...ifMoved({ ...row(`${pool.pool} equity`, changeWords.poolEquity(name), pool.equity, (value) => say.format.money(value), { id: 'pool.equity', owner: { pool: pool.pool } }), ...common }),
    ...ifMoved({ ...row(`${pool.pool} ratio`, changeWords.poolRatio(name), pool.marginRatio, (value) => say.format.percent(value), { id: 'pool.marginRatio', owner: { pool: pool.pool } }), ...common }),
  ]
}

function otherRow(other: PositionChange, say: Say): ChangeRow {
  const pool = other.pool.after ?? other.pool.before ?? ''
  return {
    ...row(other.leg, changeWords.otherLiquidation(say.leg(other.leg)), other.liquidation, (value) => levelText(value, other.leg, say), { id: 'position.liquidation', owner: { leg: other.leg } }),
    mode: pool === 'cross' ? 'cross' : pool.startsWith('bucket:') ? 'bucket' : 'isolated',
  }
}

/** 143.94, None (hedged), — when there is no position. */
export function levelText(level: Liquidation | undefined, leg: string, say: Say): string {
  if (level === undefined) return '—'
  return level.type === 'price' ? say.price(leg, level.price) : `${words.none}, ${noneReasons[level.reason]}`
}

export function sizeWords(qty: string | undefined, leg: string, say: Say): string {
  if (qty === undefined) return '—'
  return `${qty.startsWith('-') ? words.short : words.long} ${say.size(leg, qty)}`
}

// oxlint-disable-next-line max-params
function row<T>(id: string, label: string, change: { readonly before: T; readonly after: T }, text: (value: T) => string, figure?: ChangeRow['figure']): ChangeRow {
  return { id, label, from: text(change.before), to: text(change.after), figure }
}

function ifMoved(one: ChangeRow): readonly ChangeRow[] {
  return one.from === one.to ? [] : [one]
}

function isMoved(level: { readonly before: Liquidation | undefined; readonly after: Liquidation | undefined }): boolean {
  return JSON.stringify(level.before) !== JSON.stringify(level.after)
}
