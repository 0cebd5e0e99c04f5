/** Take profit and stop loss on the chart. */
export const targetWords = {
  name: { takeProfit: 'Take profit', stopLoss: 'Stop loss' },
  add: { takeProfit: 'Add take profit', stopLoss: 'Add stop loss', either: 'Add take profit or stop loss' },
  short: { takeProfit: 'TP', stopLoss: 'SL', either: 'TP/SL' },
  how: 'from the entry: drag it, or use the arrow keys',
  pnl: (amount: string): string => `PnL there ${amount}`,
  atOnce: 'It is there already: it would close the position at once.',
  beyond: (price: string): string => `Beyond the liq. price ${price}: it would never fire.`,
  done: (target: 'takeProfit' | 'stopLoss', price: string): string => `${target === 'takeProfit' ? 'Take profit' : 'Stop loss'} at ${price}`,
  undo: 'Undo',
} as const
