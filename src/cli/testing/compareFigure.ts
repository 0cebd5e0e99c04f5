import { Decimal } from '../../engine/index.ts'

/**
 * What a source prints for a figure. A text is what it shows: our exact figure must round to it, half away from zero, in
 * as many places as it has. Where a source cuts off or rounds up it says so; where it is approximate, by how much and why.
 */
export type Expected =
  | string
  | boolean
  | { readonly value: string; readonly rounding: 'down' | 'up' }
  | { readonly value: string; readonly within: string; readonly why: string }
  | { readonly none: string }

const NUMBER = /^-?\d+(\.\d+)?$/
const ROUNDINGS = { half: Decimal.ROUND_HALF_UP, down: Decimal.ROUND_DOWN, up: Decimal.ROUND_UP } as const

/** What is wrong with a figure, in words; nothing where it is as expected. */
export function figureProblem(report: unknown, path: string, expected: Expected): string | undefined {
  const found = figureAt(report, path)
  if (found === undefined) return `${path}: the report has no such figure`
  const problem = compared(found, expected)
  return problem === undefined ? undefined : `${path}: ${problem}`
}

function compared(found: unknown, expected: Expected): string | undefined {
  if (typeof expected === 'boolean') return found === expected ? undefined : `${String(expected)} was expected, ${shown(found)} was found`
  if (typeof expected === 'string' && !NUMBER.test(expected)) return found === expected ? undefined : `${expected} was expected, ${shown(found)} was found`
  if (typeof expected === 'object' && 'none' in expected) return noneProblem(found, expected.none)
  const figure = numberOf(found)
  if (figure === undefined) return `${shown(expected)} was expected, ${shown(found)} was found`
  return numberProblem(figure, expected)
}

function numberProblem(figure: Decimal, expected: Exclude<Expected, boolean | { readonly none: string }>): string | undefined {
  const value = typeof expected === 'string' ? expected : expected.value
  if (!NUMBER.test(value)) return `${JSON.stringify(value)} is no decimal number`
  if (typeof expected === 'object' && 'within' in expected) return withinProblem(figure, expected)
  const rounding = typeof expected === 'string' ? 'half' : expected.rounding
  if (ROUNDINGS[rounding] === undefined) return `${JSON.stringify(rounding)} is no rounding; down and up are`
  const places = value.split('.')[1]?.length ?? 0
  const rounded = figure.toDecimalPlaces(places, ROUNDINGS[rounding])
  return rounded.eq(value) ? undefined : `${value} was expected, ${figure.toFixed()} was found (${rounded.toFixed(places)})`
}

function withinProblem(figure: Decimal, { value, within, why }: { readonly value: string; readonly within: string; readonly why: string }): string | undefined {
  if (typeof why !== 'string' || why.trim().length < 10) return `within ${within} needs a reason`
  if (!NUMBER.test(within)) return `${JSON.stringify(within)} is no decimal number`
  return figure.minus(value).abs().lte(within) ? undefined : `${value} within ${within} was expected, ${figure.toFixed()} was found`
}

function noneProblem(found: unknown, reason: string): string | undefined {
  const given = typeof found === 'object' && found !== null && 'none' in found ? found.none : undefined
  return given === reason ? undefined : `none (${reason}) was expected, ${shown(found)} was found`
}

/** A decimal text, or the exact one of a price. */
function numberOf(found: unknown): Decimal | undefined {
  if (typeof found === 'object' && found !== null && 'exact' in found) return numberOf(found.exact)
  if (typeof found === 'number') return new Decimal(String(found))
  return typeof found === 'string' && NUMBER.test(found) ? new Decimal(found) : undefined
}

/** `positions[0].liquidationPrice.exact`; the exact figure of one that does not exist is the reason for that. */
function figureAt(report: unknown, path: string): unknown {
  let at: unknown = report
  for (const key of path.split(/[.[\]]+/).filter((each) => each !== '')) {
    if (typeof at !== 'object' || at === null) return undefined
    if ('none' in at) return at
    at = (at as Readonly<Record<string, unknown>>)[key]
  }
  return at
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
