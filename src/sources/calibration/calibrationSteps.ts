import { refused, type Result, type Tape } from '../../engine/index.ts'
import type { CalibratedModel, CalibrationReport } from './CalibrationReport.ts'

/** Fits a model to the prices of a tape, step by step; what keeps it from being fitted in one sentence. */
export function* calibrationSteps(tape: Tape, model: CalibratedModel, instruments?: readonly string[]): Generator<{ readonly done: number; readonly total: number }, Result<CalibrationReport, string>> {
  yield { done: 0, total: 1 }
  return refused(`${model} is not fitted yet to ${tape.title} (${instruments?.join(', ') ?? 'all'})`)
}
