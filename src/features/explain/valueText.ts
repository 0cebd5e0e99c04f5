import type { Expression, Unit } from '../../engine/index.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { duration, utcDateTime } from '../../ui/format/timeFormats.ts'

export interface ValueLook {
  readonly format: Format
  /** Of the price, where it is known. */
  readonly tickSize?: string | undefined
}

/** A day in 2001: numbers of milliseconds below it are spans. */
const FIRST_DATE = 1e12

/** A figure as it stands on the screen. */
export function valueText(value: string, unit: Unit, { format, tickSize }: ValueLook): string {
  switch (unit) {
    case 'price':
      return format.price(value, { tickSize })
    case 'size':
      return format.exact(value)
    case 'money':
      return format.money(value)
    case 'share':
      return shareText(value, format)
    case 'leverage':
      return format.leverage(value)
    case 'count':
      return format.exact(shortened(value))
    case 'millis': {
      const millis = Number(value)
      return millis < FIRST_DATE ? duration(millis) : utcDateTime(millis, { seconds: millis % 60_000 !== 0 })
    }
  }
}

/** Two decimals; four where less would say nothing, as of fee and funding rates. */
function shareText(value: string, format: Format): string {
  const text = format.percent(value)
  return Math.abs(Number(value)) < 0.01 && format.percent(value, { decimals: 4 }) !== `${text.slice(0, -1)}00%` ? format.percent(value, { decimals: 4 }) : text
}

type Number = Extract<Expression, { type: 'number' }>['value']

const DIGITS = 10

/** A number inside a formula: all its digits, or ten and a sign that there are more. */
export function formulaNumber(value: Number, format: Format): string {
  const short = value.toSignificantDigits(DIGITS)
  return short.eq(value) ? format.exact(value.toFixed()) : `${format.exact(short.toFixed())}…`
}

function shortened(value: string): string {
  const [whole = '0', fraction] = value.split('.')
  return fraction === undefined || fraction.length <= DIGITS ? value : `${whole}.${fraction.slice(0, DIGITS)}`
}
