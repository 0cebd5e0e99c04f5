import type { Account, LegId, Position } from '../../ledger/Account.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import type { Run, Setup } from '../../run/createRun.ts'
import { Decimal } from '../../units/decimal.ts'
import type { Expression } from '../Explanation.ts'
import { given, magnitudeOf, productOf, quotientOf, roundedTo } from '../expressions.ts'

/** An event of a run, and the account just before it. */
export interface EventScene<Event extends LedgerEvent = LedgerEvent> {
  readonly setup: Setup
  readonly run: Run
  readonly event: Event
  readonly before: Account
  /** Of the run. */
  readonly keys: Readonly<Record<string, string>>
}

export type EventOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>

/** Whether an event is of a type; narrows the whole scene. */
export function isOf<Type extends LedgerEvent['type']>(scene: EventScene, ...types: readonly Type[]): scene is EventScene<EventOf<Type>> {
  return (types as readonly string[]).includes(scene.event.type)
}

/** Entry notional that a part takes with it is rounded here. [P3, Q6] */
const ENTRY_STEP = new Decimal('1e-30')

/** The value at entry of what is closed: all of it, or the closed share of it. [P3, Q6] */
export function releasedTerm(held: Position, closed: Expression, size: Decimal): Expression {
  const whole = given('entryValueBefore', held.entryNotional)
  if (size.abs().eq(held.qty.abs())) return whole
  return roundedTo(productOf(whole, quotientOf(magnitudeOf(closed), magnitudeOf(given('quantityBefore', held.qty)))), ENTRY_STEP, 'half-even')
}

/** The breach that a liquidation began with: the last one of the pool up to an event. */
export function breachBefore({ run, event }: EventScene, pool: string): EventOf<'pool-breached'> | undefined {
  for (let i = event.seq - 1; i >= 0; i -= 1) {
    const each = run.events[i]
    if (each?.type === 'pool-breached' && each.pool === pool) return each
  }
  return undefined
}

/** Its key in references. */
export function seqOf({ event }: EventScene): string {
  return String(event.seq)
}

/** The position an event is about, as it was before. */
export function heldBefore({ before }: EventScene, leg: LegId): Position | undefined {
  return before.positions.get(leg)
}
