import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import { Decimal } from '../../engine/index.ts'

type ExampleLong = CommandDocument & { readonly id: string; readonly tick: number }

/** Of three instruments: two in the shared pool, one behind its own wall. */
const POOLS = ['cross', 'cross', 'isolated'] as const
/** Of one instrument, which a pool holds once: the shared pool and two walls. (A bucket would have to be funded first.) */
const LADDER = [
  { leverage: '3', pool: 'cross' },
  { leverage: '6', pool: 'isolated' },
  { leverage: '12', pool: 'isolated' },
] as const

/**
 * Up to three longs opened on the first bar, to have something to watch: one an instrument, or on a single instrument
 * three of different leverage. Together they lock three fifths of the wallet.
 */
export function exampleLongs(symbols: readonly string[], wallet: string): readonly ExampleLong[] {
  const margin = new Decimal(wallet).times('0.2')
  if (!margin.gt(0)) return []
  const notionalAt = (leverage: string): string => margin.times(leverage).toFixed(2, Decimal.ROUND_DOWN)
  const [only] = symbols
  if (symbols.length === 1 && only !== undefined) {
    return LADDER.map(({ leverage, pool }, i) => ({
      id: `c${i + 1}`,
      tick: 0,
      type: 'place-order',
      leg: `${only}@${leverage}x`,
      instrument: only,
      pool,
      side: 'buy',
      notional: notionalAt(leverage),
      leverage,
    }))
  }
  return symbols.slice(0, 3).map((instrument, i) => ({
    id: `c${i + 1}`,
    tick: 0,
    type: 'place-order',
    leg: `${instrument}@${POOLS[i] ?? 'isolated'}`,
    instrument,
    pool: POOLS[i] ?? 'isolated',
    side: 'buy',
    notional: notionalAt('10'),
    leverage: '10',
  }))
}
