import { kindOfFigure, isFigureId, isStatedFigureId, kindOfStated } from '../../../engine/index.ts'

/** How a figure is written on the left of its own formula. */
export function symbolOfFigure(id: string): string {
  if (isFigureId(id)) return kindOfFigure(id).symbol
  if (isStatedFigureId(id)) return kindOfStated(id).symbol
  // Of a calculator: as the same figure of a position is written.
  const field = id.split('.').at(-1)?.replace(/Price$/, '') ?? ''
  const same = `position.${field}`
  return isFigureId(same) ? kindOfFigure(same).symbol : 'x'
}
