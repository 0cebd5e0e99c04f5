import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { problemLines } from '../../documents/Problem.ts'
import { shockedInstruments } from '../../documents/scenario/marketOf.ts'
import type { ShockSource, TapeSource } from '../../documents/scenario/TapeSource.ts'
import { tapeOf } from '../../documents/tape/tapeOf.ts'
import type { TapeText } from '../../tapes/bundled/loadBundledTape.ts'
import { SCRIPTED_TAPES } from '../../tapes/scripted/scriptedTapes.ts'
import { SHOCK_PRESETS } from '../../tapes/scripted/shockPresets.ts'
import { shockTape } from '../../tapes/scripted/shockTape.ts'
import { otherTapes } from './later.ts'
import type { TapeData } from './TapeData.ts'

export type TapeResult = Result<Tape, readonly string[]>

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
    case 'inline': {
      const { tape, problems } = tapeOf(source, ['tape'])
      return tape === undefined ? refused(problemLines(problems)) : ok(tape)
    }
    case 'gbm':
    case 'bundled':
    case 'file':
      return (await otherTapes()).otherTape(source, supply)
  }
}

function shocked(source: ShockSource): TapeResult {
  const preset = SHOCK_PRESETS.find(({ id }) => id === source.id)
  if (preset === undefined) return unknown(source.id, SHOCK_PRESETS.map(({ id }) => id))
  const { start, barMillis } = source
  const clock = { ...(start === undefined ? {} : { start }), ...(barMillis === undefined ? {} : { barMillis }) }
  return ok(shockTape(preset.id, shockedInstruments(source), clock))
}

function unknown(id: string, known: readonly string[]): TapeResult {
  return refused([`tape.id: no tape is called ${JSON.stringify(id)}; there are ${known.join(', ')}`])
}
