/** Scenarios the stories are told on. */

const HOUR = 3_600_000
/** Monday 5 January 2026, 00:00 UTC. */
const START = 1_767_571_200_000

/** BTC from 60,000 in a straight line, so much a bar: every figure can be worked out by hand. */
export function lineScenario({ step = -200, bars = 60, wallet = '10000', title = 'A straight line' } = {}) {
  return {
    schema: 1,
    title,
    rules: 'plain',
    tape: {
      type: 'inline', title, source: 'Made for a test', start: START, barMillis: HOUR,
      series: [{ instrument: 'BTC-PERP', close: Array.from({ length: bars + 1 }, (_, bar) => 60_000 + step * bar) }],
    },
    instruments: [{ symbol: 'BTC-PERP', base: 'BTC', quote: 'USDT', tickSize: '0.01', qtyStep: '0.0001' }],
    wallet,
    commands: [],
  }
}

/** Two correlated instruments with jumps under the standard rules: fees, funding, tiers, liquidations. */
export const RANDOM_WALK = {
  schema: 1,
  title: 'A random walk',
  rules: 'standard',
  tape: {
    type: 'gbm', seed: 20_260_105, bars: 600, start: START, barMillis: HOUR, stepsPerBar: 4, correlation: 0.6,
    instruments: [
      { symbol: 'BTC-PERP', price: 60_000, volatility: 0.9, drift: -0.5, jumps: { perYear: 60, mean: -0.02, volatility: 0.04 } },
      { symbol: 'ETH-PERP', price: 3000, volatility: 1.1, drift: -0.5 },
    ],
  },
  wallet: '10000',
  commands: [
    { type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: 'buy', notional: '30000', leverage: '10' },
    { type: 'place-order', instrument: 'ETH-PERP', pool: 'isolated', side: 'buy', notional: '40000', leverage: '20', stopLoss: '2800' },
    { type: 'add-margin', tick: 40, bucket: 'hedge', amount: '500' },
    { type: 'place-order', tick: 40, instrument: 'BTC-PERP', pool: 'bucket:hedge', side: 'sell', notional: '1000', leverage: '5' },
    { type: 'place-order', tick: 60, instrument: 'ETH-PERP', pool: 'cross', side: 'sell', orderType: 'limit', price: '3300', qty: '2', leverage: '5' },
  ],
}

/** Daily closes of the S&P 500 over the crash of 2020: three longs. */
export const SP500 = {
  schema: 1,
  title: 'S&P 500, three longs',
  rules: 'standard',
  tape: { type: 'bundled', id: 'spx' },
  wallet: '10000',
  commands: ['5', '10', '20'].map((leverage, i) => ({
    type: 'place-order', leg: `SPX@${leverage}x`, instrument: 'SPX', pool: i === 2 ? 'isolated' : 'cross', side: 'buy', notional: String(2000 * Number(leverage)), leverage,
  })),
}
