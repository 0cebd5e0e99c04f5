import { fundingPayment, knownFunding, timeToLiquidationByCarry, type Account, type PoolId } from '../engine/index.ts'
import type { FiguresContext } from './accountFigures.ts'
import { plainText } from './plainText.ts'

const HOUR = 3_600_000

/**
 * When funding alone liquidates a pool, prices and rates standing still. [F4] A book has no clock: the hours are those from
 * one payment to the last, the first of which is due within an interval.
 */
export function carryReport(state: Account, pool: PoolId, { rules, marks, at, tape }: FiguresContext) {
  const carry = timeToLiquidationByCarry(state, pool, { rules, marks, at: at ?? 0, tape })
  if (carry.type === 'none' && carry.reason === 'no-funding') return {}
  if (carry.type === 'none') return { liquidatedByFunding: { none: carry.reason } }
  const { payments, perPayment } = carry
  // All that pay do so at the same times. [F5]
  const intervals = [...state.positions.values()].flatMap((position) => {
    const { funding } = knownFunding({ rules, tape, at: at ?? 0 }, position.instrument)
    return position.pool !== pool || funding.type === 'none' || fundingPayment(position, funding, marks) === undefined ? [] : [funding.intervalMillis]
  })
  return {
    liquidatedByFunding: {
      payments,
      perPayment: plainText(perPayment),
      hours: String((payments * (intervals[0] ?? 0)) / HOUR),
      ...(at === undefined ? {} : { at: new Date(carry.at).toISOString() }),
    },
  }
}
