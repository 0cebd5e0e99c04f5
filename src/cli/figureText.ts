import { figureKey, type FigureRef } from '../engine/index.ts'

/** The key of a figure as one types it: the names of legs and pools as they are, without the twin that --walls names. */
export function figureText({ id, of }: FigureRef, twin: string | undefined): string {
  const { twin: own, ...rest } = of
  return figureKey({ id, of: own === undefined || own === twin ? rest : of }).replaceAll('%40', '@').replaceAll('%3A', ':')
}
