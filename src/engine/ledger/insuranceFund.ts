import { asQuote, type Quote } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import type { Account } from './Account.ts'

/** `venue`, or the instrument whose fund it is. [Q11] */
export type FundId = string

export const VENUE_FUND: FundId = 'venue'

/** The fund that pays for an instrument. */
export function fundFor(rules: Rules, instrument: string): FundId {
  return rules.insuranceFund.scope === 'venue' ? VENUE_FUND : instrument
}

/** What a fund holds: what it started with and what the events changed. Never below zero. */
export function fundBalance(account: Account, rules: Rules, fund: FundId): Quote {
  const change = rules.insuranceFund.scope === 'venue' ? account.counterparties.insuranceFund : account.funds.get(fund)
  return change === undefined ? rules.insuranceFund.balance : asQuote(rules.insuranceFund.balance.plus(change))
}
