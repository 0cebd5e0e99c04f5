import type { SettingsState } from '../../../store/slices/SettingsState.ts'

export type Level = SettingsState['level']

/** Every word of the report that the panel does not have. A level changes words and depth, never numbers. */
export const reportWords = {
  title: 'Incident report',
  back: 'Back to Simulate',
  print: 'Print',
  list: 'Liquidations so far',
  accounts: { 'as-set': 'Yours', 'all-isolated': 'All isolated', 'all-cross': 'All cross' },
  item: (tick: number, base: string, isPool: boolean) => `bar ${tick} · ${base}${isPool ? ' and its pool' : ''}`,
  loading: 'The report is on its way',
  emptyTitle: 'Nothing has been liquidated',
  empty: (tick: number) => `Up to bar ${tick} every position of the three accounts is open or was closed by its owner. Play on, or go to a later bar.`,
  none: 'Choose a liquidation from the list.',
  meta: (account: string, tick: number, time: string, rules: string) => `${account}, bar ${tick}, ${time}. Rules: ${rules}.`,
  happened: 'What happened',
  why: 'How the liquidation price came there',
  opened: (position: string, tick: number, price: string) => `${position} was opened at bar ${tick}, on average at ${price}.`,
  way: (before: string, after: string) => `Its liquidation price was ${before} and came to ${after}.`,
  stayed: (price: string) => `Its liquidation price was ${price} all along.`,
  mostly: (cause: string, way: string) => `Most of that was ${cause}: ${way}.`,
  whyIntro: {
    beginner: 'The liquidation price is the price at which a position is closed by force. It moves when the money behind the position changes, and in a shared pool the other positions are part of that money.',
    trader: 'The liquidation price moves with everything that changes the pool: other positions, funding, fees, margin and size. The shares below sum exactly to the move.',
    quant: 'The price P solves h(P) + S = 0: h is what the position itself adds to equity less requirement, S everything else. A change of S moves P by −ΔS ÷ h′; a fill by the difference of the roots just after and just before it. The shares sum to the move to the twelfth decimal.',
  } satisfies Readonly<Record<Level, string>>,
  sharesCaption: (base: string) => `What moved the liq. price of ${base}`,
  columns: { cause: 'Cause', surplus: 'Surplus', price: 'Moved by' },
  from: (tick: number) => `Liq. price at bar ${tick}`,
  to: (tick: number) => `Liq. price at bar ${tick}, the liquidation`,
  steps: 'Step by step',
  chart: 'Drawn',
  alongIntro: {
    beginner: 'The culprit is the position whose loss used up the money. A bystander is one that was closed with it although it had not lost as much.',
    trader: 'Culprit: the worst unrealised PnL when the pool failed. The last column is the same position at the same moment in the other account.',
    quant: 'Culprit: the worst unrealised PnL when the pool failed, the one opened first among equals (Q2). The last column is its total PnL in the twin at the close of the bar.',
  } satisfies Readonly<Record<Level, string>>,
  moneyIntro: {
    beginner: 'Nothing disappears: what one side lost another received. The amounts add up to zero.',
    trader: 'Every entry of the liquidation, by who stands on its side. It sums to zero.',
    quant: 'The double entry of the liquidation’s events, by counterparty (L1).',
  } satisfies Readonly<Record<Level, string>>,
  saversIntro: {
    beginner: 'Each of these was found by playing the same prices again with one thing changed. They hold for the prices that have been seen; others would ask for something else.',
    trader: 'Found by playing the path again up to where it was seen: one step less and the pool is liquidated all the same. Known only afterwards.',
    quant: 'Found on the grid by replaying the prefix of the tape that was seen: the value holds, one step worse does not (I2). It is a fact about this path, not an estimate for the next.',
  } satisfies Readonly<Record<Level, string>>,
  foot: (scenario: string) => `${scenario}. Computed by Bulkhead from the scenario’s own events; it knows nothing past the bar that was seen.`,
} as const
