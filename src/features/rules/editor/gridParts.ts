import type { Format } from '../../../ui/format/createFormat.ts'
import type { GridColumn, GridIssue, GridRow } from '../../../ui/table/EditableGrid.tsx'
import { UNITS } from '../fields/fieldText.ts'
import type { FormIssue } from '../form/documentOf.ts'
import type { Cells } from '../form/RulesForm.ts'
import type { SaidFigure } from '../../../ui/primitives/FigureWords.tsx'
import { ruleFigure, saidRules } from '../form/ruleFigures.ts'
import { tidied } from '../form/tidied.ts'
import type { FormColumn } from '../form/tableColumns.ts'

export function gridColumns(columns: readonly FormColumn[]): readonly GridColumn[] {
  return columns.map(({ id, label, means, kind, isText, options }) => ({ id, label, hint: means, isText, options, unit: id === 'maxLeverage' ? 'x' : UNITS[kind] }))
}

/** Rows with what their cells were before; a row that is new was nothing. */
export function gridRows(rows: readonly Cells[], base: readonly Cells[] | undefined, columns: readonly FormColumn[], format: Format): readonly GridRow[] {
  return rows.map((cells, index) => {
    const before = base?.[index]
    if (before === undefined) return { cells }
    const changed = columns.filter((column) => tidied(cells[column.id] ?? '', column, format) !== tidied(before[column.id] ?? '', column, format))
    const was = Object.fromEntries(changed.map(({ id }) => [id, before[id] ?? '']))
    const wasFigures = Object.fromEntries(changed.flatMap(({ id, label }) => {
      const read = format.parse(before[id] ?? '')
      return read.ok ? [[id, ruleFigure('number', read.value, { place: label })]] : []
    }))
    return { cells, was, wasFigures }
  })
}

/** What is wrong and odd, row by row, where the grid shows it. */
export function gridIssues(place: string, { errors, warnings }: { readonly errors: readonly FormIssue[]; readonly warnings: readonly FormIssue[] }, format: Format, figuresOf: (row: number) => readonly SaidFigure[] = () => []): readonly GridIssue[] {
  const own = (issues: readonly FormIssue[], tone: GridIssue['tone']): readonly GridIssue[] =>
    issues.flatMap((issue) => (issue.place === place && issue.row !== undefined ? [worded(issue, issue.row, tone)] : []))
  const worded = (issue: FormIssue, row: number, tone: GridIssue['tone']): GridIssue => {
    const message = sentence(grouped(issue.message, format))
    return { row, column: issue.column, tone, message, figures: [...figuresOf(row), ...saidRules(message, format)] }
  }
  return [...own(errors, 'error'), ...own(warnings, 'warning')]
}

/** Messages of the documents write numbers as a document does; beside a table they read as in it. */
function grouped(text: string, format: Format): string {
  return text.replaceAll(/(?<![\w.])\d{4,}(?:\.\d+)?(?![\w.]\d)/g, (number) => format.exact(number))
}

/** Messages of the documents begin small, as they stand after a path. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
