/**
 * The replay of the main job's bench: 5,000 bars of three instruments, 30 positions in cross, isolated and bucket pools,
 * Bulkhead standard rules (fees, funding every 8 hours, tiers). A Scenario document.
 */
export function replayScenario(bars = 5000): object {
  const instruments = [
    { symbol: 'BTC-PERP', price: 60000, decimals: 2, volatility: 0.6 },
    { symbol: 'ETH-PERP', price: 3000, decimals: 2, volatility: 0.8 },
    { symbol: 'SOL-PERP', price: 150, decimals: 3, volatility: 1 },
  ]
  const pools = ['isolated', 'cross', 'bucket:a', 'bucket:b', 'isolated', 'cross', 'isolated', 'bucket:c', 'cross', 'isolated']
  const fund = ['a', 'b', 'c'].map((bucket) => ({ type: 'add-margin', tick: 0, bucket, amount: '20000' }))
  const orders = instruments.flatMap(({ symbol }, i) =>
    pools.map((pool, k) => ({
      type: 'place-order',
      tick: 0,
      instrument: symbol,
      leg: `${symbol}#${String(k)}:${k % 3 === 0 ? 'short' : 'long'}`,
      pool,
      positionSide: k % 3 === 0 ? 'short' : 'long',
      side: k % 3 === 0 ? 'sell' : 'buy',
      notional: String(4000 + 700 * k + 300 * i),
      leverage: String(3 + (k % 4)),
    })),
  )
  return {
    schema: 1,
    title: 'Bench: 30 positions',
    rules: 'standard',
    positionMode: 'hedge',
    tape: { type: 'gbm', seed: 7, bars, instruments, correlation: 0.6 },
    wallet: '200000',
    commands: [...fund, ...orders],
  }
}
