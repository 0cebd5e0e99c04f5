import { feeOfFill, tradeAccount, type TradeAccount } from '../../calculators/tradeAccount.ts'
import { wallAccount } from '../../calculators/wallTrade.ts'
import type { Decimal } from '../../units/decimal.ts'
import type { AccountScene } from '../figures/Explained.ts'
import { inputOf, resultOf, type CalcQuestion } from './CalcQuestion.ts'

/** The account with the trade of a calculation in it, as the calculator sees it. [A3] */
export function calcTrade(question: CalcQuestion): TradeAccount {
  const { calculator: { name }, scene, field } = question
  const input = (id: string): Decimal => inputOf(question, id)
  const result = (id: string): Decimal => resultOf(question, id)
  const isIsolated = scene.mode === 'isolated'
  const fee = (size: Decimal, rate: Decimal): Decimal => feeOfFill(scene, { size, price: input('entryPrice'), rate })
  const opened = (size: Decimal): { readonly size: Decimal; readonly entryPrice: Decimal; readonly leverage: Decimal } => ({ size, entryPrice: input('entryPrice'), leverage: input('leverage') })
  switch (name) {
    case 'wall':
      return wallAccount(scene, input('entryPrice'), { size: result('size'), leverage: result('leverage'), margin: result('margin') })
    case 'stop-size':
    case 'max-size': {
      const size = result('size')
      const own = name === 'stop-size' ? 'margin' : 'initialMargin'
      const rate = name === 'stop-size' ? input('entryFeeRate') : scene.rules.fees.taker
      return tradeAccount(scene, { ...opened(size), markPrice: input('entryPrice'), cash: isIsolated ? result(own) : input('wallet').minus(fee(size, rate)) })
    }
    case 'margin-for-liquidation': {
      const [cash, more] = isIsolated ? ['margin', 'addMargin'] : ['wallet', 'addWallet']
      const now = input(cash)
      return tradeAccount(scene, { ...opened(input('size')), markPrice: input('markPrice'), cash: field.endsWith('Before') ? now : now.plus(input(more)) })
    }
    default: {
      const size = input('size')
      return tradeAccount(scene, { ...opened(size), markPrice: input('markPrice'), cash: isIsolated ? input('margin') : input('wallet').minus(fee(size, input('entryFeeRate'))) })
    }
  }
}

/** The same as the formulas of accounts read it. */
export function calcAccountScene({ account, context }: TradeAccount, at: number): AccountScene {
  return { account, ...context, at, events: [], trails: new Map(), keys: {} }
}
