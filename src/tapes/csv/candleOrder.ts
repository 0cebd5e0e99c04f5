import type { PriceColumn } from './CsvReport.ts'

/** Orders in which sources write a candle, the usual first: Binance, Bitfinex, Coinbase, Investing; then the rest. */
const ORDERS = allOrders([
  ['open', 'high', 'low', 'close'],
  ['open', 'close', 'high', 'low'],
  ['low', 'high', 'open', 'close'],
  ['close', 'open', 'high', 'low'],
])

/**
 * The meaning of four price columns without names: the permutation for which low ≤ open, close ≤ high holds in the most
 * rows. That cannot tell open from close, so those are told by continuity: an open is near the close before.
 * @param rows  four prices each, in the order of time
 * @returns     absent where no permutation holds in four rows of five
 */
export function candleOrder(rows: readonly (readonly number[])[]): readonly PriceColumn[] | undefined {
  const best = ORDERS.reduce<{ order: readonly PriceColumn[] | undefined; held: number }>(
    (found, order) => {
      const held = rows.filter((row) => holds(row, order)).length
      return held > found.held ? { order, held } : found
    },
    { order: undefined, held: 0 },
  )
  if (best.order === undefined || best.held < rows.length * 0.8) return undefined
  const swapped = best.order.map((role): PriceColumn => (role === 'open' ? 'close' : role === 'close' ? 'open' : role))
  // Where the two readings are about as smooth, the usual order stands.
  return roughness(rows, swapped) < 0.5 * roughness(rows, best.order) ? swapped : best.order
}

function holds(row: readonly number[], order: readonly PriceColumn[]): boolean {
  const of = (role: PriceColumn): number => row[order.indexOf(role)] ?? NaN
  return of('low') <= Math.min(of('open'), of('close')) && of('high') >= Math.max(of('open'), of('close'))
}

/** Sum of the steps from each close to the open after it. */
function roughness(rows: readonly (readonly number[])[], order: readonly PriceColumn[]): number {
  const open = order.indexOf('open')
  const close = order.indexOf('close')
  return rows.slice(1).reduce((sum, row, i) => sum + Math.abs((row[open] ?? NaN) - (rows[i]?.[close] ?? NaN)), 0)
}

function allOrders(usual: readonly (readonly PriceColumn[])[]): readonly (readonly PriceColumn[])[] {
  const others: (readonly PriceColumn[])[] = []
  const extend = (taken: readonly PriceColumn[]): void => {
    if (taken.length === 4) others.push(taken)
    for (const role of ['open', 'high', 'low', 'close'] as const) if (!taken.includes(role)) extend([...taken, role])
  }
  extend([])
  return [...usual, ...others]
}
