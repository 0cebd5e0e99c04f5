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

const hourly = { start: START, barMillis: HOUR }

/** Every model in one market, made half as violent again, in stretches of another order: each of its prices went through all of them. */
export const EVERY_MODEL = {
  schema: 1,
  title: 'Every model',
  rules: 'standard',
  tape: {
    type: 'bootstrap', seed: 17, bars: 700, meanBlock: 12,
    of: {
      type: 'amplified', factor: 1.5,
      of: {
        type: 'model', seed: 9, bars: 900, ...hourly, stepsPerBar: 3, correlation: 0.4,
        instruments: [
          { symbol: 'BTC-PERP', price: 60_000, process: { type: 'heston', volatility: 0.7, longVolatility: 0.6, reversion: 200, volOfVol: 6, leverage: -0.6 }, jumps: { type: 'kou', perYear: 80, upShare: 0.4, upMean: 0.02, downMean: 0.03 } },
          { symbol: 'ETH-PERP', price: 3000, process: { type: 'garch', volatility: 0.9, alpha: 0.08, beta: 0.85, gamma: 0.06, drift: -0.5 }, commonJumpBeta: 1.3 },
          { symbol: 'SOL-PERP', price: 150, decimals: 3, process: { type: 'gbm', volatility: 1.1 }, jumps: { perYear: 50, mean: -0.03, volatility: 0.05 } },
          { symbol: 'STABLE-PERP', price: 1, decimals: 5, process: { type: 'ou', level: 1, halfLife: 6 * HOUR, volatility: 0.05 }, commonJumpBeta: 0.1 },
          { symbol: 'END-PERP', price: 100, process: { type: 'bridge', end: 80, volatility: 0.8 } },
        ],
        commonJumps: { perYear: 40, mean: -0.02, volatility: 0.03 },
        regimes: { states: [{ name: 'calm', volatilityTimes: 1 }, { name: 'storm', volatilityTimes: 2.5, jumpsTimes: 4, drift: -1 }], switching: [[0, 60], [250, 0]] },
      },
    },
  },
  wallet: '10000',
  commands: RANDOM_WALK.commands,
}
