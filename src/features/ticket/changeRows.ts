import { Decimal } from '../../engine/index.ts'
import { figureTag, type FigureOwner } from '../../store/figures/figureTag.ts'
import { NOT_APPLICABLE } from '../../ui/format/displayText.ts'
import type { Mode } from '../../ui/primitives/ModeBadge.tsx'
import { bucketName, poolMode } from './poolMode.ts'
import { SIDES, type AccountChange, type Liquidation, type OrderSide, type PositionChange, type Preview, type SidePreview } from './Preview.ts'
import { sizeText } from './sizeText.ts'
import type { NoteContext } from './ticketNotes.ts'
import { words } from './words.ts'

export interface ChangeRow {
  readonly id: string
  readonly label: string
  readonly mode: Mode | undefined
  readonly figure: FigureOf
  readonly before: string
  readonly after: Readonly<Record<OrderSide, string>>
}

/** The figure of a row, as it is and as it would be. */
export interface FigureOf {
  readonly before: string | undefined
  readonly after: Readonly<Record<OrderSide, string>>
}

/** What the order changes besides itself. `either`: the same whichever side is placed. */
export interface ChangeRows {
  readonly sides: 'none' | 'either' | 'each' | OrderSide
  readonly account: readonly ChangeRow[]
  readonly others: readonly ChangeRow[]
}

interface Fact {
  readonly id: string
  readonly label: string
  readonly mode?: Mode | undefined
  readonly figure: FigureOf
  readonly before: string
  readonly after: string
}

/** Before → after of the account, the pools and the other positions, as far as they change. */
export function changeRows(preview: Preview | undefined, context: ChangeContext): ChangeRows {
  const sides = SIDES.filter((side) => preview?.[side].change !== undefined)
  const account = tableRows(sides, (side) => accountFacts(preview?.[side], context))
  const others = tableRows(sides, (side) => otherFacts(preview?.[side].others ?? [], context))
  return { sides: sidesOf(sides, [...account, ...others]), account, others }
}

export interface ChangeContext extends NoteContext {
  readonly tickSizeOf: (instrument: string) => string | undefined
}

function sidesOf(sides: readonly OrderSide[], rows: readonly ChangeRow[]): ChangeRows['sides'] {
  const [first, second] = sides
  if (first === undefined) return 'none'
  if (second === undefined) return first
  return rows.every((row) => row.after.buy === row.after.sell) ? 'either' : 'each'
}

/** The facts of both sides in one list; a fact that one side does not have stays as it was there. */
function tableRows(sides: readonly OrderSide[], factsOf: (side: OrderSide) => readonly Fact[]): readonly ChangeRow[] {
  const rows = new Map<string, ChangeRow>()
  for (const side of sides) {
    for (const { id, label, mode, figure, before, after } of factsOf(side)) {
      const known = rows.get(id) ?? { id, label, mode, figure, before, after: { buy: before, sell: before } }
      rows.set(id, { ...known, after: { ...known.after, [side]: after } })
    }
  }
  return [...rows.values()]
}

function accountFacts(side: SidePreview | undefined, context: ChangeContext): readonly Fact[] {
  const change = side?.change
  if (side === undefined || change === undefined) return []
  const { format } = context
  const changed = (id: 'equity', label: string, pair: AccountChange['equity']): readonly Fact[] =>
    new Decimal(pair.before).eq(pair.after) ? [] : [{ id, label, figure: figureOf(`account.${id}`), before: format.money(pair.before), after: format.money(pair.after) }]
  const realized: readonly Fact[] = new Decimal(change.realizedPnl).isZero()
    ? []
    : [{ id: 'realized', label: words.change.realized, figure: { before: undefined, after: { buy: figureTag('ticket.buy.realizedPnl'), sell: figureTag('ticket.sell.realizedPnl') } }, before: NOT_APPLICABLE, after: format.money(change.realizedPnl, { signed: true }) }]
  return [
    { id: 'available', label: words.change.available, figure: figureOf('account.available'), before: format.money(change.available.before), after: format.money(change.available.after) },
    ...changed('equity', words.change.equity, change.equity),
    ...realized,
    ...change.pools.flatMap((pool) => poolFacts(pool, context)),
    ...change.positions.filter(({ leg }) => leg === side.leg).flatMap((position) => ownFacts(position, context)),
  ]
}

function poolFacts(pool: AccountChange['pools'][number], { market, format }: ChangeContext): readonly Fact[] {
  const { before, after } = pool.marginRatio
  if (before === undefined) return [] // the pool the order opens: the summary is about it
  const { ratio } = words.change
  const label = pool.type === 'cross' ? ratio.cross : pool.type === 'bucket' ? ratio.bucket(bucketName(pool.pool)) : ratio.isolated(market.base)
  return [{ id: `ratio-${pool.pool}`, label, figure: figureOf('pool.marginRatio', { pool: pool.pool }), before: format.percent(before), after: format.percent(after) }]
}

/** The position the order adds to or reduces; a new one stands in the summary above. */
function ownFacts(position: PositionChange, { market, format }: ChangeContext): readonly Fact[] {
  if (position.qty.before === undefined) return []
  const size = (qty: string | undefined): string => (qty === undefined ? NOT_APPLICABLE : sizeText(format, qty, market, { hasUnit: false }))
  const price = (level: Liquidation | undefined): string => levelText(level, (value) => format.price(value, { tickSize: market.tickSize }))
  return [
    { id: 'own-size', label: words.change.size(position.base), figure: figureOf('position.qty', { leg: position.leg }), before: size(position.qty.before), after: size(position.qty.after) },
    {
      id: 'own-liquidation', label: words.change.liquidation(position.base), mode: modeOf(position), figure: figureOf('position.liquidation', { leg: position.leg }),
      before: price(position.liquidation.before), after: price(position.liquidation.after),
    },
  ]
}

function otherFacts(others: readonly PositionChange[], { format, tickSizeOf }: ChangeContext): readonly Fact[] {
  return others.map((other) => {
    const isTwice = others.some(({ base, leg }) => base === other.base && leg !== other.leg)
    const price = (level: Liquidation | undefined): string =>
      levelText(level, (value) => format.price(value, { tickSize: tickSizeOf(other.instrument) }))
    const name = isTwice ? `${other.base} ${other.isLong ? 'long' : 'short'}` : other.base
    return {
      id: other.leg, label: words.change.liquidation(name), mode: modeOf(other), figure: figureOf('position.liquidation', { leg: other.leg }, true),
      before: price(other.liquidation.before), after: price(other.liquidation.after),
    }
  })
}

/** Of the account as set: now, and after either side of the draft: as the order is placed, or once it is filled. */
function figureOf(id: Parameters<typeof figureTag>[0], owner: FigureOwner = {}, isFilled = false): FigureOf {
  const own = { ...owner, twin: 'as-set' }
  const after = (side: OrderSide): string => figureTag(id, { ...own, after: isFilled ? side : `placed-${side}` })
  return { before: figureTag(id, own), after: { buy: after('buy'), sell: after('sell') } }
}

function modeOf({ pool }: PositionChange): Mode | undefined {
  const id = pool.after ?? pool.before
  return id === undefined ? undefined : poolMode(id)
}

function levelText(level: Liquidation | undefined, write: (price: string) => string): string {
  if (level === undefined) return NOT_APPLICABLE
  return level.type === 'price' ? write(level.price) : words.summary.none
}
