/** What a number measures: decides how it is typed and written. */
export type FieldUnit = 'price' | 'size' | 'money' | 'share' | 'leverage' | 'count' | 'word' | 'millis'

export interface FieldSpec {
  readonly unit: FieldUnit
  readonly label: string
}

const spec = (unit: FieldUnit, label: string): FieldSpec => ({ unit, label })

/** Every field of the calculators, as it is called on the screen. */
export const FIELDS = {
  size: spec('size', 'Size'),
  entryPrice: spec('price', 'Entry price'),
  exitPrice: spec('price', 'Exit price'),
  stopPrice: spec('price', 'Stop price'),
  markPrice: spec('price', 'Mark price'),
  leverage: spec('leverage', 'Leverage'),
  margin: spec('money', 'Margin'),
  wallet: spec('money', 'Wallet balance'),
  notional: spec('money', 'Value'),
  exitNotional: spec('money', 'Value at the exit'),
  initialMargin: spec('money', 'Initial margin'),
  maintenanceMargin: spec('money', 'Maintenance margin'),
  maintenanceRate: spec('share', 'Maintenance rate'),
  tier: spec('count', 'Tier'),
  marginRatio: spec('share', 'Margin ratio'),
  pnl: spec('money', 'PnL before costs'),
  netPnl: spec('money', 'PnL after costs'),
  roe: spec('share', 'ROE before costs'),
  netRoe: spec('share', 'ROE after costs'),
  priceMove: spec('share', 'Price move'),
  fees: spec('money', 'Fees, both ways'),
  funding: spec('money', 'Funding'),
  entryFeeRate: spec('share', 'Fee at entry'),
  exitFeeRate: spec('share', 'Fee at exit'),
  fundingRate: spec('share', 'Funding rate'),
  fundingPayments: spec('count', 'Funding payments'),
  fundingPaid: spec('money', 'Funding paid so far'),
  realized: spec('money', 'Realised so far'),
  openingFee: spec('money', 'Opening fee'),
  liquidationPrice: spec('price', 'Est. liq. price'),
  liquidationTogether: spec('price', 'Est. liq. price, all move together'),
  liquidationDistance: spec('share', 'From the mark'),
  bankruptcyPrice: spec('price', 'Bankruptcy price'),
  breakEvenPrice: spec('price', 'Break-even price'),
  canLose: spec('money', 'Can lose at most'),
  addMargin: spec('money', 'Add'),
  marginAfter: spec('money', 'Margin after'),
  addWallet: spec('money', 'Add to the wallet'),
  leverageEffective: spec('leverage', 'Leverage, effective'),
  cost: spec('money', 'Cost: margin and fee'),
  limitedBy: spec('word', 'Limited by'),
  riskShare: spec('share', 'Risk, of the wallet'),
  risk: spec('money', 'Risk'),
  maxLoss: spec('money', 'Can lose at most'),
  fall: spec('share', 'Fall to liquidation'),
  sizeByRisk: spec('size', 'Size by the risk alone'),
  lossAtStop: spec('money', 'Loss at the stop, both fees included'),
  highestLeverage: spec('leverage', 'Highest leverage that still reaches the stop'),
  stopReached: spec('word', 'Stop reached before liquidation'),
  collateral: spec('money', 'Collateral'),
  averageEntry: spec('price', 'Average entry'),
  nextPrice: spec('price', 'Next fill: price'),
  nextSize: spec('size', 'Next fill: size'),
  payments: spec('count', 'Payments until liquidation'),
  perPayment: spec('money', 'One payment'),
  millisToLiquidation: spec('millis', 'Time to liquidation'),
  breakEvenMove: spec('share', 'Move to break even'),
  closingFee: spec('money', 'Closing fee'),
  liquidationPriceBefore: spec('price', 'Est. liq. price before'),
  leverageEffectiveBefore: spec('leverage', 'Leverage before, effective'),
  canLoseBefore: spec('money', 'Could lose before'),
} as const satisfies Readonly<Record<string, FieldSpec>>

export type FieldId = keyof typeof FIELDS

/** The field of an id; one that is not known is a plain number under its own name. */
export function fieldSpec(id: string): FieldSpec {
  return (FIELDS as Readonly<Record<string, FieldSpec>>)[id] ?? { unit: 'count', label: id }
}
