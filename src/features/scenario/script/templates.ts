import { SHOCK_CHOICES } from '../../../store/catalog/shockChoices.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { PartDraft, PartField, PartType } from './ScriptDraft.ts'

type Written = readonly [PartType, Partial<Record<PartField, number>>?]

const fall = (by: number): readonly Written[] => [['calm', { bars: 24 }], ['move', { bars: 24, by }], ['calm', { bars: 72 }]]

/** The presets of old, as parts: 120 bars each. Percent. */
const PARTS: Readonly<Record<string, readonly Written[]>> = {
  'fall-10': fall(-10),
  'fall-20': fall(-20),
  'fall-30': fall(-30),
  wick: [['calm', { bars: 48 }], ['wick', { bars: 4, by: -25, back: 92 }], ['move', { bars: 68, by: 4 }]],
  gap: [['calm', { bars: 47 }], ['gap', { by: -20 }], ['calm', { bars: 72 }]],
  grind: [['grind', { bars: 112, by: -37, legs: 5 }], ['move', { bars: 8, by: 3 }]],
  depeg: [['calm', { bars: 36 }], ['depeg', { bars: 60, by: -13, back: 92 }], ['calm', { bars: 24 }]],
}

/** What stands in the fields of a part that is added. */
export const USUAL: Readonly<Record<PartType, Readonly<Record<PartField, number>>>> = {
  calm: { bars: 24, by: 0, back: 100, legs: 3 },
  move: { bars: 24, by: -10, back: 100, legs: 3 },
  gap: { bars: 1, by: -10, back: 100, legs: 3 },
  wick: { bars: 4, by: -15, back: 90, legs: 3 },
  grind: { bars: 48, by: -20, back: 100, legs: 4 },
  depeg: { bars: 48, by: -10, back: 90, legs: 3 },
  dead: { bars: 12, by: -5, back: 100, legs: 3 },
}

export function partOf(type: PartType, key: number, format: Format, given: Partial<Record<PartField, number>> = {}): PartDraft {
  const { bars, by, back, legs } = { ...USUAL[type], ...given }
  return { key, type, values: { bars: format.typed(bars), by: format.typed(by), back: format.typed(back), legs: format.typed(legs) } }
}

/** The parts a template begins with; none for an id nobody knows. */
export function templateParts(id: string, format: Format): readonly PartDraft[] {
  return (Object.hasOwn(PARTS, id) ? (PARTS[id] ?? []) : []).map(([type, given], index) => partOf(type, index + 1, format, given))
}

export const TEMPLATES = SHOCK_CHOICES.filter(({ id }) => Object.hasOwn(PARTS, id))
