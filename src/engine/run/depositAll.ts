import { CROSS, markOf } from '../margin/poolMargin.ts'
import { valueOf } from '../instruments/valuation.ts'
import type { Draft } from '../ledger/Draft.ts'
import { required } from '../result/result.ts'
import { ONE_RATE, posted, ZERO_QUOTE, type Qty } from '../units/quantities.ts'
import type { Setup } from './createRun.ts'
import { marksFrom, stepsOf } from './steps.ts'

/** An asset that serves as collateral of the cross pool. */
export interface CollateralDeposit {
  /** A spot instrument of the tape. */
  readonly instrument: string
  readonly qty: Qty
}

/** The leg under which an asset is held. */
export function collateralLeg(instrument: string): string {
  return `collateral:${instrument}`
}

/**
 * What comes from outside before the first price: cash, and each asset as cash of its cost that is spent on it at once, so
 * that the pool's equity is its market value and the ledger needs no second currency. [C2]
 */
export function depositAll(draft: Draft, setup: Setup): void {
  const { tape, wallet, collateral = [] } = setup
  const marks = marksFrom(tape, required(stepsOf(tape, 0)[0], 'a first step').to)
  const moment = { tick: 0, at: required(tape.time[0], 'the first time'), marks }
  draft.emit(moment, { type: 'deposited', amount: wallet })
  for (const { instrument, qty } of collateral) {
    const price = markOf(marks, instrument)
    const cost = posted(valueOf({ type: 'spot', qty }, price))
    draft.emit(moment, { type: 'deposited', amount: cost })
    draft.emit(moment, {
      type: 'filled', orderId: collateralLeg(instrument), cause: 'collateral', leg: collateralLeg(instrument), instrument, instrumentType: 'spot', pool: CROSS,
      qty, price, role: 'taker', fee: ZERO_QUOTE, realizedPnl: ZERO_QUOTE, qtyAfter: qty, entryNotionalAfter: cost, positionSide: 'long',
      leverage: ONE_RATE, takeProfit: undefined, stopLoss: undefined,
    })
  }
}
