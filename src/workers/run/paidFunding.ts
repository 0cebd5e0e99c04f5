import { knownFunding } from '../../engine/index.ts'
import type { PaidFunding } from './Frame.ts'
import type { Session } from './Session.ts'

/** What was last paid on each instrument of which the tape says it; absent where it says none. [F5] */
export function paidFunding({ setup: { tape, rules } }: Pick<Session, 'setup'>, at: number): Readonly<Record<string, PaidFunding>> | undefined {
  if (tape.funding === undefined) return undefined
  return Object.fromEntries(
    tape.funding.map(({ instrument }) => {
      const { funding } = knownFunding({ rules, tape, at }, instrument)
      return [instrument, funding.type === 'fixed' ? { rate: funding.rate.toFixed(), intervalMillis: funding.intervalMillis } : { rate: undefined, intervalMillis: 0 }]
    }),
  )
}
