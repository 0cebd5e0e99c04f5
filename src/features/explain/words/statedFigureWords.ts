import type { StatedFieldOf } from '../../../engine/index.ts'
import { word, type FigureWord } from './FigureWord.ts'

export const rulesFigureWords: Readonly<Record<StatedFieldOf<'rules'>, FigureWord>> = {
  rate: word('Rate', 'A share that this set of rules states.', 'As the set of rules states it.'),
  leverage: word('Leverage', 'The highest leverage that this set of rules allows there.', 'As the set of rules states it.'),
  amount: word('Amount', 'An amount that this set of rules states.', 'As the set of rules states it.'),
  number: word('Number', 'A number that this set of rules states.', 'As the set of rules states it.'),
  tiers: word('Tiers', 'How many steps the table of this set of rules has.', 'Rows of the tier table.'),
  age: word('Age of the data', 'How many days have passed since these rules were read from the venue.', 'Whole days from the date of the data to now.'),
  joiningAmount: word('Maintenance amount', 'What is taken off so that the requirement does not jump between two steps.', 'Amount of the lower tier + floor × (rate of the tier − rate of the lower tier).'),
  requirement: word('Requirement', 'What a position of this value has to have behind it.', 'Value × rate of the tier − amount of the tier.'),
  jump: word('Jump', 'How much more is required as soon as the value passes this boundary.', 'Requirement above the boundary − requirement below it.'),
}

const changed = 'What is different under the second set of rules.'

export const diffFigureWords: Readonly<Record<StatedFieldOf<'diff'>, FigureWord>> = {
  price: word('Price of the liquidation', 'The price at which it was closed by force.', 'Price of the liquidation test that failed.'),
  priceChange: word('Price, difference', changed, 'Price under B − price under A.'),
  pnl: word('Result', 'What the position has come to at the end.', 'All it has earned and cost, open PnL included, at the last bar.'),
  pnlChange: word('Result, difference', changed, 'Result under B − result under A.'),
  equity: word('Equity at the end', 'What the whole account is worth at the end.', 'Equity of all pools at the last bar.'),
  equityChange: word('Equity, difference', changed, 'Equity under B − equity under A.'),
  badDebt: word('Bad debt', 'What pools were short of: others pay it.', 'Negative cash of pools after their last position was closed.'),
  badDebtChange: word('Bad debt, difference', changed, 'Bad debt under B − bad debt under A.'),
  liquidations: word('Liquidations', 'How many positions were closed by force.', 'Positions with a liquidation up to the last bar.'),
  liquidationsChange: word('Liquidations, difference', changed, 'Count under B − count under A.'),
  refusals: word('Orders refused', 'How many orders the rules did not allow.', 'Orders that were refused up to the last bar.'),
  refusalsChange: word('Orders refused, difference', changed, 'Count under B − count under A.'),
  rules: word('Rules that differ', 'In how many rules the two sets differ here.', 'Rules of the two sets that are not equal, of the instruments traded.'),
  effect: word('Effect on the equity', 'What this one rule alone changes about the end.', 'Equity at the end under A with this rule of B − equity under A; found by playing it.'),
  part: word('Part of the difference', 'How much of the difference this rule makes.', 'Mean of what it moves alone and of what stays behind without it, over the whole difference.'),
}

export const importFigureWords: Readonly<Record<StatedFieldOf<'import'>, FigureWord>> = {
  rows: word('Rows', 'How many rows with a price the file has.', 'Rows read, one a bar.'),
  count: word('Count', 'Counted in the file.', 'Counted while the file was read.'),
  price: word('Price', 'As it stands in the file.', 'Read from the file.'),
  rate: word('Funding rate', 'As it stands in the file: the share of the value that one payment takes.', 'Read from the file.'),
  tickSize: word('Tick size', 'The smallest step that prices of the file take.', 'One unit of the last decimal of any price in the file.'),
  move: word('Largest move', 'The furthest a price moves from one row to the next.', '(later price − earlier price) / earlier price.'),
}

export const pricesFigureWords: Readonly<Record<StatedFieldOf<'prices'>, FigureWord>> = {
  price: word('Price', 'A price of the path that was made.', 'Read from the path.'),
  volatility: word('Realised volatility', 'How much these prices really moved, as a rate a year.', 'Square root of the sum of squared logarithmic returns over the years they span.'),
  statistic: word('Statistic', 'What the returns of prices, or of a model, come to.', 'Found over all returns from one bar to the next.'),
  statisticShare: word('Statistic', 'What the returns of prices, or of a model, come to, as a share of the price.', 'Found over all returns from one bar to the next.'),
  share: word('Share', 'A part of a whole, found in the prices.', 'Counted over all bars.'),
  parameter: word('Parameter', 'What fits the prices best under this model.', 'Estimated from the returns of the prices.'),
  error: word('Standard error', 'How far the estimate would move on other prices of the same kind.', 'From how sharply the fit falls off around its best value.'),
  rate: word('Parameter', 'What fits the prices best under this model.', 'Estimated from the returns of the prices.'),
  rateError: word('Standard error', 'How far the estimate would move on other prices of the same kind.', 'From how sharply the fit falls off around its best value.'),
  count: word('Count', 'Counted in the prices.', 'Counted over all bars.'),
  equity: word('Equity on the drawn path', 'What the whole account would be worth where the drawing ends.', 'Equity of all pools after the drawn bars were played.'),
}
