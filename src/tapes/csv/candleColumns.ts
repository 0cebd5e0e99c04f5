import { candleOrder } from './candleOrder.ts'
import type { PriceColumn } from './CsvReport.ts'

/** A candle whose highest price is more than this many times its lowest has something else among its prices. */
const ONE_SIZE = 3

/**
 * Which of the columns without names are the prices of a candle, and which price each is: the first four in a row that
 * are of one size and fit together, else the first four if they do. A dump of Gate has the volume before them.
 * @param columns  columns of numbers
 * @param rows     one number a column, in the order of time; NaN where a cell is none
 */
export function candleColumns(columns: readonly number[], rows: readonly (readonly number[])[]): ReadonlyMap<number, PriceColumn> | undefined {
  for (let from = 0; from + 4 <= columns.length; from++) {
    const prices = pricesFrom(rows, from)
    const candle = prices.filter(isOneSize).length < 0.8 * prices.length ? undefined : candleFrom(columns, prices, from)
    if (candle !== undefined) return candle
  }
  // The first candle of a new coin may go from 0.016 to 0.8, and prices may lie on both sides of zero.
  return columns.length < 4 ? undefined : candleFrom(columns, pricesFrom(rows, 0), 0)
}

function pricesFrom(rows: readonly (readonly number[])[], from: number): (readonly number[])[] {
  return rows.map((row) => row.slice(from, from + 4)).filter((row) => row.every((price) => price === price))
}

function candleFrom(columns: readonly number[], prices: readonly (readonly number[])[], from: number): ReadonlyMap<number, PriceColumn> | undefined {
  const order = prices.length === 0 ? undefined : candleOrder(prices)
  return order === undefined ? undefined : new Map(order.map((role, i) => [columns[from + i] as number, role]))
}

function isOneSize(prices: readonly number[]): boolean {
  const low = Math.min(...prices)
  return low > 0 && Math.max(...prices) <= ONE_SIZE * low
}
