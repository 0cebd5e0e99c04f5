import type { EpochUnit } from './CsvMapping.ts'

const PER_MILLI: Readonly<Record<EpochUnit, number>> = { s: 0.001, ms: 1, us: 1000, ns: 1000000 }

/**
 * A count since 1970-01-01 UTC in milliseconds, rounded down; NaN where the cell is not a plain positive number.
 * Seconds may have decimals.
 * @param unit  `by-digits`: 10 digits are seconds, 13 milliseconds, 16 microseconds, 19 nanoseconds
 */
export function epochTime(text: string, start: number, end: number, unit: EpochUnit | 'by-digits'): number {
  let whole = 0
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return decimalEpoch(text.slice(start, end), unit)
    whole = whole * 10 + digit
  }
  if (end <= start) return NaN
  // Beyond 2^53 the digits of a nanosecond count are no longer all kept; the milliseconds are its digits but six.
  if (end - start > 15 && (unit === 'ns' || unit === 'by-digits') && whole >= 1e17) return Number(text.slice(start, end - 6))
  return inMillis(whole, unit === 'by-digits' ? unitOf(whole) : unit)
}

/** The unit that a count of a present-day moment is in. */
export function unitOf(count: number): EpochUnit {
  if (count < 1e11) return 's'
  if (count < 1e14) return 'ms'
  return count < 1e17 ? 'us' : 'ns'
}

function inMillis(count: number, unit: EpochUnit): number {
  return unit === 's' ? Math.floor(count * 1000) : Math.floor(count / PER_MILLI[unit])
}

function decimalEpoch(cell: string, unit: EpochUnit | 'by-digits'): number {
  const text = cell.trim().replace(/^"(.*)"$/, '$1')
  // An exponent means that a spreadsheet has thrown the last digits away.
  if (!/^\d+(?:\.\d*)?$/.test(text)) return NaN
  const count = Number(text)
  // 1583994600.123 · 1000 is 1583994600122.9999 in doubles: decimals of a second are rounded, not cut.
  const actual = unit === 'by-digits' ? unitOf(count) : unit
  return actual === 's' ? Math.round(count * 1000) : inMillis(count, actual)
}
