import type { CalculateDesk } from '../../../store/slices/CalculateState.ts'
import type { CardView } from '../useCard.ts'

export const LETTERS = ['A', 'B', 'C'] as const

/** Keeps the form as it stands as the next variant; another card's comparison gives way. */
export function keepVariant(desk: CalculateDesk, { spec, draft }: Pick<CardView, 'spec' | 'draft'>): CalculateDesk {
  const kept = desk.compare?.card === spec.id ? desk.compare.kept : []
  if (kept.length >= LETTERS.length) return desk
  return { ...desk, compare: { card: spec.id, kept: [...kept, { inputs: desk.inputs, draft }] } }
}

export function withoutVariant(desk: CalculateDesk, index: number): CalculateDesk {
  const { compare } = desk
  return compare === undefined ? desk : { ...desk, compare: { ...compare, kept: compare.kept.filter((_, at) => at !== index) } }
}

/** Puts a variant back into the form. */
export function restoredVariant(desk: CalculateDesk, index: number): CalculateDesk {
  const kept = desk.compare?.kept[index]
  return kept === undefined || desk.compare === undefined ? desk : { ...desk, inputs: kept.inputs, drafts: { ...desk.drafts, [desk.compare.card]: kept.draft } }
}
