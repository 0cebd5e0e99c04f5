import { Decimal, type Calculator } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import type { CalcDocument } from './CalcDocument.ts'
import type { ValuesReading } from './calcValues.ts'

export interface StopReading {
  readonly side: 'long' | 'short'
  /** With the price of the stop. */
  readonly values: ValuesReading['values']
  readonly assumed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

const NAME = 'stop-size'

/**
 * The side of a trade, and the price of a stop that is stated by how far it is from the entry: below that of a long, above
 * that of a short. A stop above the entry is that of a short where no side is stated.
 */
export function stopOf(document: CalcDocument, { name }: Calculator, values: ValuesReading['values'], isShort: boolean): StopReading {
  const isAbove = name === NAME && !isShort && isStopAbove(document, values)
  const side = document.side ?? (isShort || isAbove ? 'short' : 'long')
  const note: readonly Problem[] = isAbove ? [{ path: ['stopPrice'], message: 'above the entry price and no side is stated, so a short' }] : []
  const reading: StopReading = { side, values, assumed: {}, problems: [], warnings: note }
  const { stopDistance } = document
  if (stopDistance === undefined) return reading
  if (name !== NAME) return { ...reading, warnings: [{ path: ['stopDistance'], message: `is not used by ${name}` }] }
  const stop = stopAt(new Decimal(stopDistance.text), side, values)
  return stop instanceof Decimal ? { ...reading, values: { ...values, stopPrice: stop }, assumed: { stopPrice: stop.toFixed() } } : { ...reading, problems: [stop] }
}

function isStopAbove({ side, solve }: CalcDocument, { stopPrice, entryPrice }: ValuesReading['values']): boolean {
  return side === undefined && solve !== 'stopPrice' && stopPrice !== undefined && entryPrice !== undefined && stopPrice.gt(entryPrice)
}

function stopAt(distance: Decimal, side: 'long' | 'short', { entryPrice, stopPrice }: ValuesReading['values']): Decimal | Problem {
  const problem = (message: string, path: readonly PathKey[] = ['stopDistance']): Problem => ({ path, message })
  if (stopPrice !== undefined) return problem('one of stopPrice and stopDistance was expected; both are there')
  if (entryPrice === undefined) return problem('missing; stopDistance is counted from it', ['entryPrice'])
  const stop = side === 'long' ? entryPrice.minus(distance) : entryPrice.plus(distance)
  return stop.gt(0) ? stop : problem(`${distance.toFixed()} below the entry price ${entryPrice.toFixed()} there is no price`)
}
