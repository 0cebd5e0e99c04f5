import type { CarryLiquidation, NoBreakEven } from '../../../engine/index.ts'

/** Break-even and what carry alone does to a position. */
export const carryWords = {
  title: 'Break-even and carry',
  breakEven: 'Break-even price, closing fee included',
  never: { 'always-ahead': 'None: it is ahead at every price', 'never-ahead': 'None: no price makes it up' } satisfies Record<NoBreakEven, string>,
  /** P = (q E − r) / (q − f |q|); of an inverse contract P = (q + f |q|) / (q / E + r). */
  formula: ({ size, entry, realized, rate, isLong, isInverse }: Made): string => {
    const fee = isLong ? '−' : '+'
    return isInverse
      ? `${size} × (1 ${isLong ? '+' : '−'} ${rate}) ÷ (${size} ÷ ${entry} ${isLong ? plus(realized) : minus(realized)})`
      : `(${size} × ${entry} ${isLong ? minus(realized) : plus(realized)}) ÷ (${size} × (1 ${fee} ${rate}))`
  },
  realized: 'Realized so far: closed PnL, fees, funding',
  next: (when: string): string => `Next funding, ${when}`,
  payment: (value: string, rate: string, amount: string): string => `${value} × ${rate} = ${amount}`,
  alone: 'Liquidated by funding alone, prices and rates as now',
  after: (duration: string, payments: string, amount: string): string => `after ${duration}: ${payments} of ${amount} each`,
  payments: (count: number): string => (count === 1 ? '1 payment' : `${count} payments`),
  none: {
    'no-funding': 'never: these rules have no funding',
    'no-position': 'never: nothing is open',
    'receives-funding': 'never: its pool receives funding, or pays none',
    'already-liquidatable': 'it is due already',
    'beyond-the-calendar': 'not within any date there is',
  } satisfies Record<Extract<CarryLiquidation, { type: 'none' }>['reason'], string>,
  cooling: (until: string): string => `A part was liquidated; the pool is tested again at ${until}.`,
  reducedLabel: 'Liquidated in part',
  coolingShort: 'cooling',
  reducedShort: (times: number): string => (times === 1 ? 'reduced' : `reduced ${times}×`),
  reduced: (times: number, size: string): string => `${times === 1 ? 'Once' : `${times} times`}, ${size} in all`,
  nextAll: 'Next payment',
} as const

interface Made {
  readonly size: string
  readonly entry: string
  /** With its sign. */
  readonly realized: string
  readonly rate: string
  readonly isLong: boolean
  readonly isInverse: boolean
}

function plus(amount: string): string {
  return /^[−-]/.test(amount) ? `− ${amount.slice(1)}` : `+ ${amount}`
}

function minus(amount: string): string {
  return /^[−-]/.test(amount) ? `+ ${amount.slice(1)}` : `− ${amount}`
}
