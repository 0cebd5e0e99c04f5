import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { exp, log } from '../../kernel/index.ts'
import { roundedToDecimals } from '../columns/priceDigits.ts'
import type { TapeRefusal } from '../TapeRefusal.ts'
import { columnsOf, decimalsOf, logProblem, withColumns } from './priceColumns.ts'

const MOST_PRICE = 1e15

/**
 * A tape made k times as violent: each price becomes first·(price/first)^k, so that every logarithmic return, candle and
 * gap is k times what it was; `first` is the first price of its series. Times, jumps and funding stay. Prices are rounded to
 * the tick size the tape shows, at least one tick.
 * @param factor  k, above 0; below 1 the tape is calmer
 */
export function amplifiedTape(tape: Tape, factor: number): Result<Tape, TapeRefusal> {
  if (!(factor > 0 && factor <= 20)) return refused({ code: 'model', message: `A tape cannot be made ${factor} times as violent. Enter a number above 0, up to 20.` })
  const problem = logProblem(tape)
  if (problem !== undefined) return refused({ code: 'model', message: problem })
  const decimals = decimalsOf(tape)
  let isTooHigh = false
  const series = tape.series.map((one, index) => {
    const columns = columnsOf(one)
    const first = columns[0]?.[0] ?? 1
    const amplified = (price: number): number => {
      const made = price === first ? first : roundedToDecimals(first * exp(factor * log(price / first)), decimals[index] ?? 0)
      if (!(made < MOST_PRICE)) isTooHigh = true
      return made
    }
    return withColumns(one, columns.map((column) => column.map(amplified)))
  })
  if (isTooHigh) return refused({ code: 'model', message: `${factor} times as violent, a price grows beyond ${MOST_PRICE}. Enter a smaller number.` })
  return ok({ ...tape, id: `${tape.id}-x${factor}`, title: `${tape.title}, ${factor} times as violent`, source: `${tape.source}; every logarithmic return times ${factor}`, series })
}
