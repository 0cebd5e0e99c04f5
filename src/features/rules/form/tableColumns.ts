import type { RulesField } from '../fields/RulesField.ts'

/** A column of an editable table: how its cells are typed, and what they mean. */
export interface FormColumn extends Pick<RulesField, 'kind' | 'isOptional'> {
  readonly id: string
  readonly label: string
  readonly means: string
  readonly isText?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

export const TIER_FORM_COLUMNS: readonly FormColumn[] = [
  { id: 'floor', label: 'From', means: 'Where the tier begins. Empty: where the row above ends.', kind: 'amount', isOptional: true },
  { id: 'cap', label: 'Up to', means: 'Where it ends. Empty in the last row: no end.', kind: 'amount', isOptional: true },
  { id: 'maintenanceRate', label: 'Maintenance', means: 'Share of the value that must stay as margin.', kind: 'percent' },
  { id: 'maintenanceAmount', label: 'Amount', means: 'Taken off the maintenance margin. Empty: computed so that nothing jumps.', kind: 'amount', isOptional: true },
  { id: 'maxLeverage', label: 'Max leverage', means: 'The most leverage in this tier. Empty: the widest the rates allow.', kind: 'number', isOptional: true },
  { id: 'initialRate', label: 'Initial', means: 'Least initial rate, where the venue states one. Empty: leverage decides.', kind: 'percent', isOptional: true },
]

export const SIZE_COLUMNS: readonly FormColumn[] = [
  { id: 'symbol', label: 'Instrument', means: '“default” for all others.', kind: 'choice', isText: true },
  { id: 'slope', label: 'Rate a unit', means: 'Added to the rate for every unit of size beyond “from”.', kind: 'percent', isOptional: true },
  { id: 'from', label: 'From size', means: 'Units up to which nothing is added.', kind: 'amount', isOptional: true },
  { id: 'factor', label: 'Times √size', means: 'Instead: the rate is at least 0.8 of itself and this share times the root of the size.', kind: 'percent', isOptional: true },
]

export const INTEREST_COLUMNS: readonly FormColumn[] = [
  { id: 'symbol', label: 'Instrument', means: 'As its symbol is written.', kind: 'choice', isText: true },
  { id: 'lower', label: 'Grows above', means: 'Open interest in quote up to which the initial rate stays.', kind: 'amount' },
  { id: 'upper', label: 'Full at', means: 'Open interest at which the initial rate is 100 %.', kind: 'amount' },
  { id: 'rateStep', label: 'In steps of', means: 'The raised rate is cut to a multiple of it. Empty: not cut.', kind: 'percent', isOptional: true },
  { id: 'open', label: 'Open now', means: 'In base units. Empty: as the instrument says.', kind: 'amount', isOptional: true },
]

export const PRICE_COLUMNS: readonly FormColumn[] = [
  { id: 'symbol', label: 'Instrument', means: '“default” for all others.', kind: 'choice', isText: true },
  { id: 'price', label: 'Highest price', means: 'A liquidation price there or beyond is none.', kind: 'number' },
]

export const COLLATERAL_COLUMNS: readonly FormColumn[] = [
  { id: 'asset', label: 'Asset', means: 'As its symbol is written. Several rows are slices.', kind: 'choice', isText: true },
  { id: 'by', label: 'Slices by', means: 'What “from” counts.', kind: 'choice', options: [{ value: 'value', label: 'Value' }, { value: 'quantity', label: 'Quantity' }] },
  { id: 'floor', label: 'From', means: 'Where the slice begins.', kind: 'amount' },
  { id: 'haircut', label: 'Haircut', means: 'Share of the slice that does not count.', kind: 'percent' },
]
