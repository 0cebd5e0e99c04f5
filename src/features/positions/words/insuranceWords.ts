import type { DeleveragingRanking } from '../../../engine/index.ts'
import type { FundChangeRow } from '../../../store/selectors/rows/InsuranceRows.ts'

/** The insurance fund, and who pays when it is empty. */
export const insuranceWords = {
  fund: 'Insurance fund',
  deleveraged: 'Deleveraged counterparties',
  ofVenue: 'Insurance fund of the venue',
  of: (instrument: string): string => `Insurance fund of ${instrument}`,
  holds: (start: string, balance: string): string => `began with ${start}, holds ${balance}`,
  why: {
    'liquidation-fee': 'Liquidation fee',
    forfeited: 'Margin left over',
    'bad-debt': 'Loss beyond the margin',
    settled: 'Position taken over',
    deleveraged: 'Paid by deleveraging',
    shortfall: 'Covered by nobody',
  } satisfies Record<FundChangeRow['why'], string>,
  shortfall: (amount: string, pool: string, tick: number): string => `${amount} that ${pool} was short of at bar ${tick} is covered by nobody.`,
  columns: { fund: 'Fund', why: 'Why', pool: 'Pool', change: 'Change', balance: 'Balance', rank: 'Rank', who: 'Counterparty', closed: 'Closed', price: 'Price', score: 'Score', paid: 'Gave up', for: 'For' },
  hints: { price: 'Bankruptcy price of the liquidated position', paid: 'What the counterparty gave up against the mark' },
  side: (isLong: boolean, size: string): string => `${isLong ? 'long' : 'short'} ${size}`,
  rank: (rank: number): string => `number ${rank} in line`,
  rankings: {
    'profit-times-leverage': 'Score = PnL ÷ entry value × effective leverage, divided by it where there is a loss. Effective leverage = mark value ÷ equity.',
    'leveraged-profit': 'Score = PnL ÷ collateral × effective leverage, divided by it where there is a loss. Effective leverage = mark value ÷ equity.',
    'profit-and-leverage': 'Score = mark ÷ entry of a long, entry ÷ mark of a short, × effective leverage. Effective leverage = mark value ÷ equity.',
  } satisfies Record<DeleveragingRanking, string>,
  order: 'The highest score is closed first, at the bankruptcy price of the liquidated position.',
  empty: { title: 'The insurance fund has not changed', text: 'Liquidations pay into it what they leave and their fees, and take from it what is missing. Empty, it is followed by deleveraging.' },
} as const
