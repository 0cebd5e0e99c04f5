import { firstBreach } from '../margin/firstBreach.ts'
import { backingOf } from '../margin/poolMargin.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { Decimal } from '../units/decimal.ts'
import { END, START } from '../units/fraction.ts'
import type { CalculatorScene } from './Calculator.ts'
import { marksWith, type TradeAccount } from './tradeAccount.ts'

/**
 * Whether the trade's pool passes its test all the way from the mark to a price of its instrument, and at that price: by
 * the search that decides a run. At one moment liquidations come before orders [K1], so a stop must be reached with more.
 */
export function survivesTo(scene: CalculatorScene, { account, pool, context }: TradeAccount, price: Decimal): boolean {
  const { trigger } = scene.rules.liquidation
  const backing = backingOf(account, pool, { need: 'maintenance', rules: scene.rules })
  const ray = { from: testMarks(context.marks, trigger), to: testMarks(marksWith(scene, price), trigger) }
  return firstBreach(backing, ray, { after: START, until: END }) === undefined
}
