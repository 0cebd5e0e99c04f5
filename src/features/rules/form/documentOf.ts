import type { Format } from '../../../ui/format/createFormat.ts'
import { readField } from '../fields/fieldText.ts'
import { RULES_FIELDS } from '../fields/rulesFields.ts'
import type { RulesFile } from './formOf.ts'
import type { Cells, RulesForm } from './RulesForm.ts'
import { readTyped } from './tidied.ts'
import { COLLATERAL_COLUMNS, INTEREST_COLUMNS, PRICE_COLUMNS, SIZE_COLUMNS, TIER_FORM_COLUMNS, type FormColumn } from './tableColumns.ts'

/** Something in the form that is wrong (or odd), by the place of the form that shows it. */
export interface FormIssue {
  /** A field's path, or `tiers.BTCUSDT`, `collateral`, … */
  readonly place: string
  /** Of a table, from 0. */
  readonly row: number | undefined
  readonly column: string | undefined
  readonly message: string
}

export interface FormReading {
  /** As far as it can be read: for the checks of the validators once there are no issues. */
  readonly document: RulesFile
  readonly issues: readonly FormIssue[]
}

/** What is typed, as a document that states everything. Head of the document (id, date, source) is that of `from`. */
export function documentOf(form: RulesForm, from: RulesFile, format: Format): FormReading {
  const issues: FormIssue[] = []
  const rows = (place: string, table: readonly Cells[], columns: readonly FormColumn[]): readonly Record<string, string>[] =>
    table.map((cells, row) => readRow(cells, columns, { format, report: (column, message) => issues.push({ place, row, column, message }) }))
  const name = form.name.trim()
  if (name === '') issues.push({ place: 'name', row: undefined, column: undefined, message: 'Give it a name.' })
  const document: unknown = {
    schema: 1,
    ...fieldsOf(form, from, { format, issues }),
    name,
    tiers: Object.fromEntries(
      form.tiers.flatMap(({ symbol, aliases, rows: table }) => {
        const read = rows(`tiers.${symbol}`, table, TIER_FORM_COLUMNS)
        return [symbol, ...aliases].map((each) => [each, read])
      }),
    ),
    sizeScaling: { default: { type: 'none' }, ...bySymbol(rows('sizeScaling', form.sizeScaling, SIZE_COLUMNS), scalingOf) },
    openInterest: bySymbol(rows('openInterest', form.openInterest, INTEREST_COLUMNS), ({ symbol: _symbol, ...scaling }) => scaling),
    maximumPrice: bySymbol(rows('maximumPrice', form.maximumPrice, PRICE_COLUMNS), ({ price = '' }) => price),
    collateral: haircuts(rows('collateral', form.collateral, COLLATERAL_COLUMNS)),
  }
  issues.push(...nameIssues(form))
  return { document: document as RulesFile, issues }
}

interface RowReader {
  readonly format: Format
  readonly report: (column: string, message: string) => void
}

/** Empty cells are left out. */
function readRow(cells: Cells, columns: readonly FormColumn[], { format, report }: RowReader): Record<string, string> {
  const row: Record<string, string> = {}
  for (const column of columns) {
    const text = cells[column.id] ?? ''
    if (column.isText === true) {
      row[column.id] = text.trim()
      if (text.trim() === '') report(column.id, 'Enter a name.')
      continue
    }
    const reading = readTyped(text, column, format)
    if (!reading.ok) report(column.id, reading.message)
    else if (reading.value !== '') row[column.id] = reading.value
  }
  return row
}

/** The document it came from with every field of the form in its place; what the form does not show stays as it was. */
function fieldsOf(form: RulesForm, from: RulesFile, { format, issues }: { readonly format: Format; readonly issues: FormIssue[] }): Record<string, unknown> {
  const document = structuredClone({ ...from }) as Record<string, unknown>
  for (const { path } of RULES_FIELDS) {
    remove(document, path.split('.'))
    remove(document, path.replace('Millis', 'Hours').split('.'))
  }
  for (const field of RULES_FIELDS) {
    if (field.when?.(form.values) === false) continue
    const reading = readField(form.values[field.path] ?? '', field, format)
    if (!reading.ok) issues.push({ place: field.path, row: undefined, column: undefined, message: reading.message })
    else if (reading.value !== '') put(document, field.path.split('.'), valueOf(field.path, field.kind, reading.value))
  }
  return document
}

/** Counts and spans are JSON numbers, yes and no are booleans, amounts are text. */
function valueOf(path: string, kind: string, text: string): unknown {
  if (path === 'initialWithExitCost') return text === 'true'
  return kind === 'whole' || kind === 'hours' || kind === 'seconds' ? Number(text) : text
}

function put(target: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[step] = value
    return
  }
  const inner = (target[step] ?? {}) as Record<string, unknown>
  target[step] = inner
  put(inner, rest, value)
}

function remove(target: Record<string, unknown>, [step = '', ...rest]: readonly string[]): void {
  const inner = target[step]
  if (rest.length === 0) delete target[step]
  else if (typeof inner === 'object' && inner !== null) remove(inner as Record<string, unknown>, rest)
}

function bySymbol<T>(rows: readonly Record<string, string>[], of: (row: Record<string, string>) => T): Record<string, T> {
  return Object.fromEntries(rows.map((row) => [row['symbol'] ?? '', of(row)]))
}

function scalingOf({ slope, from, factor }: Record<string, string>): unknown {
  if (factor !== undefined) return { type: 'sqrt', factor }
  return { type: 'linear', slope: slope ?? '0', from: from ?? '0' }
}

function haircuts(rows: readonly Record<string, string>[]): unknown {
  const assets = [...new Set(rows.map(({ asset = '' }) => asset))]
  return Object.fromEntries(
    assets.map((asset) => {
      const slices = rows.filter((row) => row['asset'] === asset)
      return [asset, { by: slices[0]?.['by'] ?? 'value', slices: slices.map(({ floor = '0', haircut = '0' }) => ({ floor, haircut })) }]
    }),
  )
}

/** What would silently take the place of another row. */
function nameIssues(form: RulesForm): readonly FormIssue[] {
  const twice = (place: string, table: readonly Cells[]): readonly FormIssue[] =>
    table.flatMap((cells, row) => {
      const symbol = cells['symbol']?.trim() ?? ''
      const isTaken = symbol !== '' && table.findIndex((other) => other['symbol']?.trim() === symbol) < row
      return isTaken ? [{ place, row, column: 'symbol', message: `${symbol} stands in a row above already.` }] : []
    })
  const both = form.sizeScaling.flatMap((cells, row) =>
    (cells['factor'] ?? '') !== '' && (cells['slope'] ?? '') !== '' ? [{ place: 'sizeScaling', row, column: 'factor', message: 'Either a rate a unit or a share of the root; leave one empty.' }] : [],
  )
  const mixed = form.collateral.flatMap((cells, row) => {
    const first = form.collateral.find((other) => other['asset']?.trim() === cells['asset']?.trim())
    return first?.['by'] === cells['by'] ? [] : [{ place: 'collateral', row, column: 'by', message: 'All slices of an asset count the same.' }]
  })
  return [...twice('sizeScaling', form.sizeScaling), ...twice('openInterest', form.openInterest), ...twice('maximumPrice', form.maximumPrice), ...both, ...mixed]
}
