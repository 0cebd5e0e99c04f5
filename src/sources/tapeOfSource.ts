import { ok, refused } from '../engine/index.ts'
import { problemLines } from '../documents/Problem.ts'
import { shockedInstruments } from '../documents/scenario/marketOf.ts'
import type { ShockSource, TapeSource } from '../documents/scenario/TapeSource.ts'
import { tapeOf } from '../documents/tape/tapeOf.ts'
import { SCRIPTED_TAPES } from '../tapes/scripted/scriptedTapes.ts'
import { SHOCK_PRESETS } from '../tapes/scripted/shockPresets.ts'
import { shockTape } from '../tapes/scripted/shockTape.ts'
import type { TapeResult, TapeSupply } from './TapeSupply.ts'
import { unknownTape } from './unknownTape.ts'

/** The prices a scenario names: made, fetched, or put together from the user's files. What the first screen does not play is fetched when it is wanted. */
export async function tapeOfSource(source: TapeSource, supply: TapeSupply): Promise<TapeResult> {
  switch (source.type) {
    case 'scripted': {
      const script = Object.hasOwn(SCRIPTED_TAPES, source.id) ? SCRIPTED_TAPES[source.id] : undefined
      return script === undefined ? unknownTape('scripted', source.id, Object.keys(SCRIPTED_TAPES)) : ok(script())
    }
    case 'shock':
      return shocked(source)
    case 'inline': {
      const { tape, problems } = tapeOf(source, ['tape'])
      return tape === undefined ? refused(problemLines(problems)) : ok(tape)
    }
    default:
      return (await import('./otherTapes.ts')).otherTape(source, supply)
  }
}

function shocked(source: ShockSource): TapeResult {
  const preset = SHOCK_PRESETS.find(({ id }) => id === source.id)
  if (preset === undefined) return unknownTape('shock', source.id, SHOCK_PRESETS.map(({ id }) => id))
  const { start, barMillis } = source
  const clock = { ...(start === undefined ? {} : { start }), ...(barMillis === undefined ? {} : { barMillis }) }
  return ok(shockTape(preset.id, shockedInstruments(source), clock))
}
