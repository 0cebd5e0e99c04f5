import type { AppState } from '../../../store/AppState.ts'

export type ScenarioDocument = NonNullable<AppState['scenario']['document']>
export type ScenarioInfo = NonNullable<AppState['scenario']['info']>
export type TapeSource = ScenarioDocument['tape']
export type ScenarioCommand = ScenarioDocument['commands'][number]

/** What is open now: as written and as it turned out. */
export interface CurrentScenario {
  readonly document: ScenarioDocument
  readonly info: ScenarioInfo
}

/** Prices to play instead, and what is known of them before they are made. */
export interface NewTape {
  readonly title: string
  readonly tape: TapeSource
  readonly instruments: readonly { readonly symbol: string; readonly decimals: number; readonly beta?: number | undefined }[]
  /** Where it is known. */
  readonly lastTick: number | undefined
  /** Id of built-in rules; those of now unless said. */
  readonly rules?: string | undefined
}
