import type { TierColumn } from './TierTextReading.ts'

/** First match decides, so what is more telling stands first. */
const NAMES: readonly (readonly [RegExp, TierColumn])[] = [
  [/^(#|no\.?|nr\.?|tier|level|row|risk level|bracket(?: no\.?)?)$/i, 'ignore'],
  [/leverage|hebel/i, 'maxLeverage'],
  [/amount|deduct|\bcum\b|quick/i, 'maintenanceAmount'],
  [/maint|\bmmr?\b/i, 'maintenanceRate'],
  [/initial|\bimr?\b/i, 'initialRate'],
  [/floor|from|lower|\bmin\b|minimum|start|above|over/i, 'floor'],
  [/\bcap\b|upper|up to|^to\b|\bmax\b|maximum|until|limit|\bend/i, 'cap'],
]

/** Roles by the names of a header row; undefined where a name says nothing. */
export function headerColumns(header: readonly string[], firstRow: readonly string[], isRange: (cell: string) => boolean): readonly (TierColumn | undefined)[] {
  return header.map((name, index) => {
    if (isRange(firstRow[index] ?? '') && !/leverage|hebel/i.test(name)) return 'range'
    return NAMES.find(([pattern]) => pattern.test(name.trim()))?.[1]
  })
}

const GRID: readonly TierColumn[] = ['floor', 'cap', 'maintenanceRate', 'maintenanceAmount', 'maxLeverage', 'initialRate']

/** Without a header: the order of our own grid, where the number of columns is the grid's. */
export function gridColumns(count: number): readonly (TierColumn | undefined)[] {
  return Array.from({ length: count }, (_, index) => (count === 5 || count === 6 ? GRID[index] : undefined))
}
