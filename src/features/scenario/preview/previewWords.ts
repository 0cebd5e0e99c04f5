import type { Format } from '../../../ui/format/createFormat.ts'
import { duration, utcDate, utcDateTime, utcTime } from '../../../ui/format/timeFormats.ts'
import { tickSizeOf } from '../start/scenarioOn.ts'
import type { Look } from './usePathLook.ts'

export const previewWords = {
  label: 'How it looks',
  loading: 'Making the prices',
  table: 'Where the prices end, how far they go, and their realised volatility',
  last: 'Last',
  lowest: 'Lowest',
  highest: 'Highest',
  volatility: 'Vol. a year',
  /** BTC-PERP trades BTC. */
  name: (symbol: string) => symbol.replace(/-PERP$/, ''),
} as const

/** First and last day; within one day the times. */
export function spanOf({ firstTime, lastTime, ticks, barMillis }: Look): readonly [string, string] {
  const isOneDay = utcDate(firstTime) === utcDate(lastTime)
  const first = isOneDay ? utcDateTime(firstTime) : utcDate(firstTime)
  return [first, `${isOneDay ? utcTime(lastTime) : utcDate(lastTime)} · ${ticks} × ${duration(barMillis)}`]
}

export function lookSummary({ series }: Look, format: Format): string {
  return series
    .filter(({ kind }) => kind === 'mark')
    .map(({ instrument, first, last, lowest, highest, decimals }) => {
      const price = (value: number): string => format.price(value, { tickSize: tickSizeOf(decimals) })
      return `${previewWords.name(instrument)} goes from ${price(first)} to ${price(last)}, between ${price(lowest)} and ${price(highest)}.`
    })
    .join(' ')
}
