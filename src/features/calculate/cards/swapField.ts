import type { CalculateDraft } from '../../../store/slices/CalculateState.ts'
import type { FieldId } from '../fields/FieldSpec.ts'
import type { CardSpec } from './CardSpec.ts'

/** What stands in a field that is solved, as one would type it; absent where there is no answer. */
export type AnswerText = (field: FieldId) => string | undefined

/** Which fields a press on a lock makes given and which it asks for; absent where nothing can take the field's place. */
export interface Swap {
  readonly draft: CalculateDraft
  /** Texts of fields that became given, from the answers that stood there. */
  readonly texts: Readonly<Partial<Record<FieldId, string>>>
}

export function isGiven(spec: CardSpec, draft: CalculateDraft, field: FieldId): boolean {
  return spec.inputs.includes(field) ? !draft.asked.includes(field) : draft.wanted.includes(field)
}

/**
 * Unlocking a given input asks for it, and the result that follows from it most naturally becomes given in its place, with
 * the answer it had: nothing moves until something is typed. Locking a result asks for an input in return. Pressed again,
 * both go back. `asked` and `wanted` are pairs, by index.
 */
export function swapField(spec: CardSpec, draft: CalculateDraft, field: FieldId, answer: AnswerText): Swap | undefined {
  const at = spec.inputs.includes(field) ? draft.asked.indexOf(field) : draft.wanted.indexOf(field)
  if (at >= 0) return undone(draft, at, answer)
  return spec.inputs.includes(field) ? asking(spec, draft, { input: field, answer }) : wanting(spec, draft, { result: field, answer })
}

/** A pair is given up: its input is given again. */
function undone(draft: CalculateDraft, at: number, answer: AnswerText): Swap {
  const input = draft.asked[at] as FieldId | undefined
  const without = (list: readonly string[]): readonly string[] => list.filter((_, index) => index !== at)
  return { draft: { ...draft, asked: without(draft.asked), wanted: without(draft.wanted) }, texts: textsOf(input, answer) }
}

function asking(spec: CardSpec, draft: CalculateDraft, { input, answer }: { readonly input: FieldId; readonly answer: AnswerText }): Swap | undefined {
  const free = (spec.swaps[input] ?? []).filter((result) => spec.results.includes(result) && !draft.wanted.includes(result))
  const result = free.find((each) => answer(each) !== undefined) ?? free[0]
  return result === undefined ? undefined : paired(draft, input, result, answer)
}

/** The input that the result follows from most naturally; where that is asked for already, the result takes the other one's place. */
function wanting(spec: CardSpec, draft: CalculateDraft, { result, answer }: { readonly result: FieldId; readonly answer: AnswerText }): Swap | undefined {
  const rank = (input: FieldId): number => spec.swaps[input]?.indexOf(result) ?? -1
  // Of two that are as near, the one that the card names first.
  const [usual] = (Object.keys(spec.swaps) as readonly FieldId[]).filter((input) => rank(input) >= 0).toSorted((a, b) => rank(a) - rank(b))
  if (usual === undefined) return undefined
  const at = draft.asked.indexOf(usual)
  if (at < 0) return paired(draft, usual, result, answer)
  return { draft: { ...draft, wanted: draft.wanted.map((each, index) => (index === at ? result : each)) }, texts: textsOf(result, answer) }
}

function paired(draft: CalculateDraft, input: FieldId, result: FieldId, answer: AnswerText): Swap {
  return { draft: { ...draft, asked: [...draft.asked, input], wanted: [...draft.wanted, result] }, texts: textsOf(result, answer) }
}

function textsOf(field: FieldId | undefined, answer: AnswerText): Swap['texts'] {
  const text = field === undefined ? undefined : answer(field)
  return field === undefined || text === undefined ? {} : { [field]: text }
}
