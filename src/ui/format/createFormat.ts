import type { NumberText } from './decimalText.ts'
import {
  compact, exact, leverage, money, percent, price, quantity, type PriceOptions, type QuantityOptions, type SignedOptions,
} from './numberFormats.ts'
import type { NumberStyle } from './numberStyle.ts'
import { parseTyped, type TypedNumber } from './parseTyped.ts'
import { stepTyped, typedText, type StepOptions } from './typedText.ts'

/** Every number format, bound to one style. Absent values (null, undefined, NaN) are written "—". */
export type Format = {
  readonly style: NumberStyle
  /** Decimals of money: two, of a coin eight. */
  readonly moneyDecimals: number
  readonly money: (value: NumberText, options?: SignedOptions) => string
  readonly price: (value: NumberText, options?: PriceOptions) => string
  readonly quantity: (value: NumberText, options?: QuantityOptions) => string
  /** 0.0163 is 1.63%. */
  readonly percent: (fraction: NumberText, options?: SignedOptions) => string
  /** Funding and fee rates: four decimals. */
  readonly rate: (fraction: NumberText, options?: { readonly signed?: boolean }) => string
  readonly leverage: (value: NumberText, options?: { readonly decimals?: number }) => string
  readonly compact: (value: NumberText) => string
  readonly exact: (value: NumberText) => string
  readonly typed: (value: NumberText) => string
  readonly parse: (text: string, units?: readonly string[]) => TypedNumber
  readonly step: (text: string, options: Omit<StepOptions, 'style'>) => string
}

/** @param moneyDecimals  of the currency that money is in */
export function createFormat(style: NumberStyle, moneyDecimals = 2): Format {
  return {
    style,
    moneyDecimals,
    money: (value, options) => money(value, style, { decimals: moneyDecimals, ...options }),
    price: (value, options) => price(value, style, options),
    quantity: (value, options) => quantity(value, style, options),
    percent: (fraction, options) => percent(fraction, style, options),
    rate: (fraction, options) => percent(fraction, style, { decimals: 4, ...options }),
    leverage: (value, options) => leverage(value, style, options),
    compact: (value) => compact(value, style),
    exact: (value) => exact(value, style),
    typed: (value) => typedText(value, style),
    parse: (text, units) => parseTyped(text, style, units),
    step: (text, options) => stepTyped(text, { ...options, style }),
  }
}
