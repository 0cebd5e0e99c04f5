import type { Rules } from '../../engine/index.ts'
import type { Plain } from '../Plain.ts'
import type { PlainInstrument } from './Frame.ts'
import type { ScenarioFile } from './ScenarioFile.ts'

/** What a scenario turned out to be once it was opened. */
export interface SessionInfo {
  readonly revision: number
  /** The document with every default filled in. */
  readonly document: ScenarioFile
  readonly tape: TapeInfo
  /** In the order of the tape. */
  readonly instruments: readonly PlainInstrument[]
  readonly rules: Plain<Rules>
  readonly currency: AccountCurrency
  /** What will not do what it looks like, one line each. */
  readonly warnings: readonly string[]
}

/** What the account is kept in, and how it is written. */
export interface AccountCurrency {
  readonly code: string
  /** Decimals of money. */
  readonly decimals: number
  /** Of a coin account: what its worth is also shown in, and the instrument whose mark says how much that is. */
  readonly worth: { readonly currency: string; readonly instrument: string } | undefined
}

export interface TapeInfo {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly ticks: number
  readonly firstTime: number
  readonly lastTime: number
  readonly barMillis: number
  readonly between: 'path' | 'jump'
  readonly candlePath: string
  readonly hasCandles: boolean
  readonly checksum: string
  /** First price of each series, decimal text, by price key: a mark under its symbol. */
  readonly firstMarks: Readonly<Record<string, string>>
}
