import type { CalculateReport } from '../../../store/slices/CalculateState.ts'
import type { CardSpec } from '../cards/CardSpec.ts'
import { fieldSpec, type FieldId } from '../fields/FieldSpec.ts'
import { unitText, writeFigure, type WritingOptions } from '../fields/writeField.ts'
import { figureOf, plainOf } from '../useCard.ts'
import { words } from '../words.ts'

/** One variant beside the others. */
export interface ComparedVariant {
  readonly letter: string
  readonly report: CalculateReport | undefined
  readonly writing: WritingOptions
}

export interface CompareRow {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly cells: readonly string[]
  /** By cell: whether it is another one than that of the first variant. */
  readonly differs: readonly boolean[]
  /** By cell, of the largest; absent where nothing is measured. */
  readonly shares: readonly number[] | undefined
}

/** The fields of a card, row by row, one cell a variant; the first variant is what the others are compared with. */
export function compareRows(spec: CardSpec, variants: readonly ComparedVariant[]): readonly CompareRow[] {
  const facts: readonly CompareRow[] = [
    row('instrument', words.compare.instrument, variants.map(({ report }) => report?.instrument ?? '—')),
    row('side', words.compare.side, variants.map(({ writing }) => words.bar.side[writing.side])),
    row('rules', words.compare.rules, variants.map(({ report }) => report?.rules.name ?? '—')),
  ]
  const fields = [...spec.inputs, ...spec.results.filter((field) => !spec.inputs.includes(field))]
  return [...facts.filter(({ differs }) => differs.some(Boolean)), ...fields.map((field) => fieldRow(field, variants))]
}

function row(id: string, label: string, cells: readonly string[]): CompareRow {
  return { id, label, unit: '', cells, differs: cells.map((cell) => cell !== cells[0]), shares: undefined }
}

/** What a bar can stand for. */
const MEASURED: ReadonlySet<string> = new Set(['money', 'size', 'share', 'leverage', 'count', 'millis'])

function fieldRow(field: FieldId, variants: readonly ComparedVariant[]): CompareRow {
  const { label, unit } = fieldSpec(field)
  const figures = variants.map(({ report }) => figureOf(report, field))
  const cells = variants.map(({ writing }, index) => writeFigure(field, figures[index], writing))
  const amounts = figures.map((figure) => Math.abs(Number(plainOf(figure) ?? Number.NaN)))
  const most = Math.max(...amounts.filter(Number.isFinite))
  const first = variants[0]
  return {
    ...row(field, label, cells),
    unit: first === undefined ? '' : unitText(unit, first.writing.market),
    shares: MEASURED.has(unit) && most > 0 ? amounts.map((amount) => (Number.isFinite(amount) ? amount / most : 0)) : undefined,
  }
}

/** The table as text that a spreadsheet takes: tabs between cells. */
export function compareText(rows: readonly CompareRow[], letters: readonly string[]): string {
  return [['', ...letters, ''], ...rows.map(({ label, cells, unit }) => [label, ...cells, unit])].map((cells) => cells.join('\t')).join('\n')
}
