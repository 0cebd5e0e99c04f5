/** Documents nest six levels; what goes deeper is an accident or an attack. */
export const MOST_DEPTH = 32
/** A tape of 100,000 bars of four columns is about 6 million characters. */
export const MOST_CHARACTERS = 40_000_000

/** Keys through which a document could reach the prototypes of the program. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Significant digits of a number's text: `0.00120e5` has two. Two different decimals of at most 15 are two different
 * doubles, and the shortest text of the double is the decimal again; beyond that a double may stand for another number.
 */
export function significantDigits(text: string): number {
  const mantissa = text.split(/e/i)[0] ?? ''
  return mantissa.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '').length
}
