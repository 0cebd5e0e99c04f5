import type { ScriptPart } from '../../../store/catalog/scripts.ts'

/** Those that the form makes; a document may have more. */
export type PartType = Exclude<ScriptPart['type'], 'corners'>

export const PART_TYPES: readonly PartType[] = ['calm', 'move', 'gap', 'wick', 'grind', 'depeg', 'dead']

export type PartField = 'bars' | 'by' | 'back' | 'legs'

/** Numbers as typed; moves and what is given back in percent. */
export interface PartDraft {
  /** Its own, whatever its place: the focus stays with it when it moves. */
  readonly key: number
  readonly type: PartType
  readonly values: Readonly<Record<PartField, string>>
}

export interface ScriptRow {
  readonly symbol: string
  readonly decimals: number
  readonly price: string
  readonly beta: string
}

/** What stands in the form. */
export interface ScriptDraft {
  /** The template it began with, as long as nothing of its parts is changed. */
  readonly template: string | undefined
  readonly parts: readonly PartDraft[]
  readonly whose: 'current' | 'default'
  readonly rows: readonly ScriptRow[]
  readonly barMillis: number
  /** Noise between the corners, percent a year. */
  readonly volatility: string
  readonly seed: string
}

/** What each part is made of. */
export const PART_FIELDS: Readonly<Record<PartType, readonly PartField[]>> = {
  calm: ['bars'],
  move: ['bars', 'by'],
  gap: ['by'],
  wick: ['bars', 'by', 'back'],
  grind: ['bars', 'by', 'legs'],
  depeg: ['bars', 'by', 'back'],
  dead: ['bars', 'by'],
}

/** `parts.2.by`, `rows.0.price`, `volatility`, `seed`. */
export type ScriptErrors = Readonly<Record<string, string>>
