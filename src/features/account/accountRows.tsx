import type { ReactNode } from 'react'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { AccountColumn } from '../../store/selectors/rows/AccountColumn.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { Figure, type Tone } from '../../ui/primitives/Figure.tsx'
import type { FigureTableRow } from '../../ui/primitives/FigureTable.tsx'
import { WallsGlyph, type WallsPool } from '../../ui/primitives/WallsGlyph.tsx'
import { Term } from './Term.tsx'
import { wallsSentence } from './wallsSentence.ts'
import { words } from './words.ts'

export interface AccountLook {
  readonly format: Format
  /** Numbers that change all the time do not flash. */
  readonly isMoving: boolean
  readonly glyphWidth: number
  /** Only the rows that tell the twins apart, for a phone. */
  readonly isShort: boolean
  /** Of a coin account: what its worth is in. */
  readonly worthIn: string | undefined
}

type RowId = keyof typeof words.rows
interface Figures {
  readonly id: keyof typeof FIGURES
  readonly weight?: 'strong'
  readonly isExtra?: true
  readonly isOfCoins?: true
  readonly text: (column: AccountColumn, format: Format) => string
  readonly tone?: (column: AccountColumn) => Tone | undefined
  readonly amount?: (column: AccountColumn) => string | undefined
}

/** The figure of each row, as the engine calls it. */
const FIGURES = {
  equity: 'account.equity', worth: 'account.worth', change: 'account.change', available: 'account.available', maintenance: 'account.maintenanceMargin', ratio: 'account.marginRatio', canStillLose: 'account.canStillLose',
} as const

const figures: readonly Figures[] = [
  { id: 'equity', weight: 'strong', text: (column, format) => format.money(column.equity), amount: (column) => column.equity },
  { id: 'worth', isOfCoins: true, text: (column, format) => format.money(column.worth, { decimals: 0 }) },
  { id: 'change', isExtra: true, text: (column, format) => format.percent(column.change, { signed: true }), tone: (column) => toneOf(column.change) },
  { id: 'available', text: (column, format) => format.money(column.available), amount: (column) => column.available },
  { id: 'maintenance', isExtra: true, text: (column, format) => format.money(column.maintenanceMargin) },
  { id: 'ratio', text: (column, format) => format.percent(column.marginRatio), tone: (column) => dangerOf(column.marginRatio) },
  { id: 'canStillLose', text: (column, format) => format.money(column.canStillLose) },
]

/** Rows of the panel; a figure of a twin that is written like Yours is dimmed, so that the difference is what is seen. */
export function accountRows(columns: readonly AccountColumn[], look: AccountLook): readonly FigureTableRow[] {
  const walls: FigureTableRow = {
    id: 'walls',
    label: termOf('walls'),
    cells: columns.map((column) => (
      <WallsGlyph key={column.twin} pools={column.walls.map(glyphPool)} label={wallsSentence(column.walls)} maxWidth={look.glyphWidth} />
    )),
  }
  return [walls, ...figures.filter((row) => isShown(row, look)).map((row) => ({
    id: row.id,
    label: row.isOfCoins === true && look.worthIn !== undefined ? worthTerm(look.worthIn) : termOf(row.id),
    cells: columns.map((column) => cell(row, column, columns[0], look)),
    // Eight decimals thrice leave no room for larger digits.
    ...(row.weight === undefined || look.worthIn !== undefined ? {} : { weight: row.weight }),
  }))]
}

function isShown({ isExtra, isOfCoins }: Figures, { isShort, worthIn }: AccountLook): boolean {
  return (isExtra !== true || !isShort) && (isOfCoins !== true || worthIn !== undefined)
}

/** The term each row is about. */
const TERMS: Readonly<Record<RowId, string>> = {
  walls: 'walls', equity: 'equity', worth: 'equity', change: 'equity', available: 'available-balance', maintenance: 'maintenance-margin', ratio: 'margin-ratio', canStillLose: 'can-still-lose',
}

function worthTerm(currency: string): ReactNode {
  return <Term term="equity" meaning={words.meanings.worth}>{words.worthIn(currency)}</Term>
}

function termOf(id: RowId): ReactNode {
  return <Term term={TERMS[id]} meaning={words.meanings[id]}>{words.rows[id]}</Term>
}

function cell(row: Figures, column: AccountColumn, yours: AccountColumn | undefined, look: AccountLook): ReactNode {
  const text = row.text(column, look.format)
  const isSame = yours !== undefined && column !== yours && row.weight === undefined && text === row.text(yours, look.format)
  const isAbsent = text === look.format.money(undefined)
  return (
    <Figure key={column.twin} figure={figureTag(FIGURES[row.id], { twin: column.twin })} tone={isSame || isAbsent ? 'quiet' : row.tone?.(column)} amount={look.isMoving ? undefined : row.amount?.(column)}>
      {text}
    </Figure>
  )
}

function toneOf(amount: string | undefined): Tone | undefined {
  if (amount === undefined || /^-?[0.]+$/.test(amount)) return undefined
  return amount.startsWith('-') ? 'loss' : 'profit'
}

/** Amber from 50 %, red from 80 %: the thresholds of every margin ratio bar. */
function dangerOf(ratio: string | undefined): Tone | undefined {
  const share = Number(ratio ?? '0')
  if (share >= 0.8) return 'loss'
  return share >= 0.5 ? 'warn' : undefined
}

function glyphPool(pool: AccountColumn['walls'][number]): WallsPool {
  return {
    id: pool.pool,
    mode: pool.type,
    members: pool.legs.map((leg) => ({ id: leg.leg, letter: leg.base.slice(0, 1), isFlooded: leg.isFlooded })),
  }
}
