import { figureParts, NAME, type SaidFigure } from '../primitives/FigureWords.tsx'

/** Words of a drawing whose figures can be opened. */
export function FigureSpans({ text, figures = [] }: { readonly text: string; readonly figures?: readonly SaidFigure[] | undefined }) {
  // Parts of one text never move.
  return figureParts(text, figures).map((part, index) => (part.figure === undefined || part.figure === NAME ? part.text : <tspan key={index} data-figure={part.figure}>{part.text}</tspan>))
}
