/** What a field of the form holds, as typed: percent of a fraction, an amount, a plain or whole number, hours, seconds, or a choice. */
export type FieldKind = 'percent' | 'amount' | 'number' | 'whole' | 'hours' | 'seconds' | 'choice'

export const GROUPS = ['tiers', 'margin', 'exit', 'liquidation', 'insurance', 'funding', 'collateral'] as const
export type FieldGroup = (typeof GROUPS)[number]

/** The values of a form, by the paths of its fields. */
export type FieldValues = Readonly<Record<string, string>>

/** One rule of a venue as the form shows it. */
export interface RulesField {
  /** Where it stands in the document: `liquidation.partial.share`. */
  readonly path: string
  readonly group: FieldGroup
  readonly label: string
  /** One line: what it means. */
  readonly means: string
  readonly kind: FieldKind
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** What it begins with where the set does not state it, as document text. */
  readonly begins: string
  /** Whether the other choices make it count. */
  readonly when?: (values: FieldValues) => boolean
  /** May be left empty. */
  readonly isOptional?: boolean
  /** May be below zero. */
  readonly isSigned?: boolean
}
