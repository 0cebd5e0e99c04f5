import {
  roundToDecimals, roundToSignificant, roundToStep, scaledOf, trimmed, type NumberText, type Rounding, type Scaled,
} from './decimalText.ts'
import { displayText, NOT_APPLICABLE } from './displayText.ts'
import type { NumberStyle } from './numberStyle.ts'

export type SignedOptions = { readonly signed?: boolean; readonly decimals?: number; readonly rounding?: Rounding }

export function money(value: NumberText, style: NumberStyle, options: SignedOptions = {}): string {
  const scaled = scaledOf(value)
  if (scaled === undefined) return NOT_APPLICABLE
  return displayText(roundToDecimals(scaled, options.decimals ?? 2, options.rounding ?? 'half-even'), style, options)
}

export type PriceOptions = { readonly tickSize?: string | undefined; readonly rounding?: Rounding }

/**
 * Decimals come from the tick size. A named direction rounds to a multiple of the tick: the liquidation price
 * of a long is given `ceil`, of a short `floor`, against the trader. A price too small for its tick keeps
 * its significant digits, so that it is never shown as zero.
 */
export function price(value: NumberText, style: NumberStyle, options: PriceOptions = {}): string {
  const scaled = scaledOf(value)
  if (scaled === undefined) return NOT_APPLICABLE
  const tick = scaledOf(options.tickSize)
  const rounding = options.rounding ?? 'half-even'
  const rounded = tick === undefined ? priceWithoutTick(scaled, rounding) : priceOnTick(scaled, tick, rounding)
  if (rounded.units === 0n && scaled.units !== 0n) return displayText(significant(scaled, 4, rounding), style)
  return displayText(rounded, style)
}

function priceOnTick(value: Scaled, tick: Scaled, rounding: Rounding): Scaled {
  const step = trimmed(tick)
  return rounding === 'half-even' ? roundToDecimals(value, step.scale, rounding) : roundToStep(value, step, rounding)
}

/** Two decimals from 10 up, four between 1 and 10 (exchange rates), four significant digits below 1. */
function priceWithoutTick(value: Scaled, rounding: Rounding): Scaled {
  const whole = roundToDecimals(value, 0, 'down').units
  if (whole >= 10n || whole <= -10n || value.units === 0n) return roundToDecimals(value, 2, rounding)
  if (whole !== 0n) return roundToDecimals(value, 4, rounding)
  return significant(value, 4, rounding)
}

function significant(value: Scaled, digits: number, rounding: Rounding): Scaled {
  return trimmed(roundToSignificant(value, digits, rounding), 2)
}

export type QuantityOptions = {
  readonly stepSize?: string | undefined
  readonly unit?: string | undefined
  readonly signed?: boolean
}

/** Decimals come from the step size; without one up to eight, trimmed. Rounds down: never more than there is. */
export function quantity(value: NumberText, style: NumberStyle, options: QuantityOptions = {}): string {
  const scaled = scaledOf(value)
  if (scaled === undefined) return NOT_APPLICABLE
  const step = scaledOf(options.stepSize)
  const rounded = step === undefined
    ? trimmed(roundToDecimals(scaled, 8, 'down'))
    : roundToDecimals(scaled, trimmed(step).scale, 'down')
  const text = displayText(rounded, style, options)
  return options.unit === undefined ? text : `${text}\u00a0${options.unit}`
}

/** A fraction as percent: 0.0163 is 1.63%. The shift of two places is exact. */
export function percent(fraction: NumberText, style: NumberStyle, options: SignedOptions = {}): string {
  const scaled = scaledOf(fraction)
  if (scaled === undefined) return NOT_APPLICABLE
  const shifted = { units: scaled.units * 100n, scale: scaled.scale }
  const rounded = roundToDecimals(shifted, options.decimals ?? 2, options.rounding ?? 'half-even')
  return `${displayText(rounded, style, options)}%`
}

/** Up to two decimals, or exactly as many as asked for: 10x, 11.82x. */
export function leverage(value: NumberText, style: NumberStyle, options: { readonly decimals?: number } = {}): string {
  const scaled = scaledOf(value)
  if (scaled === undefined) return NOT_APPLICABLE
  const rounded = roundToDecimals(scaled, options.decimals ?? 2, 'half-even')
  return `${displayText(options.decimals === undefined ? trimmed(rounded) : rounded, style)}x`
}

const compactSteps = [['T', 12], ['B', 9], ['M', 6], ['K', 3]] as const

/** Three significant digits with a letter, for headers only: 1.2M. */
export function compact(value: NumberText, style: NumberStyle): string {
  const scaled = scaledOf(value)
  if (scaled === undefined) return NOT_APPLICABLE
  if (scaled.units === 0n) return '0'
  const three = roundToSignificant(scaled, 3, 'half-even')
  const whole = roundToDecimals(three, 0, 'down').units.toString().replace('-', '').length
  const step = compactSteps.find(([, exponent]) => whole > exponent)
  const digits = { units: three.units, scale: three.scale + (step?.[1] ?? 0) }
  return `${displayText(trimmed(digits), style)}${step?.[0] ?? ''}`
}

/** Every digit there is, grouped. For copying and for "exact value". */
export function exact(value: NumberText, style: NumberStyle): string {
  const scaled = scaledOf(value)
  return scaled === undefined ? NOT_APPLICABLE : displayText(trimmed(scaled), style)
}
