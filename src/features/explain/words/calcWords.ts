/** Fields of the calculators, by name. */
const FIELDS: Readonly<Record<string, string>> = {
  addMargin: 'Margin to add', addWallet: 'To add to the wallet', averageEntry: 'Average entry price', bankruptcyPrice: 'Bankruptcy price', breakEvenMove: 'Move to break-even',
  breakEvenPrice: 'Break-even price', canLose: 'Can lose at most', canLoseBefore: 'Could lose at most', closingFee: 'Fee of closing', collateral: 'Collateral', cost: 'Cost',
  entryFeeRate: 'Fee rate of opening', entryPrice: 'Entry price', exitFeeRate: 'Fee rate of closing', exitPrice: 'Exit price', exitNotional: 'Value at the exit', fall: 'Fall to liquidation', fee: 'Fee', fees: 'Fees', funding: 'Funding',
  fundingPaid: 'Funding paid', fundingPayments: 'Funding payments', fundingRate: 'Funding rate', highestLeverage: 'Highest leverage', initialMargin: 'Initial margin', left: 'Left behind the wall', leverage: 'Leverage',
  leverageEffective: 'Leverage, effective', leverageEffectiveBefore: 'Leverage, effective, before', limitedBy: 'Limited by', liquidationDistance: 'Distance to the liq. price',
  liquidationPrice: 'Est. liq. price', liquidationPriceBefore: 'Liq. price before', liquidationTogether: 'Liq. price, all markets together', lossAtStop: 'Loss at the stop', maintenanceMargin: 'Maintenance margin',
  maintenanceRate: 'Maintenance rate', margin: 'Margin', marginAfter: 'Margin after', marginRatio: 'Margin ratio', marginAtIt: 'Margin at it', markPrice: 'Mark price', maxLoss: 'Can lose at most',
  millisToLiquidation: 'Time to liquidation', netPnl: 'Net PnL', netRoe: 'Net ROE', nextPrice: 'Price of the next fill', nextSize: 'Size of the next fill', notional: 'Value', openingFee: 'Opening fee', openingMargin: 'Opening margin',
  payments: 'Payments', paymentsSurvived: 'Payments survived', perPayment: 'Per payment', pnl: 'PnL', priceMove: 'Move of the price', realized: 'Realized so far', risk: 'Risk', riskShare: 'Risk, share of the wallet',
  roe: 'ROE', size: 'Size', sizeByRisk: 'Size by the risk alone', stopPrice: 'Stop price', stopReached: 'Stop is reached', tier: 'Tier', value: 'Value', wallet: 'Wallet balance', walletAfter: 'Wallet after',
}

/** The name of a field of a calculator; absent for any other figure. */
export function calcWord(id: string): string | undefined {
  return id.startsWith('calc.') ? (FIELDS[id.split('.')[2] ?? ''] ?? id) : undefined
}
