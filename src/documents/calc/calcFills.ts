import { Decimal, type CalculatorScene, type Instrument } from '../../engine/index.ts'
import type { Problem } from '../Problem.ts'
import type { CalcFillDocument } from './CalcDocument.ts'
import { sizeOf } from './calcSizes.ts'
import { unitsOf } from './calcValues.ts'

export interface FillsReading {
  readonly fills: CalculatorScene['fills']
  /** Whether the first was written below zero. */
  readonly isShort: boolean
  readonly problems: readonly Problem[]
}

/**
 * Fills so far; each with a size in units, contracts, or as a value at its own price. The first opens the position; one
 * written with the other sign goes the other way, and is negative. [A14]
 */
export function fillsOf(written: readonly CalcFillDocument[], instrument: Instrument): FillsReading {
  const problems: Problem[] = []
  const fills = written.flatMap((fill, index) => {
    const read = sizeOf(fill, instrument, ['fills', index])
    problems.push(...read.problems)
    const price = new Decimal(fill.price.text)
    const units = read.size ?? (read.notional === undefined ? undefined : unitsOf(read.notional, price, instrument))
    if (units === undefined && read.problems.length === 0) problems.push({ path: ['fills', index, 'size'], message: 'missing; size, contracts, notional or quoteNotional was expected' })
    return units === undefined ? [] : [{ price, qty: units }]
  })
  const isShort = fills[0]?.qty.isNegative() === true
  return { fills: isShort ? fills.map(({ price, qty }) => ({ price, qty: qty.neg() })) : fills, isShort, problems }
}
