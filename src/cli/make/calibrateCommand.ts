import type { Tape } from '../../engine/index.ts'
import { jsonText } from '../../documents/json/jsonText.ts'
import { CALIBRATED_MODELS, type CalibrationReport, type FitFigure } from '../../sources/calibration/CalibrationReport.ts'
import { calibrationSteps } from '../../sources/calibration/calibrationSteps.ts'
import { mergeTapes } from '../../tapes/mergeTapes.ts'
import { DONE, REFUSED, type ExitCode, type Io } from '../Io.ts'
import { parseCommandLine } from '../parseCommandLine.ts'
import { readFiles } from '../tape/readFiles.ts'
import { UsageError } from '../UsageError.ts'
import { namesPrices, readTape } from './readTape.ts'
import { readText } from './readText.ts'

const OPTIONS = { model: { type: 'string' }, instruments: { type: 'string' }, out: { type: 'string' } } as const
const OUTPUTS = ['report', 'source'] as const

/** `calibrate <document or price file>`: the parameters with which a model fits prices, and how well it does. */
export async function calibrateCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: OPTIONS, operands: ['<document or price file>'] })
  const model = CALIBRATED_MODELS.find((each) => each === values.model)
  if (model === undefined) throw new UsageError(`--model: one of ${CALIBRATED_MODELS.join(', ')} was expected, ${JSON.stringify(values.model ?? 'nothing')} was given`)
  const output = OUTPUTS.find((each) => each === (values.out ?? 'report'))
  if (output === undefined) throw new UsageError(`--out: one of ${OUTPUTS.join(', ')} was expected, ${JSON.stringify(values.out)} was given`)
  const path = positionals[0] ?? '-'
  const text = await readText(path, io)
  if (text === undefined) return REFUSED
  const tape = namesPrices(text) ? await readTape(path, text, io) : await tapeOfFiles(path, io)
  if (tape === undefined) return REFUSED
  const steps = calibrationSteps(tape, model, values.instruments?.split(','))
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  if (!step.value.ok) {
    io.say(step.value.error)
    return REFUSED
  }
  for (const note of step.value.value.notes) io.say(`note: ${note}`)
  io.out(jsonText(output === 'source' ? step.value.value.source : readable(step.value.value)))
  return DONE
}

/** Price files, those of an archive joined. */
async function tapeOfFiles(path: string, io: Io): Promise<Tape | undefined> {
  const files = await readFiles([path], { instrument: undefined, kind: undefined, change: {} }, io)
  if (files === undefined) return undefined
  const [only] = files
  if (files.length === 1 && only !== undefined) return only.tape
  const merged = mergeTapes(files.map(({ tape }) => tape))
  if (merged.ok) return merged.value.tape
  io.say(merged.error.message)
  return undefined
}

/** Six digits of every figure; times as ISO. */
function readable(report: CalibrationReport): Record<string, unknown> {
  const { model, data, estimator, errors, instruments, market, correlation, source, simulated } = report
  const parameter = ({ value, error }: { readonly value: number; readonly error: number | undefined }) => ({ value: short(value), ...(error === undefined ? {} : { error: short(error) }) })
  const named = (list: CalibrationReport['market']) => Object.fromEntries(list.map((one) => [one.name, parameter(one)]))
  return {
    model,
    estimator,
    errors,
    data: { returns: data.returns, from: new Date(data.from).toISOString(), to: new Date(data.to).toISOString(), barsPerYear: short(data.barsPerYear) },
    instruments: instruments.map(({ symbol, parameters, figures, squares }) => ({
      symbol,
      parameters: named(parameters),
      fit: Object.fromEntries(figures.map((one) => [one.name, compared(one)])),
      squares: squares.map(compared),
    })),
    ...(market.length === 0 ? {} : { market: named(market) }),
    ...(correlation.length === 1 ? {} : { correlation }),
    simulated,
    source,
  }
}

/** What cannot be measured, an index of a tail that is not there, is left out. */
function compared({ data, model, error }: FitFigure) {
  return Object.fromEntries(Object.entries({ data, model, error }).flatMap(([name, value]) => (Number.isFinite(value) ? [[name, short(value)]] : [])))
}

function short(value: number): number {
  return Number(value.toPrecision(6))
}
