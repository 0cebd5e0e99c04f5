import type { Twin } from './Frame.ts'
import type { ScenarioFile } from './ScenarioFile.ts'
import type { TapeData } from './TapeData.ts'

/** A liquidation of a scenario that asks what would have prevented it. It stands alone: nothing needs to be open. */
export interface CounterfactualRequest {
  readonly source: ScenarioFile
  readonly tape: TapeData | undefined
  readonly twin: Twin
  /** Of the `pool-breached` event. */
  readonly seq: number
  /** Last tick that has been seen. */
  readonly until: number
}
