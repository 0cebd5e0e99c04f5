import type { CalculateFigure } from '../../../store/slices/CalculateState.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { shifted } from '../../../ui/format/shifted.ts'
import { duration } from '../../../ui/format/timeFormats.ts'
import type { CalculateMarket } from '../CalculateMarket.ts'
import { words } from '../words.ts'
import { fieldSpec, type FieldUnit } from './FieldSpec.ts'

export interface WritingOptions {
  readonly format: Format
  readonly market: Pick<CalculateMarket, 'base' | 'quote' | 'currency' | 'sizeUnit' | 'tickSize' | 'qtyStep' | 'moneyDecimals'>
  readonly side: 'long' | 'short'
  readonly isSigned?: boolean
}

/** Prices at which a position ends: a long's are rounded up, a short's down, against the trader. */
const AGAINST: ReadonlySet<string> = new Set(['liquidationPrice', 'liquidationTogether', 'bankruptcyPrice'])

/** A figure as it is shown, without its unit; what is absent is a dash, what does not exist is None. */
export function writeFigure(field: string, figure: CalculateFigure | undefined, options: WritingOptions): string {
  if (typeof figure === 'string') return writeField(field, figure, options)
  return figure === undefined || figure.none === 'missing' ? '—' : words.none
}

/** A number of a field as it is shown, without its unit. */
export function writeField(field: string, value: string, { format, market, side, isSigned = false }: WritingOptions): string {
  const { unit } = fieldSpec(field)
  switch (unit) {
    case 'price':
      return format.price(value, { tickSize: market.tickSize, rounding: roundingOf(field, side) })
    case 'size':
      return market.qtyStep === '' ? readableSize(value, format) : format.quantity(value, { stepSize: market.qtyStep })
    case 'money':
      return format.money(value, { signed: isSigned, decimals: market.moneyDecimals })
    case 'share':
      return format.percent(value, { signed: isSigned, decimals: field === 'fundingRate' || field.endsWith('FeeRate') ? 4 : 2 }).replace('%', '')
    case 'leverage':
      return format.leverage(value, { decimals: 2 }).replace('x', '')
    case 'millis':
      return duration(Number(value))
    case 'word':
      return words.wordOf(value)
    case 'count':
      return format.exact(value)
  }
}

function roundingOf(field: string, side: 'long' | 'short'): 'ceil' | 'floor' | 'half-even' {
  if (!AGAINST.has(field)) return 'half-even'
  return side === 'long' ? 'ceil' : 'floor'
}

/** Where the instrument has no step of its own: six digits, as far as anybody reads. */
function readableSize(value: string, format: Format): string {
  const decimals = Math.max(0, Math.min(8, 5 - Math.floor(Math.log10(Math.abs(Number(value)) || 1))))
  if (decimals === 0) return format.quantity(value, { stepSize: '1' })
  const text = format.quantity(value, { stepSize: `0.${'0'.repeat(decimals - 1)}1` })
  // What follows the last mark are decimals here: 0.09758 of 0.0975800.
  return text.replace(/0+$/, '').replace(/[.,]$/, '')
}

/** What stands behind the number: every field says its unit. */
export function unitText(unit: FieldUnit, { quote, currency, sizeUnit }: Pick<CalculateMarket, 'quote' | 'currency' | 'sizeUnit'>): string {
  const units: Readonly<Record<FieldUnit, string>> = { price: quote, size: sizeUnit, money: currency, share: '%', leverage: 'x', count: '', word: '', millis: '' }
  return units[unit]
}

/** Digits that a person still reads in a field; longer answers are rounded as they are shown. */
const READABLE = 12

/** An answer as one would type it, when it becomes given. */
export function typeFigure(field: string, value: string, options: WritingOptions): string {
  const { unit } = fieldSpec(field)
  const plain = unit === 'share' ? (shifted(value, 2) ?? '') : value
  if (plain.length <= READABLE) return options.format.typed(plain)
  const shown = options.format.parse(writeField(field, value, options))
  return shown.ok ? options.format.typed(shown.value) : options.format.typed(plain)
}
