import type { SaidFigure } from '../primitives/FigureWords.tsx'
import type { Format } from '../format/createFormat.ts'
import { accountNames, type AccountKey } from './accountNames.ts'
import type { EndLabel } from './endLabels.ts'
import type { TwinRow } from './leadBands.ts'
import type { TickNames } from './tickNames.ts'

export type EquityUnit = 'money' | 'percent'

/** How the figures of the chart are said. */
export type EquityWording = { readonly unit: EquityUnit; readonly format: Format; readonly names: TickNames }

export type TwinMark = {
  readonly tick: number
  readonly account: AccountKey
  readonly title: string
  readonly detail: readonly string[]
  /** Figures in the detail. */
  readonly figures?: readonly SaidFigure[] | undefined
  /** Equity where the ✕ stands. */
  readonly value: number
}

/** What is read off the lines at a tick; null where there is none. */
export type EquityValues = Readonly<Record<AccountKey | 'other', number | null>>

const keys = ['iso', 'cross', 'yours'] as const

/** Rows in the unit that is drawn: money, or percent of the start. */
export function rowsInUnit(rows: readonly TwinRow[], unit: EquityUnit, start: number): readonly TwinRow[] {
  if (unit === 'money') return rows
  const share = (value: number | null): number | null => (value === null ? null : (value / start) * 100)
  return rows.map((row) => ({ tick: row.tick, iso: share(row.iso), cross: share(row.cross), yours: share(row.yours), ...(row.other === undefined ? {} : { other: share(row.other) }) }))
}

export function equityText(value: number | null, unit: EquityUnit, format: Format): string {
  return unit === 'money' ? format.money(value) : format.percent(value === null ? null : value / 100)
}

/** Labels from the last row, for a chart that is given none. */
export function defaultEndLabels(row: TwinRow | undefined, unit: EquityUnit, format: Format): readonly EndLabel[] {
  if (row === undefined) return []
  const labels: EndLabel[] = keys.flatMap((key) =>
    row[key] === null ? [] : [{ account: key, name: accountNames[key], value: equityText(row[key], unit, format) }])
  if (row.iso === null || row.cross === null) return labels
  return [...labels, { account: 'gap', name: 'Gap', value: equityText(Math.abs(row.iso - row.cross), unit, format) }]
}

/** The chart as one paragraph. */
export function equitySummary(rows: readonly TwinRow[], marks: readonly TwinMark[], { unit, format, names }: EquityWording): string {
  const first = rows[0]
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return 'Nothing has been played yet.'
  const ways = keys.flatMap((key) =>
    last[key] === null ? [] : [`${accountNames[key]} from ${equityText(first[key], unit, format)} to ${equityText(last[key], unit, format)}.`])
  const events = marks.map((mark) => `${names.full(mark.tick)}: ${mark.title}. ${mark.detail.join(' ')}`)
  return [`Equity from ${names.full(first.tick)} to ${names.full(last.tick)}.`, ...ways, ...events].join(' ')
}

/** What the cursor reads, for a screen reader. */
export function equityReading(tick: number, values: EquityValues, { unit, format, names }: EquityWording, otherName = 'Compared'): string {
  const parts = keys.flatMap((key) => (values[key] === null ? [] : [`${accountNames[key]} ${equityText(values[key], unit, format)}`]))
  return [names.full(tick), ...parts, ...(values.other === null ? [] : [`${otherName} ${equityText(values.other, unit, format)}`])].join(', ')
}

export function equityTableRows(
  rows: readonly TwinRow[],
  marks: readonly TwinMark[],
  { unit, format, names }: EquityWording,
): readonly (readonly string[])[] {
  const titles = new Map<number, string>()
  for (const mark of marks) titles.set(mark.tick, [titles.get(mark.tick), mark.title].filter(Boolean).join('; '))
  return rows.map((row) => [
    names.short(row.tick),
    ...keys.map((key) => equityText(row[key], unit, format)),
    equityText(row.iso === null || row.cross === null ? null : row.iso - row.cross, unit, format),
    titles.get(row.tick) ?? '',
    ...(rows.some(({ other }) => other !== undefined) ? [equityText(row.other ?? null, unit, format)] : []),
  ])
}

export const equityColumns = ['Bar', accountNames.iso, accountNames.cross, accountNames.yours, 'Isolated less cross', 'Event']
