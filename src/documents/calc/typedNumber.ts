import * as v from 'valibot'
import { Decimal, type Unit } from '../../engine/index.ts'
import { quoted } from '../Problem.ts'
import { decimalProblem, type DecimalKind } from '../validators/decimalText.ts'

/** A number as a person or a venue writes it: `2%` of a share is 0.02, `10x` a leverage, `0.5 BTC` says what it counts. */
export interface TypedNumber {
  /** Plain decimal text; of a share the fraction. */
  readonly text: string
  /** What it was said to be counted in, where it was said. */
  readonly unit?: string | undefined
}

/** With the digits that reports have, so that what one of them says can be asked of the next. */
const KINDS: Readonly<Record<Unit, DecimalKind>> = {
  price: { sign: 'positive', digits: 40, places: 60, power: 24 },
  size: { sign: 'any', digits: 40, places: 40, power: 24 },
  money: { sign: 'any', digits: 40, places: 60, power: 36 },
  share: { sign: 'any', digits: 40, places: 60, power: 6 },
  leverage: { sign: 'positive', digits: 40, places: 40, power: 7 },
  count: { sign: 'not-negative', digits: 20, places: 12, power: 12 },
  millis: { sign: 'not-negative', digits: 16, places: 0, power: 16 },
}

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  price: 'Quote currency per unit, above 0.',
  size: 'Units of base, of an inverse contract of quote.',
  money: 'In the currency of the account.',
  share: 'A fraction, or percent with the sign: 0.02 and "2%" are the same.',
  leverage: 'Times the margin: 10 or "10x".',
  count: 'A count, at least 0.',
  millis: 'Milliseconds.',
}

const NUMBER = String.raw`[+-]?\d[\d,]*(?:\.\d+)?(?:[eE][+-]?\d{1,2})?`
const SHAPE = new RegExp(`^(${NUMBER})\\s*(%|[x×]|[A-Za-z][A-Za-z0-9]*)?$`)
/** 1:50 and 50:1 are both fifty times. */
const RATIO = /^(?:1\s*:\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*:\s*1)$/
const PREFIXED = new RegExp(`^([x×])\\s*(${NUMBER})$`)

/** The validator of a number of this unit: text or an exact JSON number. */
export function typedNumber(unit: Unit, says = ''): v.GenericSchema<string | number, TypedNumber> {
  return v.pipe(
    v.union([v.string(), v.number()], (issue) => `a number was expected, ${quoted(issue.input)} was given`),
    v.description(`${says === '' ? '' : `${says} `}${UNIT_WORDS[unit]}`),
    v.rawTransform<string | number, TypedNumber>(({ dataset, addIssue, NEVER }) => {
      const read = readTyped(dataset.value, unit)
      if (typeof read !== 'string') return read
      addIssue({ message: read })
      return NEVER
    }),
  )
}

/** The number, or what is wrong with it. */
export function readTyped(value: string | number, unit: Unit): TypedNumber | string {
  const parts = typeof value === 'number' ? { number: String(value), mark: '', isDollars: false } : partsOf(value, unit)
  if (parts === undefined) return `a decimal number was expected, ${quoted(value)} was given`
  const digits = ungrouped(parts.number)
  if (digits === undefined) return `${quoted(value)} can be read in two ways; write the number without grouping, and a point before decimals`
  const misplaced = markProblem(parts, unit, value)
  if (misplaced !== undefined) return misplaced
  const problem = decimalProblem(typeof value === 'number' ? value : digits, KINDS[unit])
  if (problem !== undefined) return problem
  return typed(digits, parts, unit)
}

/** The sign of dollars says of a size that a value is meant; of money of another currency it is refused where that is known. */
function typed(digits: string, { mark, isDollars }: Parts, unit: Unit): TypedNumber {
  const text = (mark === '%' ? new Decimal(digits).div(100) : new Decimal(digits)).toFixed()
  if (isDollars && unit !== 'price') return { text, unit: 'USD' }
  return ['%', 'x', ''].includes(mark) ? { text } : { text, unit: mark }
}

function markProblem({ mark, isDollars }: Parts, unit: Unit, value: string | number): string | undefined {
  if (isDollars && (mark !== '' || !DOLLARS_OF.has(unit))) return `a currency sign is for prices, money and values; ${quoted(value)} was given`
  if (mark === '%' && unit !== 'share') return `percent was given (${quoted(value)}); only a share can be a percentage`
  return mark === 'x' && unit !== 'leverage' ? `"x" stands for a leverage; ${quoted(value)} was given` : undefined
}

const DOLLARS_OF: ReadonlySet<Unit> = new Set(['price', 'money', 'size'])

interface Parts {
  readonly number: string
  readonly mark: string
  readonly isDollars: boolean
}

function partsOf(text: string, unit: Unit): Parts | undefined {
  const written = text.trim().replaceAll('\u2212', '-')
  const clean = written.replace(/^([+-]?)\$\s*/, '$1')
  const isDollars = clean !== written
  const ratio = unit === 'leverage' ? RATIO.exec(clean) : null
  if (ratio !== null) return { number: ratio[1] ?? ratio[2] ?? '', mark: '', isDollars }
  const prefixed = PREFIXED.exec(clean)
  if (prefixed !== null) return { number: prefixed[2] ?? '', mark: 'x', isDollars }
  const found = SHAPE.exec(clean)
  if (found === null) return undefined
  const [, number = '', mark = ''] = found
  return { number: number.replace(/^\+/, ''), mark: mark === '×' || mark === 'X' ? 'x' : mark, isDollars }
}

/** Without commas, where they can only be groups of three: 1,234,567 or 60,000.5, but 60,000 may be 60. */
function ungrouped(number: string): string | undefined {
  if (!number.includes(',')) return number
  const isGrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number)
  const isSure = number.includes('.') || number.split(',').length > 2
  return isGrouped && isSure ? number.replaceAll(',', '') : undefined
}
