import type { RulesState } from '../../../store/slices/RulesState.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { typedField } from '../fields/fieldText.ts'
import type { FieldKind } from '../fields/RulesField.ts'
import { RULES_FIELDS } from '../fields/rulesFields.ts'
import type { Cells, RulesForm, TierTableForm } from './RulesForm.ts'
import { COLLATERAL_COLUMNS, INTEREST_COLUMNS, PRICE_COLUMNS, SIZE_COLUMNS, TIER_FORM_COLUMNS, type FormColumn } from './tableColumns.ts'

export type RulesFile = NonNullable<RulesState['editing']>['document']

/** A document that states everything, as it stands in the form. */
export function formOf(document: RulesFile, format: Format): RulesForm {
  const values = RULES_FIELDS.map(({ path, kind, begins }) => [path, typedField(valueAt(document, path) ?? begins, kind, format)])
  return {
    name: document.name ?? '',
    values: Object.fromEntries(values) as Record<string, string>,
    tiers: tablesOf(document, format),
    sizeScaling: Object.entries(document.sizeScaling ?? {}).flatMap(([symbol, scaling]) => (scaling.type === 'none' ? [] : [cellsOf({ symbol, ...scaling }, SIZE_COLUMNS, format)])),
    openInterest: Object.entries(document.openInterest ?? {}).map(([symbol, scaling]) => cellsOf({ symbol, ...scaling }, INTEREST_COLUMNS, format)),
    maximumPrice: Object.entries(document.maximumPrice ?? {}).map(([symbol, price]) => cellsOf({ symbol, price }, PRICE_COLUMNS, format)),
    collateral: Object.entries(document.collateral ?? {}).flatMap(([asset, haircut]) => slicesOf(haircut).map((slice) => cellsOf({ asset, ...slice }, COLLATERAL_COLUMNS, format))),
  }
}

/** Instruments with the same table share one; what holds for all others stands alone. */
function tablesOf({ tiers = {} }: RulesFile, format: Format): readonly TierTableForm[] {
  const byText = new Map<string, TierTableForm>()
  for (const [symbol, rows] of Object.entries(tiers)) {
    const text = symbol === 'default' ? symbol : JSON.stringify(rows)
    const same = byText.get(text)
    if (same === undefined) byText.set(text, { symbol, aliases: [], rows: rows.map((row) => cellsOf({ ...row }, TIER_FORM_COLUMNS, format)) })
    else byText.set(text, { ...same, aliases: [...same.aliases, symbol] })
  }
  return [...byText.values()]
}

function slicesOf(haircut: NonNullable<RulesFile['collateral']>[string]): readonly Readonly<Record<string, unknown>>[] {
  if (typeof haircut === 'string') return [{ by: 'value', floor: '0', haircut }]
  return (haircut.slices ?? []).map(({ floor = '0', haircut: share }) => ({ by: haircut.by ?? 'value', floor, haircut: share }))
}

/** A row of a document as typed; what it does not state stays empty. */
export function cellsOf(row: Readonly<Record<string, unknown>>, columns: readonly FormColumn[], format: Format): Cells {
  return Object.fromEntries(columns.map(({ id, kind }) => [id, typed(row[id], kind, format)]))
}

function typed(value: unknown, kind: FieldKind, format: Format): string {
  return isScalar(value) ? typedField(String(value), kind, format) : ''
}

/** The value of a document at a path; spans in milliseconds, however they were stated. */
function valueAt(document: RulesFile, path: string): string | undefined {
  const steps = path.split('.')
  const found = at(document, steps)
  if (isScalar(found)) return String(found)
  const hours = path.endsWith('Millis') ? at(document, [...steps.slice(0, -1), (steps.at(-1) ?? '').replace('Millis', 'Hours')]) : undefined
  return typeof hours === 'number' ? String(hours * 3_600_000) : undefined
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function at(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[step] : undefined), value)
}
