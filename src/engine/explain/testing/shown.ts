import type { Decimal } from '../../units/decimal.ts'
import type { FigureRef } from '../Explanation.ts'
import type { FigureId } from '../FigureId.ts'
import type { FigureScene } from '../FigureScene.ts'

/** A figure and what it is, taken from the views, the events and the reports, not from its explanation. */
export interface Shown {
  readonly ref: FigureRef
  /** Absent where the figure does not exist. */
  readonly value: Decimal | undefined
}

export type Of = Readonly<Record<string, string>>
export type Twin = keyof FigureScene['runs']

export function shown(id: FigureId, of: Of, value: Decimal | undefined): Shown {
  return { ref: { id, of }, value }
}
