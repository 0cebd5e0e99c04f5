import type { Format } from '../../../ui/format/createFormat.ts'
import { RULES_FIELDS } from '../fields/rulesFields.ts'
import type { RulesField } from '../fields/RulesField.ts'
import { UNITS } from '../fields/fieldText.ts'
import { tableFor, type Cells, type RulesForm, type RowsTable, type TierTableForm } from './RulesForm.ts'
import { tidied } from './tidied.ts'
import { COLLATERAL_COLUMNS, INTEREST_COLUMNS, PRICE_COLUMNS, SIZE_COLUMNS, TIER_FORM_COLUMNS, type FormColumn } from './tableColumns.ts'

/** One difference from the set it was copied from, in words. */
export interface RulesChange {
  readonly id: string
  readonly place: string
  readonly from: string
  readonly to: string
}

export const TABLES: readonly { readonly id: RowsTable; readonly title: string; readonly columns: readonly FormColumn[] }[] = [
  { id: 'sizeScaling', title: 'Rate by size', columns: SIZE_COLUMNS },
  { id: 'openInterest', title: 'Rate by open interest', columns: INTEREST_COLUMNS },
  { id: 'maximumPrice', title: 'Highest price', columns: PRICE_COLUMNS },
  { id: 'collateral', title: 'Collateral', columns: COLLATERAL_COLUMNS },
]

/** Every difference, in the order of the form; rows of tables are compared by their number. */
export function changesOf(base: RulesForm, form: RulesForm, format: Format): readonly RulesChange[] {
  return [
    ...RULES_FIELDS.flatMap((field) => fieldChange(field, { base, form, format })),
    ...form.tiers.flatMap((table) => tierChanges(table, tableFor(base, table.symbol)?.rows, format)),
    ...base.tiers.filter(({ symbol }) => tableFor(form, symbol) === undefined).map((table) => ({ id: `tiers.${table.symbol}`, place: tableName(table), from: tierCount(table.rows.length), to: 'None' })),
    ...TABLES.flatMap(({ id, title, columns }) => rowChanges({ id, title, columns, format }, base[id], form[id])),
  ]
}

function fieldChange(field: RulesField, { base, form, format }: { readonly base: RulesForm; readonly form: RulesForm; readonly format: Format }): readonly RulesChange[] {
  const shown = (of: RulesForm): string => (field.when?.(of.values) === false ? '—' : fieldWords(field, tidied(of.values[field.path] ?? '', field, format)))
  const [from, to] = [shown(base), shown(form)]
  // A detail of a choice that is not made any more goes with the choice.
  return from === to || to === '—' ? [] : [{ id: field.path, place: field.label, from, to }]
}

/** A value of a field as people read it: 0.05 %, Mark price. */
export function fieldWords({ kind, options }: Pick<RulesField, 'kind' | 'options'>, text: string): string {
  if (options !== undefined) return options.find(({ value }) => value === text)?.label ?? text
  if (text === '') return 'None'
  const unit = UNITS[kind]
  return unit === undefined ? text : `${text}${unit === '%' ? '' : ' '}${unit}`
}

/** BTCUSDT and BTC-PERP. */
export function tableName({ symbol, aliases }: Pick<TierTableForm, 'symbol' | 'aliases'>): string {
  if (symbol === 'default') return 'All other instruments'
  return aliases.length === 0 ? symbol : `${[symbol, ...aliases.slice(0, -1)].join(', ')} and ${aliases.at(-1) ?? ''}`
}

function tierCount(count: number): string {
  return `${count} ${count === 1 ? 'tier' : 'tiers'}`
}

function tierChanges(table: TierTableForm, base: readonly Cells[] | undefined, format: Format): readonly RulesChange[] {
  const [id, title] = [`tiers.${table.symbol}`, tableName(table)]
  if (base === undefined) return [{ id, place: title, from: 'No table of its own', to: tierCount(table.rows.length) }]
  return rowChanges({ id, title, columns: TIER_FORM_COLUMNS, format }, base, table.rows)
}

interface Table {
  readonly id: string
  readonly title: string
  readonly columns: readonly FormColumn[]
  readonly format: Format
}

function rowChanges({ id, title, columns, format }: Table, base: readonly Cells[], rows: readonly Cells[]): readonly RulesChange[] {
  const cells = rows.flatMap((row, index) => {
    const before = base[index]
    if (before === undefined) return []
    return columns.flatMap((column) => {
      const [from, to] = [tidied(before[column.id] ?? '', column, format), tidied(row[column.id] ?? '', column, format)]
      return from === to ? [] : [{ id: `${id}.${index}.${column.id}`, place: `${title}, row ${index + 1}, ${column.label.toLowerCase()}`, from: fieldWords(column, from), to: fieldWords(column, to) }]
    })
  })
  if (base.length === rows.length) return cells
  const words = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`
  return [{ id: `${id}.rows`, place: title, from: words(base.length), to: words(rows.length) }, ...cells]
}
