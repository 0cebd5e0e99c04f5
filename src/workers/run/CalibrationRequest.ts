import type { CalibratedModel } from '../../sources/calibration/CalibrationReport.ts'
import type { TapeFile } from './ScenarioFile.ts'
import type { TapeData } from './TapeData.ts'

/** Which model to fit to which prices. */
export interface CalibrationRequest {
  /** Absent: the prices of the scenario that is open in this worker. */
  readonly source?: TapeFile | undefined
  /** The user's files that the source names, if it does. */
  readonly tape?: TapeData | undefined
  readonly model: CalibratedModel
  /** Symbols; all instruments of the tape unless said. */
  readonly instruments?: readonly string[] | undefined
}
