import { figureKey, type FigureId } from '../../engine/index.ts'

/** The key of a figure as it is written into the page. Numbers (ticks, event numbers) are written in full; what is absent is left out. */
export function figureTag(id: FigureId, of: Readonly<Record<string, string | number | undefined>> = {}): string {
  const known = Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
  return figureKey({ id, of: Object.fromEntries(known) })
}
