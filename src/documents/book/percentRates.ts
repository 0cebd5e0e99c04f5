import { Decimal } from '../../engine/index.ts'

/** Keys that hold a rate or a share wherever they stand. Not `cap`: of a tier it is an amount. */
const RATES: ReadonlySet<string> = new Set([
  'maintenanceRate', 'initialRate', 'rate', 'maker', 'taker', 'feeRate', 'haircut', 'clamp', 'interest', 'premium', 'slippage', 'spread', 'buffer', 'share',
  'initialShare', 'backstopBelow', 'transferFloor', 'rateStep',
])
/** Where rates stand in a book and in a calculation. */
const PLACES: ReadonlySet<string> = new Set(['rules', 'ruleSets', 'tier', 'positions', 'collateral'])
const PERCENT = /^\s*([+-]?\d{1,20}(?:\.\d{1,40})?)\s*%\s*$/

/** Rates that are written with a percent sign, as the fractions they are: "0.5%" is "0.005". */
export function percentRates(value: unknown): unknown {
  if (!isObject(value)) return value
  return mapped(value, (part, key) => (PLACES.has(key) ? within(part, key) : part))
}

function within(value: unknown, key: string): unknown {
  if (typeof value === 'string') return RATES.has(key) ? fractionOf(value) : value
  if (Array.isArray(value)) return value.map((each: unknown) => within(each, key))
  return isObject(value) ? mapped(value, within) : value
}

function mapped(value: Readonly<Record<string, unknown>>, change: (part: unknown, key: string) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part, key)]))
}

function fractionOf(text: string): string {
  const percent = PERCENT.exec(text)?.[1]
  return percent === undefined ? text : new Decimal(percent).div(100).toFixed()
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
