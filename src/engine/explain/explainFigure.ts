import type { Explanation, FigureRef } from './Explanation.ts'
import type { FigureScene } from './FigureScene.ts'

/** How a figure comes about; undefined where there is no such figure. [X1] */
export function explainFigure(_scene: FigureScene, _figure: FigureRef): Explanation | undefined {
  return undefined
}
