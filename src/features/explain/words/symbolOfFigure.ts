import { FIGURES, isFigureId } from '../../../engine/index.ts'

/** How a figure is written on the left of its own formula. */
export function symbolOfFigure(id: string): string {
  return isFigureId(id) ? FIGURES[id].symbol : '='
}
