/** What the figures of a position are made of. */
export const explainWords = {
  title: 'How these figures come about',
  close: 'Done',
  liquidation: 'Liq. price',
  alone: (base: string): string => `If only ${base} moves`,
  together: 'If all of the pool’s markets move together',
  bankruptcy: 'Bankruptcy price: the pool’s equity is 0',
  against: (isLong: boolean): string =>
    `Rounded ${isLong ? 'up' : 'down'} to the tick, against you. The pool is liquidated when its margin balance no longer covers its maintenance margin.`,
  ratio: 'Margin ratio of its pool',
  poolMaintenance: (type: 'cross' | 'isolated' | 'bucket'): string => (type === 'isolated' ? 'Maintenance margin' : 'Maintenance margin of all its positions'),
  poolEquity: 'Margin balance: cash + unrealized PnL',
  ratioFormula: 'Maintenance ÷ margin balance, 100% is liquidation',
  result: 'Result so far',
  unrealized: 'Unrealized PnL',
  pnl: ({ size, mark, entry, isLong, pnl }: { readonly size: string; readonly mark: string; readonly entry: string; readonly isLong: boolean; readonly pnl: string }): string =>
    `${size} × (${isLong ? `${mark} − ${entry}` : `${entry} − ${mark}`}) = ${pnl}`,
  roe: (leverage: string): string => `ROE: on the initial margin at entry, ${leverage}`,
  fees: 'Trading fees',
  requirement: 'What it takes',
  initial: (notional: string, leverage: string): string => `Initial margin: ${notional} ÷ ${leverage.replace('x', '')}`,
  maintenance: (tier: number): string => `Maintenance margin, tier ${tier}`,
} as const
