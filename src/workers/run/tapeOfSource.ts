import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { problemLines } from '../../documents/Problem.ts'
import { marketOf, shockedInstruments } from '../../documents/scenario/marketOf.ts'
import type { FileSource, ShockSource, TapeSource } from '../../documents/scenario/TapeSource.ts'
import { tapeOf } from '../../documents/tape/tapeOf.ts'
import { loadBundledTape, type TapeText } from '../../tapes/bundled/loadBundledTape.ts'
import { mergeRefusal, mergeTapes } from '../../tapes/mergeTapes.ts'
import { unpackTape } from '../../tapes/packedTape.ts'
import { SCRIPTED_TAPES } from '../../tapes/scripted/scriptedTapes.ts'
import { SHOCK_PRESETS } from '../../tapes/scripted/shockPresets.ts'
import { shockTape } from '../../tapes/scripted/shockTape.ts'
import { syntheticTape } from '../../tapes/synthetic/syntheticTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import type { TapeData } from './TapeData.ts'

type TapeResult = Result<Tape, readonly string[]>

/** What a tape may have to be made from besides its source. */
export interface TapeSupply {
  /** Reads a file that ships with the program. */
  readonly textOf: TapeText
  /** The user's files; absent where the scenario has none. */
  readonly files: TapeData | undefined
}

/** The prices a scenario names: made, fetched, or put together from the user's files. */
export async function tapeOfSource(source: TapeSource, supply: TapeSupply): Promise<TapeResult> {
  switch (source.type) {
    case 'scripted': {
      const script = Object.hasOwn(SCRIPTED_TAPES, source.id) ? SCRIPTED_TAPES[source.id] : undefined
      return script === undefined ? unknown(source.id, Object.keys(SCRIPTED_TAPES)) : ok(script())
    }
    case 'shock':
      return shocked(source)
    case 'gbm':
      return worded(syntheticTape(marketOf(source)))
    case 'bundled':
      return worded(await loadBundledTape(source.id, supply.textOf, source))
    case 'inline': {
      const { tape, problems } = tapeOf(source, ['tape'])
      return tape === undefined ? refused(problemLines(problems)) : ok(tape)
    }
    case 'file':
      return ofFiles(source, supply.files)
  }
}

function shocked(source: ShockSource): TapeResult {
  const preset = SHOCK_PRESETS.find(({ id }) => id === source.id)
  if (preset === undefined) return unknown(source.id, SHOCK_PRESETS.map(({ id }) => id))
  const { start, barMillis } = source
  const clock = { ...(start === undefined ? {} : { start }), ...(barMillis === undefined ? {} : { barMillis }) }
  return ok(shockTape(preset.id, shockedInstruments(source), clock))
}

async function ofFiles(source: FileSource, files: TapeData | undefined): Promise<TapeResult> {
  const problems: string[] = []
  const kept = await Promise.all(source.files.map((file) => keptTape(file, files)))
  const tapes = source.files.flatMap(({ name, checksum }, index) => {
    const tape = kept[index]
    if (tape === undefined) {
      problems.push(`tape.files[${index}]: the prices of ${name} are not kept in this browser; load the file again`)
      return []
    }
    if (checksum !== undefined && tapeHash(tape) !== checksum) {
      problems.push(`tape.files[${index}]: ${name} is not the file this scenario was made with; its prices differ`)
      return []
    }
    return [tape]
  })
  if (problems.length > 0) return refused(problems)
  const refusal = mergeRefusal(tapes)
  if (refusal !== undefined) return refused([refusal.message])
  if (tapes.length === 1 && tapes[0] !== undefined) return ok(tapes[0])
  const merged = mergeTapes(tapes)
  return merged.ok ? ok(merged.value.tape) : refused([merged.error.message])
}

/** The prices of a file as they are kept; absent where they are not, or not whole. */
async function keptTape({ name, instrument, kind = 'mark' }: FileSource['files'][number], files: TapeData | undefined): Promise<Tape | undefined> {
  const part = files?.parts.find((one) => one.name === name && one.instrument === instrument && (one.kind ?? 'mark') === kind)
  return part === undefined ? undefined : unpackTape(part.tape).catch(() => undefined)
}

function worded(made: Result<Tape, { readonly message: string }>): TapeResult {
  return made.ok ? made : refused([made.error.message])
}

function unknown(id: string, known: readonly string[]): TapeResult {
  return refused([`tape.id: no tape is called ${JSON.stringify(id)}; there are ${known.join(', ')}`])
}
