import type { CandlePath, Command, Counterparty, Instrument, Qty, Quote, Rules } from '../../engine/index.ts'
import type { TapeSource } from './TapeSource.ts'

/** The whole experiment, with every default filled in: what a Scenario document says, in the engine's words. */
export interface Scenario {
  readonly title: string
  readonly rules: RulesSource
  readonly tape: TapeSource
  /** Those that are stated; what the tape has besides gets defaults (`instrumentsFor`). */
  readonly instruments: readonly Instrument[]
  /** Cash deposited before the first tick. */
  readonly wallet: Quote
  /** Assets deposited beside it, at the first price of the tape. */
  readonly collateral: readonly CollateralAmount[]
  /** Whom auto-deleveraging may close. */
  readonly counterparties: readonly Counterparty[]
  readonly positionMode: PositionMode
  /** As the tape says when absent. */
  readonly between: 'path' | 'jump' | undefined
  readonly candlePath: CandlePath | undefined
  readonly commands: readonly Command[]
  readonly settings: ScenarioSettings
  /** The author's own top-level keys, `x-…`, kept as they are. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** An asset that serves as collateral: its price is the tape's series of that name. */
export interface CollateralAmount {
  readonly asset: string
  readonly amount: Qty
}

/** Written as an id where they are built in, else in full. */
export type RulesSource = { readonly type: 'built-in'; readonly id: string; readonly rules: Rules } | { readonly type: 'inline'; readonly rules: Rules }

export type PositionMode = 'one-way' | 'hedge'

export interface ScenarioSettings {
  readonly pauseAtLiquidation: boolean
}
