import type { Cells, RulesForm } from './RulesForm.ts'

/** A row table with one cell typed anew. */
export function withCell(rows: readonly Cells[], row: number, column: string, text: string): readonly Cells[] {
  return rows.map((cells, index) => (index === row ? { ...cells, [column]: text } : cells))
}

/**
 * A tier table with one cell typed anew. Two tiers share an edge: where a cap was the next floor, both move, so that a
 * tier is widened by one number.
 */
export function withTierCell(rows: readonly Cells[], row: number, column: string, text: string): readonly Cells[] {
  const old = rows[row]?.[column] ?? ''
  const typed = withCell(rows, row, column, text)
  const [beside, edge] = column === 'cap' ? [row + 1, 'floor'] : column === 'floor' ? [row - 1, 'cap'] : [-1, '']
  return old !== '' && rows[beside]?.[edge] === old ? withCell(typed, beside, edge, text) : typed
}

export function withoutRow(rows: readonly Cells[], row: number): readonly Cells[] {
  return rows.filter((_, index) => index !== row)
}

export function withTwin(rows: readonly Cells[], row: number): readonly Cells[] {
  return rows.flatMap((cells, index) => (index === row ? [cells, { ...cells }] : [cells]))
}

/** The form with the rows of one tier table changed. */
export function withTable(form: RulesForm, symbol: string, change: (rows: readonly Cells[]) => readonly Cells[]): RulesForm {
  return { ...form, tiers: form.tiers.map((table) => (table.symbol === symbol ? { ...table, rows: change(table.rows) } : table)) }
}
