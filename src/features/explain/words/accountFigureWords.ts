import type { FieldOf } from '../../../engine/index.ts'
import { commonWords } from './commonWords.ts'
import { word, type FigureWord } from './FigureWord.ts'

const { equity, unrealizedPnl, initialMargin, maintenanceMargin, marginRatio, canStillLose, available, requirement, exitCosts } = commonWords
const orderReserve = word('Held back by orders', 'Set aside for orders that wait, so that they can be paid when their price is reached.', 'Initial margin and maker fee of resting limit orders.')
const haircut = word('Haircut', 'The part of deposited coins that does not count, in case their price falls.', 'Value of the collateral × its haircut rate.')

export const accountFigureWords: Readonly<Record<FieldOf<'account'>, FigureWord>> = {
  equity,
  worth: word('Worth', 'What the coins of the account are worth in dollars now.', 'Equity × mark price of the coin.'),
  change: word('Since bar 0', 'How much was won or lost of everything deposited.', '(equity − deposits) / deposits.'),
  deposited: word('Deposited', 'Everything put in, less what was taken out.', 'Deposits − withdrawals so far.'),
  walletBalance: word('Wallet balance', 'The cash that is not behind a wall of its own.', 'Cash of the shared pool.'),
  available,
  initialMargin,
  maintenanceMargin,
  unrealizedPnl,
  orderReserve,
  canStillLose,
  marginRatio: word(marginRatio.name, 'How close the pool that is nearest to it has come to being closed by force: 100 % is the end.', 'Requirement / margin balance of the pool with the highest ratio. 100 % liquidates.'),
  insuranceFund: word('Insurance fund', 'What the venue keeps to pay for losses that exceed a trader’s collateral.', 'Balance of the fund: its start, fees and forfeits in, debts out.'),
  openPositions: word('Open positions', 'How many positions are open.', 'Count of positions, assets that are collateral left out.'),
  openOrders: word('Open orders', 'How many orders wait.', 'Count of resting orders.'),
}

export const poolFigureWords: Readonly<Record<FieldOf<'pool'>, FigureWord>> = {
  cash: word('Cash of the pool', 'The money that stands behind this wall.', 'Cash booked to the pool: margin in and out, realized PnL, fees, funding.'),
  unrealizedPnl,
  equity: word('Margin balance', 'What is left behind this wall: its cash and what its positions have won or lost.', 'Cash of the pool + unrealized PnL of its positions.'),
  initialMargin,
  maintenanceMargin,
  exitCosts,
  requirement,
  haircut,
  freeCollateral: word('Free collateral', 'What the pool has beyond what its positions take.', 'Equity − initial margin − what orders hold back; may be negative.'),
  orderReserve,
  marginRatio,
  removable: word('Can be taken out', 'What may be taken from behind this wall without breaking a rule.', 'What the rules allow to be removed: initial margin and the transfer floor must stay.'),
  carryPayments: word('Payments until liquidation', 'How many funding payments it takes, at the prices and rates of now, until the pool is closed by force.', 'Surplus / funding per payment, rounded up.'),
  carryPerPayment: word('Funding per payment', 'What the pool pays at each funding time, at the prices of now.', 'Sum of value × funding rate over its positions.'),
  carryAt: word('Liquidated by funding alone', 'When the pool is closed by force if prices and rates stay as they are.', 'Next funding time + (payments − 1) × interval.'),
  coolingUntil: word('Cooling down until', 'A part was closed; the pool is not tested again before this time.', 'Moment of the partial liquidation + cool-down.'),
}

export const fundFigureWords: Readonly<Record<FieldOf<'fund'>, FigureWord>> = {
  start: word('Fund at the start', 'What the insurance fund held at the beginning.', 'Stated by the rules.'),
  balance: word('Fund balance', 'What the insurance fund holds.', 'Start + every change so far.'),
  change: word('Change of the fund', 'What came in or went out at this event.', 'Fees and forfeits in, bad debt and take-overs out.'),
}
