import { word } from './FigureWord.ts'

/** Figures that stand in several places and mean the same in each. */
export const commonWords = {
  liquidation: word(
    'Liq. price',
    'If the price gets here, the venue closes the position by force: what backs it no longer covers what the venue asks for.',
    'The price at which the equity of its pool equals the maintenance margin, if only this market moves. Rounded to the tick that is reached first.',
  ),
  liquidationDistance: word('Distance to the liq. price', 'How far the price may move before the position is closed by force.', 'Liq. price against the mark: (liq. price − mark) / mark.'),
  liquidationTogether: word(
    'Liq. price, all markets together',
    'The same, if every market of the pool moves by the same share at once.',
    'The price of this market at which the pool is liquidated when all of its markets move together, each by its beta.',
  ),
  liquidationTogetherDistance: word('Distance, all markets together', 'How far this market may move if all of them move at once.', 'Liq. price of all markets together against the mark.'),
  bankruptcy: word('Bankruptcy price', 'At this price nothing is left of what backs the position.', 'The price at which the equity of its pool is zero, if only this market moves.'),
  bankruptcyDistance: word('Distance to the bankruptcy price', 'How far the price may move before nothing is left.', 'Bankruptcy price against the mark.'),
  unrealizedPnl: word('Unrealized PnL', 'What would be won or lost if everything were closed at the price of now, fees aside.', 'Value at the mark less value at entry of all open positions.'),
  initialMargin: word('Initial margin', 'What has to be there to open the position and keep it at this leverage.', 'Value of the position divided by its leverage, with what the rules ask besides.'),
  maintenanceMargin: word(
    'Maintenance margin',
    'The least that has to be left. Below it, the venue closes positions by force.',
    'Value × maintenance rate of its tier − amount of the tier, of every position, without netting.',
  ),
  requirement: word('Requirement', 'What the venue compares with what is left: the maintenance margin, and the cost of closing where the rules count it.', 'Maintenance margin and exit costs, summed or the larger of the two, as the rules say.'),
  exitCosts: word('Cost of closing', 'The fee of closing the position, where the rules count it into what must be left.', 'Taker fee of closing, where the rules add it to the requirement.'),
  marginRatio: word(
    'Margin ratio',
    'How much of what is left is already asked for. At 100 % the positions are closed by force.',
    'Requirement / margin balance of the pool. 100 % liquidates.',
  ),
  equity: word('Equity', 'What the account is worth now: its cash and what the open positions have won or lost.', 'Cash of all pools plus unrealized PnL.'),
  takeProfit: word('Take profit', 'At this price the position is closed to keep its profit. It was chosen by you.', 'Trigger price of the take-profit, as set.'),
  stopLoss: word('Stop loss', 'At this price the position is closed to limit its loss. It was chosen by you.', 'Trigger price of the stop-loss, as set.'),
  trailingBest: word('Best price so far', 'The best price since the trailing stop was set.', 'Highest (of a long: lowest of a short) price that the trailing stop has followed.'),
  trailingLevel: word('Trailing stop', 'At this price the position is closed. It follows the best price at a distance.', 'Best price less the callback, rounded away from it, to the tick.'),
  entryPrice: word('Entry price', 'The average price at which the position was opened.', 'Value at entry divided by the size. It changes when the position is added to, not when it is reduced.'),
  mark: word('Mark price', 'The price by which profit, loss and margin are told.', 'The fair price of the tape at this bar: margin and display are at it.'),
  leverage: word('Leverage', 'How many times the own money the position is worth when it is opened.', 'Divides the value of the position into its initial margin.'),
  qty: word('Size', 'How much is held or traded.', 'Quantity, long positive; of coin-margined contracts in dollars.'),
  notional: word('Value', 'What the position is worth: its size at the price of now.', 'Size × mark; of coin-margined contracts size / mark.'),
  fee: word('Fee', 'What the trade costs.', 'Value of the fill × fee rate, rounded up.'),
  realizedPnl: word('Realized PnL', 'What closed positions have won or lost.', 'Closed size × (price of closing − entry price), fees apart.'),
  funding: word('Funding', 'What was paid to, or received from, the other side of the market at fixed hours.', 'Value at the time × funding rate, long pays when it is positive.'),
  canStillLose: word('Can still lose', 'The most that prices can still take. The rest stands behind a wall.', 'Equity of the pools that hold positions, not below zero.'),
  available: word('Available', 'What can be used for new positions.', 'Free collateral of the wallet: equity − initial margin − what orders hold back, not below zero.'),
} as const
