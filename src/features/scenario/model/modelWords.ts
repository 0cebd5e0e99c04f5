import type { ModelId } from '../../../store/catalog/modelDefaults.ts'
import type { JumpId, RegimeId } from './ModelDraft.ts'

interface ModelWords {
  readonly title: string
  readonly group: string
  /** What it is for, one sentence. */
  readonly use: string
  readonly formula: string
}

const FORGETS = 'Without memory'
const STORMS = 'Calm and storm'
const RETURNS = 'To a chosen price'

const models: Readonly<Record<ModelId, ModelWords>> = {
  gbm: { title: 'Random walk', group: FORGETS, use: 'The plainest market: every bar is drawn anew, with the same volatility all the time.', formula: 'dS/S = μ dt + σ dW' },
  merton: { title: 'Jumps (Merton)', group: FORGETS, use: 'A random walk that is struck by sudden jumps, now and then, of the whole market or of one coin: for gaps that no stop catches.', formula: 'dS/S = μ dt + σ dW + (eᴶ − 1) dN,  J normal' },
  kou: { title: 'Jumps, two-sided (Kou)', group: FORGETS, use: 'As with Merton, but falls and rises have their own frequency and size: for crashes that are larger than rallies.', formula: 'dS/S = μ dt + σ dW + (eᴶ − 1) dN,  J exponential up and down' },
  heston: { title: 'Stochastic volatility (Heston)', group: STORMS, use: 'The volatility moves by itself and returns to a level: for calm weeks that turn wild, and falls that are rougher than rises.', formula: 'dS/S = μ dt + √v dW,  dv = κ(θ² − v) dt + ξ√v dZ' },
  garch: { title: 'Volatility clusters (GARCH)', group: STORMS, use: 'A large bar makes the next ones larger: the way real returns cluster.', formula: 'h′ = ω + α ε² + β h' },
  gjr: { title: 'Clusters after falls (GJR)', group: STORMS, use: 'As GARCH, and a fall stirs up more than a rise of the same size.', formula: 'h′ = ω + (α + γ·[ε < 0]) ε² + β h' },
  regimes: { title: 'Regimes', group: STORMS, use: 'The whole market is calm or stormy by turns, all instruments together.', formula: 'σ → k(state)·σ, the state a Markov chain' },
  ou: { title: 'Mean reversion (OU)', group: RETURNS, use: 'The price is pulled back to a level: for stablecoins and for pairs.', formula: 'd ln S = κ(ln L − ln S) dt + σ dW,  κ = ln 2 / half-life' },
  bridge: { title: 'Bridge to a price', group: RETURNS, use: 'A random walk that ends exactly at the price you choose: “what if it closes at 40,000?”', formula: 'a random walk from the first price, pinned to the last' },
}

const jumps: Readonly<Record<JumpId, { readonly label: string; readonly unit: string }>> = {
  perYear: { label: 'Jumps', unit: 'a year' },
  mean: { label: 'Mean size', unit: '%' },
  spread: { label: 'Spread', unit: '%' },
  upShare: { label: 'Share upwards', unit: '%' },
  upMean: { label: 'Mean rise', unit: '%' },
  downMean: { label: 'Mean fall', unit: '%' },
}

const regimes: Readonly<Record<RegimeId, { readonly label: string; readonly unit: string; readonly isRare?: boolean }>> = {
  volatilityTimes: { label: 'Volatility', unit: 'times' },
  days: { label: 'Lasts on average', unit: 'days' },
  drift: { label: 'Drift, added', unit: '% a year', isRare: true },
  jumpsTimes: { label: 'Jumps', unit: 'times', isRare: true },
}

export const modelWords = {
  models,
  jumpFields: jumps,
  regimeFields: regimes,
  model: 'Model',
  same: 'The same seed and settings give the same prices in every browser and on the command line.',
  seed: 'Seed',
  another: 'Another',
  anotherOf: 'Another seed',
  bars: 'Bars',
  barSize: 'Bar size',
  points: 'Prices',
  candles: 'Candles',
  closes: 'Closes only',
  meanings: 'What the parameters mean',
  instruments: 'Instruments',
  symbol: 'Name',
  price: 'Start price',
  share: 'Share of jumps',
  add: 'Add instrument',
  remove: (symbol: string) => `Remove ${symbol}`,
  atMost: (count: number) => `${count} instruments are the most this form makes; a document may have more.`,
  atLeastOne: 'One instrument must stay.',
  correlation: 'Correlation',
  correlationAll: 'Every pair',
  range: '−1 to 1',
  correlationBy: 'Correlation',
  correlations: { all: 'One for every pair', pairs: 'Each pair' },
  pair: (a: string, b: string) => `${a} with ${b}`,
  contradiction: 'These correlations contradict each other: no prices could move like that together.',
  uniformContradiction: (count: number, least: string) => `${count} prices cannot all move against each other that much: ${least} is the least.`,
  nearest: 'Take the nearest that can be',
  nearestOf: (least: string) => `Set ${least}`,
  common: 'Jumps of the whole market',
  own: (symbol: string) => `Jumps of ${symbol} alone`,
  ownTitle: 'Jumps of single instruments',
  laws: { none: 'None', merton: 'Normal', kou: 'Two-sided' },
  jumpDisclosure: 'Jumps',
  regimesTitle: 'States of the market',
  regimesHint: 'It begins in the first; out of a state it goes to each of the others as often.',
  regimeName: 'State',
  addRegime: 'Add a state',
  removeRegime: (name: string) => `Remove the state ${name}`,
  regimesAtLeast: 'Two states must stay.',
  regimesAtMost: (count: number) => `${count} states are the most.`,
  calibrate: 'Fit to real prices…',
  start: 'Play this path',
  errors: {
    noName: 'Enter a name.',
    taken: 'This name is taken.',
    explosive: (sum: number) => `alpha + beta + gamma/2 is ${sum}: the volatility would grow without end. Keep it below 1.`,
    negativeFalls: 'alpha + gamma is below 0: a fall would make the variance negative.',
  },
} as const
