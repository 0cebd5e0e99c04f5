import type { Tape } from '../../engine/index.ts'
import { joinTapes } from '../../tapes/joinTapes.ts'
import { mergeTapes } from '../../tapes/mergeTapes.ts'
import { DONE, REFUSED, type ExitCode, type Io } from '../Io.ts'
import { parseCommandLine } from '../parseCommandLine.ts'
import { UsageError } from '../UsageError.ts'
import type { ReadFile, TapeOptions } from './ReadFile.ts'
import { fileReport } from './fileReport.ts'
import { jsonText } from '../../documents/json/jsonText.ts'
import { readFiles } from './readFiles.ts'
import { TAPE_OUTPUTS, tapeOutput } from './tapeOutputs.ts'

const OPTIONS = { instrument: { type: 'string' }, kind: { type: 'string' }, bar: { type: 'string' }, zone: { type: 'string' }, summer: { type: 'string' }, out: { type: 'string' } } as const
const KINDS = ['mark', 'index', 'last', 'funding'] as const
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `tape <file…>`: price files as the screen reads them: what was found, or the tape they make together. */
export async function tapeCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: OPTIONS, operands: ['<file>…'] })
  const output = oneOf('--out', TAPE_OUTPUTS, values.out ?? 'report')
  const files = await readFiles(positionals, optionsOf(values), io)
  if (files === undefined) return REFUSED
  const made = madeOf(files)
  if (typeof made === 'string') {
    // Funding alone, or files that do not go together, still tell what they hold.
    if (output === 'report') io.out(jsonText({ files: files.map(fileReport), together: { none: made } }))
    io.say(made)
    return output === 'report' && files.length === 1 ? DONE : REFUSED
  }
  const unsaid = output === 'scenario' ? unsaidTimes(files) : undefined
  if (unsaid !== undefined) {
    io.say(unsaid)
    return REFUSED
  }
  io.out(tapeOutput(output, files, made))
  if (output === 'csv' && made.funding !== undefined) io.say('note: funding has times of its own and is not among the rows; --out json has it')
  return DONE
}

function madeOf(files: readonly ReadFile[]): Tape | string {
  const joined = joinTapes(files.map(({ tape }) => tape))
  const [only] = joined
  if (joined.length === 1 && only !== undefined && only.series.length > 0) return only
  const merged = mergeTapes(joined)
  return merged.ok ? merged.value.tape : merged.error.message
}

function optionsOf({ instrument, kind, bar, zone, summer }: Readonly<Partial<Record<keyof typeof OPTIONS, string>>>): TapeOptions {
  return {
    instrument,
    kind: kind === undefined ? undefined : oneOf('--kind', KINDS, kind),
    change: {
      ...(bar === undefined ? {} : { barMillis: millisOf(bar) }),
      ...(zone === undefined ? {} : { utcOffsetMinutes: minutesOf(zone) }),
      ...(summer === undefined ? {} : { summerTime: oneOf('--summer', ['EU', 'US'] as const, summer) }),
    },
  }
}

/** What a scenario cannot say of its files: `run` would read other times and take it for another file. */
function unsaidTimes(files: readonly ReadFile[]): string | undefined {
  const differing = (of: 'utcOffsetMinutes' | 'summerTime'): boolean => files.some(({ imported: { mapping, detection } }) => mapping.time.type !== 'epoch' && mapping[of] !== detection.mapping[of])
  const option = differing('utcOffsetMinutes') ? '--zone' : differing('summerTime') ? '--summer' : undefined
  return option === undefined ? undefined : `${option} cannot be written into a scenario, which has its files read as they tell themselves. Write the prices with --out json, and put them into the scenario as its tape, of type "inline"`
}

function oneOf<const T extends string>(option: string, known: readonly T[], text: string): T {
  const found = known.find((each) => each === text)
  if (found === undefined) throw new UsageError(`${option}: one of ${known.join(', ')} was expected, ${JSON.stringify(text)} was given`)
  return found
}

/** 1s, 5m, 4h, 1d. */
function millisOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,4})([smhd])$/.exec(text) ?? []
  const millis = Number(count) * (UNITS[unit] ?? 0)
  if (!(millis > 0)) throw new UsageError(`--bar: a length like 1s, 5m, 4h or 1d was expected, ${JSON.stringify(text)} was given`)
  return millis
}

/** +02:00, -05:00, UTC. */
function minutesOf(text: string): number {
  if (/^(utc|z)$/i.test(text)) return 0
  const [, sign = '', hours = '', minutes = ''] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  if (sign === '' || total > 14 * 60) throw new UsageError(`--zone: an offset like +02:00 was expected, ${JSON.stringify(text)} was given`)
  return sign === '-' ? -total : total
}
