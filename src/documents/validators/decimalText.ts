import * as v from 'valibot'
import { Decimal } from '../../engine/index.ts'
import { significantDigits } from '../json/limits.ts'
import { quoted } from '../Problem.ts'

/** What a decimal of a document may be. The bounds keep every product and sum of the engine within its 64 digits. [N1] */
export interface DecimalKind {
  readonly sign: 'any' | 'not-negative' | 'positive'
  readonly digits: number
  readonly places: number
  /** Absolute values are below ten to this power. */
  readonly power: number
  /** The largest value, where it is not a power of ten. */
  readonly most?: number
}

const PATTERN = String.raw`^-?\d+(\.\d+)?([eE][+-]?\d{1,2})?$`
const SHAPE = new RegExp(PATTERN)

/**
 * A decimal as a string, or as a JSON number where that is exact. Out comes plain notation without superfluous zeros:
 * `1.50`, `15e-1` and `1.5` are all `1.5`.
 */
export function decimalText(kind: DecimalKind, description: string): v.GenericSchema<string | number, string> {
  return v.pipe(
    v.union([v.string(), v.number()], (issue) => expected(issue.input)),
    v.metadata({ pattern: PATTERN, description }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const message = decimalProblem(dataset.value, kind)
      if (message === undefined) return plainText(dataset.value)
      addIssue({ message })
      return NEVER
    }),
  )
}

/** What is wrong with a decimal of a document, or nothing. */
export function decimalProblem(value: string | number, kind: DecimalKind): string | undefined {
  const text = String(value)
  if (!SHAPE.test(text)) return expected(value)
  if (typeof value === 'number' && significantDigits(text) > 15) {
    return `${text} has more than 15 significant digits and a JSON number cannot hold it exactly; write it as a string`
  }
  const number = new Decimal(text)
  if (kind.sign === 'positive' && !number.gt(0)) return `a number above 0 was expected, ${quoted(value)} was given`
  if (kind.sign === 'not-negative' && number.lt(0)) return `a number of at least 0 was expected, ${quoted(value)} was given`
  if (kind.most !== undefined && number.gt(kind.most)) return `a number of at most ${kind.most} was expected, ${quoted(value)} was given`
  if (number.abs().gte(new Decimal(10).pow(kind.power))) return `a number below 1e${kind.power} was expected, ${quoted(value)} was given`
  if (number.decimalPlaces() > kind.places) return `at most ${kind.places} decimal places are kept, ${number.decimalPlaces()} were given`
  const digits = significantDigits(text)
  return digits > kind.digits ? `at most ${kind.digits} significant digits are kept, ${digits} were given` : undefined
}

function plainText(value: string | number): string {
  const number = new Decimal(value)
  return number.isZero() ? '0' : number.toFixed()
}

function expected(value: unknown): string {
  const percent = typeof value === 'string' ? /^(-?\d+(?:\.\d+)?)\s*%$/.exec(value)?.[1] : undefined
  const hint = percent === undefined ? '' : `; as a fraction that is "${new Decimal(percent).div(100).toFixed()}"`
  return `a decimal number was expected, ${quoted(value)} was given${hint}`
}
