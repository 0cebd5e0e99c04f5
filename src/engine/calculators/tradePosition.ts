import { valueOf } from '../instruments/valuation.ts'
import type { Position } from '../ledger/Account.ts'
import type { Decimal } from '../units/decimal.ts'
import { asPrice, asRate, ONE_RATE } from '../units/quantities.ts'
import type { CalculatorScene } from './Calculator.ts'
import { signedQty } from './tradeTerms.ts'

/** The trade of a calculation as the ledger would hold it. */
export function tradePosition(scene: CalculatorScene, trade: { readonly size: Decimal; readonly entryPrice: Decimal; readonly leverage?: Decimal }): Position {
  const { instrument, mode } = scene
  const qty = signedQty(scene, trade.size)
  const leg = `${instrument.symbol}@${mode}`
  return {
    leg,
    instrument: instrument.symbol,
    type: instrument.type,
    pool: mode === 'cross' ? 'cross' : `isolated:${leg}`,
    qty,
    entryNotional: valueOf({ type: instrument.type, qty }, asPrice(trade.entryPrice)),
    positionSide: 'both',
    leverage: asRate(trade.leverage ?? ONE_RATE),
    takeProfit: undefined,
    stopLoss: undefined,
  }
}
