import type { FigureKind } from './FigureId.ts'

/** The kinds of figures of several families, by `family.field`. */
export function kindsOf(families: Readonly<Record<string, Readonly<Record<string, FigureKind>>>>): ReadonlyMap<string, FigureKind> {
  return new Map(Object.entries(families).flatMap(([family, fields]) => Object.entries(fields).map(([field, kind]) => [`${family}.${field}`, kind] as const)))
}
