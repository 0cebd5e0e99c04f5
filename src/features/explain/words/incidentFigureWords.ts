import type { FieldOf } from '../../../engine/index.ts'
import { commonWords as common } from './commonWords.ts'
import { eventFigureWords as event } from './eventFigureWords.ts'
import { word, type FigureWord } from './FigureWord.ts'

export const incidentFigureWords: Readonly<Record<FieldOf<'incident'>, FigureWord>> = {
  equity: event.equity,
  maintenanceMargin: event.maintenanceMargin,
  forfeited: word('Forfeited', 'What was left over and is kept by the venue.', 'Cash left in the pool after its last position was closed.'),
  badDebt: word('Bad debt', 'What the pool was short of: others pay it.', 'Negative cash of the pool after its last position was closed.'),
  fundBears: word('Borne by the fund', 'What the insurance fund pays of what the pool was short of.', 'Bad debt − what deleveraging pays − what nobody covers.'),
  liquidationFees: word('Liquidation fees', 'What the forced closing cost.', 'Sum of the liquidation fees of this incident.'),
  returned: word('Returned', 'What went back to the wallet.', 'Cash released after the liquidation, where the rules return it.'),
  money: word('Received or paid', 'What one side got or gave. All sides together come to zero.', 'Sum of what this liquidation booked to that side.'),
  qty: common.qty,
  entryPrice: common.entryPrice,
  mark: event.legMark,
  move: word('Move', 'How far its price had moved from entry.', '(price at the test − entry price) / |entry price|.'),
  unrealizedPnl: event.legPnl,
  legMaintenance: event.legMaintenance,
  closedPrice: word('Closed at', 'The price at which the venue closed it.', 'Price of the liquidation order, as the rules make it.'),
  realizedPnl: word('Realized PnL', 'What the closing won or lost.', 'Closed size × (price of closing − entry price).'),
  fee: word('Liquidation fee', 'What its forced closing cost.', 'Value × liquidation fee rate.'),
  share: word('Share of the rest', 'Its part of what was left over (minus) or short (plus).', 'Told apart by maintenance margin of what was closed.'),
  lost: word('Lost', 'Everything the forced closing of this position cost or brought.', 'Realized PnL − liquidation fee + share of the rest.'),
  elsewhere: word('In the other account', 'What the same position has come to behind other walls.', 'All it has earned and cost there, open PnL included.'),
  driftBefore: word('Liq. price before', 'Where it would have been closed by force when the story begins.', 'Liq. price just after it was opened, or since it has one.'),
  driftAfter: word('Liq. price at the end', 'Where it was closed by force.', 'Liq. price at the liquidation.'),
  driftPrice: word('Moved by', 'How far one cause moved the liq. price.', 'Its part of the way since the position was opened; the parts add up exactly.'),
  driftSurplus: word('Taken from the surplus', 'What one cause did to what the pool had to spare.', 'Change of equity − requirement.'),
  driftRest: word('Smaller ones', 'How far the smaller causes moved the liq. price, together.', 'Sum of their parts of the way.'),
  stepSurplus: word('Taken from the surplus', 'What this step did to what the pool had to spare.', 'Change of equity − requirement.'),
  stepPrice: word('Moved by', 'How far this step moved the liq. price.', 'Liq. price just after it − just before it.'),
  stepAfter: word('To', 'Where this step left the liq. price.', 'Liq. price before it + its part of the way.'),
  saverExtra: word('More margin', 'The least that would have kept it open.', 'Found by playing the same prices again; a cent less and it is liquidated.'),
  saverEquity: word('Equity left', 'What the account would have at the last bar that was seen.', 'Equity of the run with this change.'),
  saverPrice: word('Stop', 'The stop furthest from the entry that would have closed it in time.', 'Found by playing the same prices again; one tick further and it is liquidated.'),
  saverSize: word('Size', 'The largest size that would have kept the pool.', 'Found by playing the same prices again; one step more and it is liquidated.'),
  saverLeverage: word('Leverage', 'The highest leverage that would have kept it open.', 'Found by playing the same prices again; 0.01x more and it is liquidated.'),
}

const ticket = {
  maxQty: word('Largest size', 'The most that can be opened with what is available.', 'Largest size that is accepted, in whole steps.'),
  maxNotional: word('Largest value', 'The most that can be opened, in money.', 'Largest size × price.'),
  qty: common.qty,
  notional: word('Value of the order', 'What the order trades, in money.', 'Size × price of the fill.'),
  fillPrice: word('Price of the fill', 'The price the order would trade at.', 'Last price, or the limit.'),
  fee: common.fee,
  cost: word('Cost', 'What the order takes from what is available: margin and fee.', 'Available before − available after.'),
  mostItCanLose: word('Most it can lose', 'The most that can be lost with it.', 'Behind its own wall: margin and opening fee. In a shared pool: the equity of the pool after the fill.'),
  liquidation: common.liquidation,
  liquidationDistance: common.liquidationDistance,
  bankruptcy: common.bankruptcy,
  bankruptcyDistance: common.bankruptcyDistance,
  fees: word('Fees', 'What the trades of this order cost.', 'Sum of the fees of its fills.'),
  realizedPnl: common.realizedPnl,
} as const satisfies Readonly<Record<FieldOf<'ticket.buy'>, FigureWord>>

export const buyFigureWords: Readonly<Record<FieldOf<'ticket.buy'>, FigureWord>> = ticket
export const sellFigureWords: Readonly<Record<FieldOf<'ticket.sell'>, FigureWord>> = ticket

export const editFigureWords: Readonly<Record<FieldOf<'edit'>, FigureWord>> = {
  addable: word('Can be added', 'What the wallet can put behind this wall.', 'Available in the wallet.'),
  removable: word('Can be taken out', 'What may be taken from behind this wall.', 'What the rules allow: initial margin and the transfer floor stay.'),
  maxLeverage: common.leverage,
  fees: word('Fee', 'What the trade costs.', 'Value of the fill × fee rate.'),
  realizedPnl: word('Result at once', 'What the closed part wins or loses.', 'Closed size × (price − entry price).'),
  transfer: word('Moved', 'The cash that crosses the wall.', 'What the transfer books from one pool to the other.'),
}
