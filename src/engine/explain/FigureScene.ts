import type { Account, PoolId } from '../ledger/Account.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import type { Marks } from '../margin/Marks.ts'
import type { Setup } from '../run/createRun.ts'
import type { Decimal } from '../units/decimal.ts'
import type { Price } from '../units/quantities.ts'
import type { TwinRuns } from './explainIncident.ts'

/** Where a figure is looked up: the runs of a scenario, computed up to a tick at least. */
export interface FigureScene {
  /** With rules that are resolved. */
  readonly setup: Setup
  readonly runs: TwinRuns
  readonly tick: number
  /** What a draft would do, where the figure asked about is one of a draft. */
  readonly drafts?: Drafts | undefined
}

export interface Drafts {
  readonly buy?: DraftOutcome | undefined
  readonly sell?: DraftOutcome | undefined
  readonly edit?: DraftOutcome | undefined
}

/** A draft tried on a copy of the account as set. */
export interface DraftOutcome {
  /** Absent in an edit that opens or changes no position. */
  readonly leg: string | undefined
  /** Of an order. */
  readonly instrument?: string | undefined
  /** The price the largest size is told at; the last one unless said. */
  readonly price?: Price | undefined
  /** The pool whose free collateral an order takes; the wallet unless said. */
  readonly payer?: PoolId | undefined
  /** The pool an edit is about, where it is about no leg. */
  readonly bucket?: PoolId | undefined
  readonly before: Account
  /** After the fill at `marks`, of an order that would rest as if it were reached; absent where it is refused. */
  readonly after: Account | undefined
  readonly events: readonly LedgerEvent[]
  readonly marks: Marks
  /** As placed now: what leaves the free collateral. Absent where it is refused. */
  readonly placed?: { readonly after: Account; readonly events: readonly LedgerEvent[]; readonly marks: Marks } | undefined
  /** The largest size that is accepted, and the price sizes in quote are told by. */
  readonly maxQty?: Decimal | undefined
  readonly maxNotional?: Decimal | undefined
}
