interface PnlValues {
  readonly size: string
  readonly mark: string
  readonly entry: string
  readonly isLong: boolean
  /** Coin-margined: a dollar's worth of coins then, less now. */
  readonly isInverse: boolean
  readonly pnl: string
}

const exitBases = {
  mark: 'at the mark',
  entry: 'at entry',
  'mark-bankruptcy': 'at the bankruptcy price from the mark',
  'entry-bankruptcy': 'at the bankruptcy price from entry',
  'margin-bankruptcy': 'at the bankruptcy price of its margin',
  'pool-bankruptcy': 'at the bankruptcy price of its pool’s cash',
} as const

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
  exitCosts: 'Cost of closing, counted by these rules',
  poolRequirement: (combine: 'sum' | 'larger'): string => (combine === 'sum' ? 'Required: both together' : 'Required: the larger of the two'),
  haircut: 'Collateral that does not count (haircut)',
  ratioFormula: 'Required ÷ margin balance, 100% is liquidation',
  result: 'Result so far',
  unrealized: 'Unrealized PnL',
  pnl: ({ size, mark, entry, isLong, isInverse, pnl }: PnlValues): string => {
    const [gained, paid] = isInverse ? [`1/${entry}`, `1/${mark}`] : [mark, entry]
    return `${size} × (${isLong ? `${gained} − ${paid}` : `${paid} − ${gained}`}) = ${pnl}`
  },
  roe: (leverage: string): string => `ROE: on the initial margin at entry, ${leverage}`,
  fees: 'Trading fees',
  requirement: 'What it takes',
  initial: (on: 'mark' | 'entry'): string => `Initial margin, of the value at ${on === 'mark' ? 'the mark' : 'entry'}`,
  maintenance: (tier: number, on: 'mark' | 'entry'): string => `Maintenance margin, tier ${tier}, of the value at ${on === 'mark' ? 'the mark' : 'entry'}`,
  exitCost: (on: keyof typeof exitBases): string => `Cost of closing, ${exitBases[on]}`,
  rules: 'Rules',
  dated: (name: string, date: string): string => `${name}, ${date}`,
} as const
