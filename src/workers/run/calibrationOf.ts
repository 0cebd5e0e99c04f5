import { parseTapeSource } from '../../documents/scenario/parseTapeSource.ts'
import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { calibrationSteps } from '../../sources/calibration/calibrationSteps.ts'
import type { CalibrationReport } from '../../sources/calibration/CalibrationReport.ts'
import type { TapeSupply } from '../../sources/TapeSupply.ts'
import { tapeOfSource } from '../../sources/tapeOfSource.ts'
import type { Pace } from './advance.ts'
import type { CalibrationRequest } from './CalibrationRequest.ts'
import { keptFile } from './keptFile.ts'
import { paced } from './paced.ts'
import type { Session } from './Session.ts'

/** The parameters with which a model fits prices; undefined where it was called off. One line for each thing that keeps it from being fitted. */
export async function calibrationOf(session: Session | undefined, request: CalibrationRequest, { textOf, pace }: { readonly textOf: TapeSupply['textOf']; readonly pace: Pace }): Promise<Result<CalibrationReport, readonly string[]> | undefined> {
  const tape = await tapeOf(session, request, textOf)
  if (!tape.ok) return tape
  const report = await paced(calibrationSteps(tape.value, request.model, request.instruments), pace)
  if (report === undefined || report.ok) return report
  return refused([report.error])
}

async function tapeOf(session: Session | undefined, { source, tape }: CalibrationRequest, textOf: TapeSupply['textOf']): Promise<Result<Tape, readonly string[]>> {
  if (source !== undefined) {
    const read = parseTapeSource(source)
    return read.ok ? tapeOfSource(read.value, { textOf, fileOf: keptFile(tape) }) : read
  }
  return session === undefined ? refused(['no scenario is open: open one, or name the prices']) : ok(session.setup.tape)
}
