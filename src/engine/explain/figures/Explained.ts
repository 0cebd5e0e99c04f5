import type { Account } from '../../ledger/Account.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import type { TrailingStop } from '../../ledger/Trailing.ts'
import type { PoolContext } from '../../margin/positionView.ts'
import type { TrailView } from '../../run/trails.ts'
import type { Tape } from '../../tape/Tape.ts'
import type { Decimal } from '../../units/decimal.ts'
import type { Millis } from '../../units/millis.ts'
import type { Explanation, Expression, FigureRef } from '../Explanation.ts'
import type { FigureId } from '../FigureId.ts'

/** What a family says about one of its figures; the rest of the explanation follows from its id. */
export interface Explained {
  readonly value?: Decimal | undefined
  readonly none?: string | undefined
  readonly formula?: Expression | undefined
  readonly rules?: readonly string[] | undefined
  readonly checks?: Explanation['checks'] | undefined
  /** What the unit is counted in, where it is not the account's currency. */
  readonly currency?: string | undefined
}

/** One account at one moment, with what led to it. */
export interface AccountScene extends Omit<PoolContext, 'pool' | 'roots'> {
  readonly account: Account
  readonly at: Millis
  /** What was paid on it, where it says so; a book has none. [F5] */
  readonly tape?: Pick<Tape, 'funding'> | undefined
  /** All that are folded into the account. */
  readonly events: readonly LedgerEvent[]
  /** Where the trailing stops stand. */
  readonly trails: ReadonlyMap<TrailingStop, TrailView>
  /** Twin, and where it is not the account of the moment asked at, what else names it. */
  readonly keys: Readonly<Record<string, string>>
}

/** Another figure of the same account. */
export function refIn({ keys }: Pick<AccountScene, 'keys'>, id: FigureId, of: Readonly<Record<string, string>> = {}): FigureRef {
  return { id, of: { ...keys, ...of } }
}

/** Figures of events stay what they are whenever they are looked at; those of a draft did not happen. */
export function eventRef({ keys }: Pick<AccountScene, 'keys'>, id: FigureId, of: Readonly<Record<string, string>>): FigureRef | undefined {
  return keys['after'] !== undefined ? undefined : { id, of: { twin: keys['twin'] ?? 'as-set', ...of } }
}

/** A figure that does not exist, with the reason. */
export function noFigure(reason: string, rules: readonly string[] = []): Explained {
  return { none: reason, rules }
}

/** A figure with its formula; the value is the engine's. */
export function figure(value: Decimal, formula: Expression, rules: readonly string[] = [], more: Pick<Explained, 'checks' | 'currency'> = {}): Explained {
  return { value, formula, rules, ...more }
}
