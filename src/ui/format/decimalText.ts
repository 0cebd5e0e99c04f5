/**
 * Exact rounding of decimals that arrive as text. No float is involved: a value is an integer count of
 * 10^-scale. Numbers are accepted for display-only values (chart readouts) by their shortest text.
 */
export type NumberText = string | number | null | undefined

export type Scaled = { readonly units: bigint; readonly scale: number }

/** floor and ceil go toward minus and plus infinity, down and up toward and away from zero. */
export type Rounding = 'half-even' | 'floor' | 'ceil' | 'down' | 'up'

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/
const ABSENT = new Set(['', 'NaN', 'Infinity', '-Infinity'])

export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

/** Undefined for absent and non-finite values; throws for text that is no number at all. */
export function scaledOf(value: NumberText): Scaled | undefined {
  if (value === null || value === undefined) return undefined
  const text = String(value)
  if (ABSENT.has(text)) return undefined
  const parts = PATTERN.exec(text)
  const whole = parts?.[2] ?? ''
  const fraction = parts?.[3] ?? ''
  if (parts === null || whole + fraction === '') throw new RangeError(`not a decimal: "${text}"`)
  const magnitude = BigInt(whole + fraction)
  const units = parts[1] === '-' ? -magnitude : magnitude
  const scale = fraction.length - Number(parts[4] ?? '0')
  return scale >= 0 ? { units, scale } : { units: units * powerOfTen(-scale), scale: 0 }
}

/** Integer quotient of two integers, the divisor positive, rounded as asked. */
function divideRounded(units: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = units / divisor
  const rest = units % divisor
  if (rest === 0n) return quotient
  const outward = units < 0n ? -1n : 1n
  const twice = (rest < 0n ? -rest : rest) * 2n
  const isOutward: Record<Rounding, boolean> = {
    'half-even': twice > divisor || (twice === divisor && quotient % 2n !== 0n),
    floor: outward < 0n,
    ceil: outward > 0n,
    down: false,
    up: true,
  }
  return isOutward[rounding] ? quotient + outward : quotient
}

export function roundToDecimals(value: Scaled, decimals: number, rounding: Rounding): Scaled {
  if (value.scale <= decimals) {
    return { units: value.units * powerOfTen(decimals - value.scale), scale: decimals }
  }
  const divisor = powerOfTen(value.scale - decimals)
  return { units: divideRounded(value.units, divisor, rounding), scale: decimals }
}

export function roundToSignificant(value: Scaled, significant: number, rounding: Rounding): Scaled {
  const rounded = roundToDecimals(value, decimalsForSignificant(value, significant), rounding)
  return rounded.scale >= 0 ? rounded : { units: rounded.units * powerOfTen(-rounded.scale), scale: 0 }
}

/** Nearest multiple of a positive step in the given direction, with the step's own decimals. */
export function roundToStep(value: Scaled, step: Scaled, rounding: Rounding): Scaled {
  const scale = Math.max(value.scale, step.scale)
  const units = value.units * powerOfTen(scale - value.scale)
  const stepUnits = step.units * powerOfTen(scale - step.scale)
  const count = divideRounded(units, stepUnits, rounding)
  return { units: count * step.units, scale: step.scale }
}

/** Plain text with exactly `scale` decimals and a hyphen for minus; zero has no sign. */
export function plainText(value: Scaled): string {
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, '0')
  const cut = digits.length - value.scale
  const fraction = value.scale === 0 ? '' : `.${digits.slice(cut)}`
  return `${value.units < 0n ? '-' : ''}${digits.slice(0, cut)}${fraction}`
}

/** Drops trailing zeros of the fraction down to `least` decimals. */
export function trimmed(value: Scaled, least = 0): Scaled {
  let { units, scale } = value
  while (scale > least && units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  return { units, scale }
}

/** Decimals that keep `significant` digits of a non-zero value; negative when those digits end before the point. */
export function decimalsForSignificant(value: Scaled, significant: number): number {
  const digits = (value.units < 0n ? -value.units : value.units).toString().length
  return value.scale - digits + significant
}
