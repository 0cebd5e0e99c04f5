import type { Instrument } from '../instruments/Instrument.ts'
import type { Marks } from '../margin/poolMargin.ts'
import type { Walls } from '../pools/Walls.ts'
import type { Rejection } from '../result/Rejection.ts'
import type { Millis } from '../units/millis.ts'
import type { Rules } from '../venues/Rules.ts'
import type { Account } from './Account.ts'
import type { Counterparty } from './Counterparty.ts'
import { apply, opened, type OpenAccount } from './evolve.ts'
import type { EventBody, LedgerEvent } from './LedgerEvent.ts'

/** What every decision may look at besides the account. */
export interface Setting {
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly walls: Walls
  /** Whom auto-deleveraging may close. [Q10] */
  readonly population?: readonly Counterparty[] | undefined
  readonly leverageAboveLimit?: LeverageAboveLimit | undefined
}

/** `lower`: to the limit of the tier, so that the same orders can be played under rules that allow less. [P9] */
export type LeverageAboveLimit = 'refuse' | 'lower'

/** The moment at which a decision falls. */
export interface Moment {
  readonly tick: number
  readonly at: Millis
  readonly marks: Marks
}

/** An account in the middle of a tick: what was decided so far is already folded in. */
export interface Draft {
  readonly setting: Setting
  /** Reads see everything emitted so far. */
  readonly account: Account
  readonly events: readonly LedgerEvent[]
  emit(moment: Moment, body: EventBody): void
  /** Runs a decision that may be refused; when it is, nothing of it remains. */
  attempt(decision: () => Rejection | undefined): Rejection | undefined
}

/** What the margin functions look at besides the account. */
export function circumstances(draft: Draft, moment: Moment): { readonly marks: Marks; readonly rules: Rules } {
  return { marks: moment.marks, rules: draft.setting.rules }
}

/** A draft over an account; the account itself is never changed. */
export function openDraft(base: Account, setting: Setting): Draft {
  let open: OpenAccount | undefined
  let events: LedgerEvent[] = []
  return {
    setting,
    get account(): Account {
      return open ?? base
    },
    get events(): readonly LedgerEvent[] {
      return events
    },
    emit(moment, body) {
      open ??= opened(base)
      const event: LedgerEvent = { seq: open.seq + 1, tick: moment.tick, at: moment.at, ...body }
      events.push(event)
      apply(open, event)
    },
    attempt(decision) {
      const kept = { open: open === undefined ? undefined : opened(open), events: events.length }
      const rejection = decision()
      if (rejection !== undefined) {
        open = kept.open
        events = events.slice(0, kept.events)
      }
      return rejection
    },
  }
}
