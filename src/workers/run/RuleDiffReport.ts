import type { RulesDocument } from '../../documents/rules/RulesDocument.ts'
import type { RuleDiff } from '../../engine/index.ts'
import type { Plain } from '../Plain.ts'
import type { PlainInstrument, Twin } from './Frame.ts'
import type { ScenarioFile } from './ScenarioFile.ts'
import type { TapeData } from './TapeData.ts'

/** A scenario to be played under two sets of rules. It stands alone: nothing needs to be open. */
export interface RuleDiffRequest {
  readonly source: ScenarioFile
  readonly tape: TapeData | undefined
  /** A built-in set by its id, or a document; absent: the scenario's own. */
  readonly a: string | RulesDocument | undefined
  readonly b: string | RulesDocument
  readonly walls: Twin
  /** Orders above the leverage limit are opened with the limit, not refused. [P9] */
  readonly lowersLeverage: boolean
}

export type PlainRuleDiff = Plain<RuleDiff>

/** What came of it. The columns are transferred. */
export interface RuleDiffReport extends PlainRuleDiff {
  readonly walls: Twin
  readonly instruments: readonly PlainInstrument[]
  readonly lastTick: number
  /** The equity under both sets at at most 300 ticks and every one with a liquidation. */
  readonly ticks: Float64Array
  readonly times: Float64Array
  readonly equity: { readonly a: Float64Array; readonly b: Float64Array }
}
