import type { FieldOf } from '../../../engine/index.ts'
import { commonWords as common } from './commonWords.ts'
import { word, type FigureWord } from './FigureWord.ts'

export const eventFigureWords: Readonly<Record<FieldOf<'event'>, FigureWord>> = {
  amount: word('Amount', 'The money this event moved.', 'Booked amount of the event.'),
  share: word('Share of a position', 'The part of the amount that belongs to one position.', 'Amount told apart by maintenance margin; the shares add up exactly.'),
  equity: word('Equity at the test', 'What the pool had left when it was tested.', 'Cash + unrealized PnL at the prices the test looks at.'),
  maintenanceMargin: word('Required at the test', 'What the pool had to have left.', 'Requirement at the prices the test looks at.'),
  legMark: word('Price at the test', 'The price the test looked at.', 'Price of the kind the rules name, at the exact moment.'),
  legQty: common.qty,
  legPnl: word('PnL at the test', 'What the position had won or lost when the pool was tested.', 'Size × (price − entry price).'),
  legMaintenance: word('Maintenance at the test', 'What the position took of the requirement.', 'Value × rate of its tier − amount.'),
  leverageBefore: word('Leverage before', 'The leverage until then.', 'As set before.'),
  leverageAfter: word('Leverage after', 'The leverage from then on.', 'As set by the command.'),
  takeProfit: common.takeProfit,
  stopLoss: common.stopLoss,
  reserve: word('Held back', 'Money set aside for the order.', 'Initial margin at its price + maker fee.'),
  orderQty: word('Order size', 'How much the order trades.', 'Quantity as accepted, in whole steps.'),
  orderPrice: word('Order price', 'The price at which the order acts.', 'As given.'),
  score: word('Rank score', 'Who has won the most at the highest leverage is asked first.', 'Score by which counterparties are ranked, as the rules say.'),
  rank: word('Place in line', 'Whose turn it was.', 'Number in the ranking.'),
  counterpartyPnl: word('Result of the counterparty', 'What the counterparty made of the part that was closed.', 'Closed size × (price of closing − its entry price).'),
}

export const tradeFigureWords: Readonly<Record<FieldOf<'trade'>, FigureWord>> = {
  qty: word('Traded size', 'How much was traded.', 'Quantity of the fill.'),
  price: word('Price of the fill', 'The price that was paid or received.', 'Last price of the tape at that moment, or the limit of the order.'),
  notional: word('Value traded', 'Size times price.', 'Size × price; of coin-margined contracts size / price.'),
  fee: common.fee,
  realizedPnl: word('Realized PnL', 'What the closed part won or lost.', 'Closed size × (price − entry price); an opening fill realizes nothing.'),
  qtyAfter: word('Size after', 'What was held after the trade.', 'Size before + size of the fill.'),
  entryPriceAfter: word('Entry price after', 'Average price of what was held after the trade.', 'Value at entry / size after the fill.'),
}

export const fundingFigureWords: Readonly<Record<FieldOf<'funding'>, FigureWord>> = {
  rate: word('Funding rate', 'The share of the position’s value that was paid.', 'Premium and interest, clamped and capped as the rules say.'),
  price: word('Price for funding', 'The price by which the payment was told.', 'Price of the kind the rules name at the funding time.'),
  amount: word('Payment', 'What was received, or paid with a minus.', '−size × price × rate, rounded half-even to 12 decimals.'),
  cumulative: word('So far', 'All payments of the position up to this one.', 'Sum of the payments.'),
}

export const marketFigureWords: Readonly<Record<FieldOf<'market'>, FigureWord>> = {
  mark: common.mark,
  index: word('Index price', 'The price of the coin itself, from other markets.', 'Spot or oracle price of the tape at this bar.'),
  last: word('Last price', 'The price of the latest trade.', 'What orders trade at; of the tape at this bar.'),
  change: word('Change', 'How far the price has moved since the first bar.', '(mark − first mark) / |first mark|.'),
  fundingRate: word('Funding rate', 'The share of a position’s value that is paid between both sides of the market.', 'Rate of the next payment, at the prices of now.'),
  restingFundingRate: word('Funding rate', 'The share of a position’s value that is paid between both sides of the market.', 'Rate per interval while the premium stands as the rules state it.'),
  nextFunding: word('Next funding time', 'When the next payment is due.', 'Next multiple of the funding interval.'),
  maintenanceRate: word('Maintenance rate', 'The share of its value that must be left of a small position.', 'Maintenance margin rate of the first tier.'),
  maxLeverage: word('Max leverage', 'The most leverage a small position may have.', 'Limit of the first tier.'),
}

export const headlineFigureWords: Readonly<Record<FieldOf<'headline'>, FigureWord>> = {
  isolated: word('Equity, all isolated', 'What is left when every position stands behind a wall of its own.', 'Equity of the twin in which every position is isolated.'),
  cross: word('Equity, all cross', 'What is left when all positions share one pool.', 'Equity of the twin in which every position is cross.'),
  deposited: word('Deposited', 'Everything put in, less what was taken out.', 'Deposits − withdrawals so far.'),
  gap: word('Gap', 'How far the two accounts are apart.', '|equity all isolated − equity all cross|.'),
  move: word('Move', 'How far its price had moved from entry when it was closed by force.', '(price at the test − entry price) / |entry price|.'),
}
