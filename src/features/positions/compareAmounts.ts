import { Decimal } from '../../engine/index.ts'

/** By value, not by text; what is absent comes first. */
export function compareAmounts(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return new Decimal(a).comparedTo(b)
}

/** By the size of the move, whichever way. */
export function compareDistances(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return Math.abs(a) - Math.abs(b)
}

export function compareWords(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
