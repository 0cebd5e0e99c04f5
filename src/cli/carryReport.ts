import { timeToLiquidationByCarry, type Account, type PoolId } from '../engine/index.ts'
import type { FiguresContext } from './accountFigures.ts'
import { plainText } from './plainText.ts'

const HOUR = 3_600_000

/**
 * When funding alone liquidates a pool, prices and rates standing still. [F4] A book has no clock: the hours are those from
 * one payment to the last, the first of which is due within an interval.
 */
export function carryReport(state: Account, pool: PoolId, { rules, marks, at }: FiguresContext) {
  if (rules.funding.type === 'none') return {}
  const carry = timeToLiquidationByCarry(state, pool, { rules, marks, at: at ?? 0 })
  if (carry.type === 'none') return { liquidatedByFunding: { none: carry.reason } }
  const { payments, perPayment } = carry
  return {
    liquidatedByFunding: {
      payments,
      perPayment: plainText(perPayment),
      hours: String((payments * rules.funding.intervalMillis) / HOUR),
      ...(at === undefined ? {} : { at: new Date(carry.at).toISOString() }),
    },
  }
}
