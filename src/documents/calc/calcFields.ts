import type { Unit } from '../../engine/index.ts'

/** A number of a calculation: what it measures, and what it is in words. Which calculator knows which field, the calculators say. */
export interface CalcField {
  readonly unit: Unit
  readonly says: string
}

const field = (unit: Unit, says: string): CalcField => ({ unit, says })

/** One vocabulary for all calculators. Shares are fractions, money is in the account's currency, sizes are positive. */
export const CALC_FIELDS = {
  size: field('size', 'Base units; units of quote (USD) of an inverse contract.'),
  entryPrice: field('price', 'Average price at which the position was opened.'),
  exitPrice: field('price', 'Price at which it is closed: the target price.'),
  stopPrice: field('price', 'Price of the stop.'),
  markPrice: field('price', 'Mark price now; the entry price unless said.'),
  leverage: field('leverage', 'Value at entry / initial margin: 10, or "10x".'),
  margin: field('money', 'Collateral of an isolated position, without unrealised PnL and without the opening fee.'),
  wallet: field('money', 'Cash of the cross pool, without unrealised PnL.'),
  notional: field('money', 'Value at the entry price.'),
  exitNotional: field('money', 'Value at the exit price.'),
  initialMargin: field('money', 'What opening takes, without the fee.'),
  maintenanceMargin: field('money', 'What must stay at the mark.'),
  maintenanceRate: field('share', 'Rate of the tier.'),
  marginRatio: field('share', 'Requirement / equity: 1 liquidates.'),
  pnl: field('money', 'Profit of the price alone, before fees and funding.'),
  netPnl: field('money', 'Profit after fees and funding.'),
  roe: field('share', 'pnl / initial margin at entry, as venues print it.'),
  netRoe: field('share', 'netPnl / initial margin at entry.'),
  priceMove: field('share', '(exit - entry) / entry.'),
  fees: field('money', 'Of opening and closing together, as a cost.'),
  funding: field('money', 'Received; paid is negative.'),
  entryFeeRate: field('share', 'Fee of opening, share of the value; the taker fee of the rules unless said.'),
  exitFeeRate: field('share', 'Fee of closing, share of the value; the taker fee of the rules unless said.'),
  fundingRate: field('share', 'Of one payment; longs pay where it is positive.'),
  fundingPayments: field('count', 'How many times funding is paid.'),
  fundingPaid: field('money', 'Funding paid so far; received is negative.'),
  realized: field('money', 'What the position has made so far, signed: closed PnL, fees and funding.'),
  openingFee: field('money', 'Fee of opening.'),
  liquidationPrice: field('price', 'Mark at which the position is liquidated, everything else standing still.'),
  liquidationTogether: field('price', 'The same where all instruments move together, each by its beta.'),
  liquidationDistance: field('share', 'From the mark to the liquidation price, share of the mark, positive.'),
  bankruptcyPrice: field('price', 'Mark at which nothing is left, no fee counted.'),
  breakEvenPrice: field('price', 'Price at which closing makes up for all costs.'),
  canLose: field('money', 'All that can be lost: margin and opening fee; in a cross account the equity of the pool.'),
  addMargin: field('money', 'Margin to add; negative can be taken out.'),
  addWallet: field('money', 'Cash to add to the cross pool.'),
  leverageEffective: field('leverage', 'Value at the mark / equity behind it.'),
  cost: field('money', 'Initial margin and opening fee.'),
  riskShare: field('share', 'Part of the wallet that may be lost.'),
  risk: field('money', 'Amount that may be lost.'),
  maxLoss: field('money', 'All that may be lost: margin and opening fee.'),
  fall: field('share', 'From the entry price to the liquidation price, share of the entry price, positive.'),
  sizeByRisk: field('size', 'Size with which the stop loses what may be lost, whether the wallet can open it or not.'),
  lossAtStop: field('money', 'Loss when the stop is reached, fees of opening and closing included.'),
  collateral: field('money', 'What is put behind the wall: margin and opening fee.'),
  averageEntry: field('price', 'Average price of all fills.'),
  nextPrice: field('price', 'Price of one more fill.'),
  nextSize: field('size', 'Size of one more fill.'),
  marginAfter: field('money', 'Margin with what is added.'),
  walletAfter: field('money', 'Wallet with what is added.'),
  liquidationPriceBefore: field('price', 'Liquidation price as it is now.'),
  leverageEffectiveBefore: field('leverage', 'Effective leverage as it is now.'),
  canLoseBefore: field('money', 'All that can be lost as it is now.'),
  openingMargin: field('money', 'What the venue puts behind the wall by itself, at the leverage found.'),
  highestLeverage: field('leverage', 'Highest leverage with which the stop is reached before a liquidation.'),
  breakEvenMove: field('share', 'From the entry price to the break-even price, share of the entry price.'),
  closingFee: field('money', 'Fee of closing.'),
  paymentsSurvived: field('count', 'Funding payments that it survives, prices standing still.'),
  millisToLiquidation: field('millis', 'Time until funding alone liquidates it.'),
  payments: field('count', 'Funding payments until liquidation, prices standing still.'),
  perPayment: field('money', 'One funding payment; paid is negative.'),
} as const satisfies Readonly<Record<string, CalcField>>

export type CalcFieldId = keyof typeof CALC_FIELDS
export const CALC_FIELD_IDS = Object.keys(CALC_FIELDS) as readonly CalcFieldId[]
