interface ReplayWords {
  readonly bars?: number
  readonly positions?: number
  /** Number of instruments. */
  readonly symbols?: number
  readonly barMillis?: number
  /** Points inside a bar from which its candle is made; closes alone unless said. */
  readonly stepsPerBar?: number
}

const NAMED = [
  { symbol: 'BTC-PERP', price: 60000, decimals: 2, volatility: 0.6 },
  { symbol: 'ETH-PERP', price: 3000, decimals: 2, volatility: 0.8 },
  { symbol: 'SOL-PERP', price: 150, decimals: 3, volatility: 1 },
]

/** Both sides of a hedge in the wallet and in each bucket; every position beyond is isolated. */
const SHARED = ['cross', 'bucket:a', 'bucket:b'].flatMap((pool) => [[pool, 'long'], [pool, 'short']] as const)

/**
 * The replay of the main job's bench, as a Scenario document: 5,000 bars of three instruments and 30 positions in cross,
 * bucket and isolated pools unless said, Bulkhead standard rules (fees, funding every 8 hours, tiers).
 */
export function replayScenario(words: ReplayWords | number = {}): object {
  const { bars = 5000, positions = 30, symbols = 3, barMillis, stepsPerBar } = typeof words === 'number' ? { bars: words } : words
  const instruments = Array.from({ length: symbols }, (_, i) => ({ ...instrumentOf(i) }))
  const each = Math.ceil(positions / symbols)
  const orders = instruments.flatMap(({ symbol }, i) =>
    Array.from({ length: Math.min(each, positions - i * each) }, (_, k) => {
      const [pool, side] = SHARED[k] ?? ['isolated', k % 3 === 0 ? 'short' : 'long']
      return {
        type: 'place-order',
        tick: 0,
        instrument: symbol,
        leg: `${symbol}#${String(k)}:${side}`,
        pool,
        positionSide: side,
        side: side === 'short' ? 'sell' : 'buy',
        notional: String(4000 + 700 * (k % 10) + 300 * (i % 10)),
        leverage: String(3 + (k % 4)),
      }
    }),
  )
  const fund = ['a', 'b'].map((bucket) => ({ type: 'add-margin', tick: 0, bucket, amount: String(7000 * symbols) }))
  return {
    schema: 1,
    title: `Bench: ${String(positions)} positions`,
    rules: 'standard',
    positionMode: 'hedge',
    tape: { type: 'gbm', seed: 7, bars, instruments, correlation: 0.6, ...(barMillis === undefined ? {} : { barMillis }), ...(stepsPerBar === undefined ? {} : { stepsPerBar }) },
    wallet: String(Math.max(210_000, 7000 * positions)),
    commands: [...fund, ...orders],
  }
}

function instrumentOf(i: number): (typeof NAMED)[number] {
  return NAMED[i] ?? { symbol: `COIN${String(i)}-PERP`, price: 100 + i, decimals: 3, volatility: 0.7 + i / 40 }
}
