import type { CalibrationReport } from '../sources/calibration/CalibrationReport.ts'
import type { CalibrationRequest } from '../workers/run/CalibrationRequest.ts'
import type { PathLook, PathRequest } from '../workers/run/PathLook.ts'

/** What keeps prices from being made, one line each, by path. */
export type PathAnswer = { readonly ok: true; readonly value: PathLook } | { readonly ok: false; readonly error: readonly string[] }

export type CalibrationAnswer = { readonly ok: true; readonly value: CalibrationReport } | { readonly ok: false; readonly error: readonly string[] }

/** Which model to fit to which prices. */
export type CalibrationQuestion = Required<Pick<CalibrationRequest, 'source' | 'model'>> & Pick<CalibrationRequest, 'instruments'>

/** Prices that are chosen among. Nothing here changes what is open. */
export interface PriceActions {
  /** The prices a source would make, small. Undefined where it was called off or something newer was asked. */
  readonly lookAtPath: (source: PathRequest['source'], signal: AbortSignal) => Promise<PathAnswer | undefined>
  /** Fits a model to prices; `onProgress` is told shares from 0 to 1. Undefined where it was called off. */
  readonly calibrate: (question: CalibrationQuestion, options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void }) => Promise<CalibrationAnswer | undefined>
}
