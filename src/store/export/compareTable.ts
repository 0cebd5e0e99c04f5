import type { ExportTable } from '../../documents/csv/tableCsv.ts'
import type { AppState } from '../AppState.ts'
import type { CalculateFigure, CalculateReport } from '../slices/CalculateState.ts'

const LETTERS = ['A', 'B', 'C'] as const

/** The comparison of the Calculate screen: a field a row, a variant a column, the form as it stands last; prices on the tick, the rest exact. */
export function compareTable({ calculate: { desk, answers } }: AppState): ExportTable {
  const { card = '', kept = [] } = desk?.compare ?? {}
  const names = [...LETTERS.slice(0, kept.length), ...(desk?.compare === undefined ? [] : ['now'])]
  const reports = [...kept.map((_, index) => `compare#${index}`), card].slice(0, names.length).map((key) => {
    const outcome = answers[key]?.outcome
    return outcome?.ok === true ? outcome.report : undefined
  })
  const sides = [...kept.map(({ inputs }) => inputs.side), desk?.inputs.side ?? ''].slice(0, names.length)
  const facts = [
    ['instrument', ...reports.map((report) => report?.instrument)],
    ['side', ...sides],
    ['rules', ...reports.map((report) => report?.rules.name)],
    ['currency', ...reports.map((report) => report?.currency)],
  ]
  const fields = [...new Set(reports.flatMap((report) => (report === undefined ? [] : Object.keys(figuresOf(report)))))]
  return {
    columns: ['field', ...names],
    rows: names.length === 0 ? [] : [...facts, ...fields.map((field) => [field, ...reports.map((report) => written(report === undefined ? undefined : figuresOf(report)[field]))])],
  }
}

function figuresOf(report: CalculateReport): Readonly<Record<string, CalculateFigure>> {
  return { ...report.given, ...report.assumed, ...report.solved, ...report.results, ...report.onTick }
}

/** Where there is none, why. */
function written(figure: CalculateFigure | undefined): string | undefined {
  return typeof figure === 'object' ? figure.message : figure
}
