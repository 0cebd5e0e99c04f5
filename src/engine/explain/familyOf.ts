import type { FIGURE_FAMILIES, FigureId } from './FigureId.ts'

/** An id apart: `ticket.buy.qty` is `qty` of the family `ticket.buy`. */
export function familyOf(id: FigureId): { readonly family: keyof typeof FIGURE_FAMILIES; readonly field: string } {
  const dot = id.lastIndexOf('.')
  return { family: id.slice(0, dot) as keyof typeof FIGURE_FAMILIES, field: id.slice(dot + 1) }
}
