import type { Result, Tape } from '../engine/index.ts'
import { marketOf, shockedInstruments } from '../documents/scenario/marketOf.ts'
import type { ShockSource, TapeSource } from '../documents/scenario/TapeSource.ts'
import { tapeOf } from '../documents/tape/tapeOf.ts'
import { BUNDLED_TAPES } from '../tapes/bundled/bundledTapes.ts'
import { loadBundledTape } from '../tapes/bundled/loadBundledTape.ts'
import { SCRIPTED_TAPES } from '../tapes/scripted/scriptedTapes.ts'
import { SHOCK_PRESETS } from '../tapes/scripted/shockPresets.ts'
import { shockTape } from '../tapes/scripted/shockTape.ts'
import { syntheticTape } from '../tapes/synthetic/syntheticTape.ts'
import { problemLines } from '../documents/Problem.ts'
import type { Io } from './Io.ts'
import { tapeOfFiles } from './tapeOfFiles.ts'

type TapeResult = Result<Tape, { readonly message: string }>

/** The prices a scenario names, made or loaded. @param document  path of the scenario; its files lie beside it */
export async function tapeOfSource(source: TapeSource, document: string, io: Io): Promise<TapeResult> {
  switch (source.type) {
    case 'scripted': {
      const script = Object.hasOwn(SCRIPTED_TAPES, source.id) ? SCRIPTED_TAPES[source.id] : undefined
      return script === undefined ? unknown('scripted', source.id, Object.keys(SCRIPTED_TAPES)) : { ok: true, value: script() }
    }
    case 'shock':
      return shocked(source)
    case 'gbm':
      return syntheticTape(marketOf(source))
    case 'bundled':
      if (!BUNDLED_TAPES.some(({ id }) => id === source.id)) return unknown('bundled', source.id, BUNDLED_TAPES.map(({ id }) => id))
      return loadBundledTape(source.id, (file) => io.asset(`tapes/${file}`), source)
    case 'inline': {
      const { tape, problems } = tapeOf(source, ['tape'])
      return tape === undefined ? { ok: false, error: { message: problemLines(problems).join('\n') } } : { ok: true, value: tape }
    }
    case 'file':
      return tapeOfFiles(source, (name) => io.beside(document, name))
  }
}

/** What `tapes` lists. */
export const TAPE_LIST = [
  ...Object.entries(SCRIPTED_TAPES).map(([id, script]) => ({ type: 'scripted', id, title: script().title })),
  ...SHOCK_PRESETS.map(({ id, title }) => ({ type: 'shock', id, title })),
  ...BUNDLED_TAPES.map(({ id, title }) => ({ type: 'bundled', id, title })),
] as const

function shocked(source: ShockSource): TapeResult {
  const preset = SHOCK_PRESETS.find(({ id }) => id === source.id)
  if (preset === undefined) return unknown('shock', source.id, SHOCK_PRESETS.map(({ id }) => id))
  const { start, barMillis } = source
  const clock = { ...(start === undefined ? {} : { start }), ...(barMillis === undefined ? {} : { barMillis }) }
  return { ok: true, value: shockTape(preset.id, shockedInstruments(source), clock) }
}

function unknown(kind: string, id: string, known: readonly string[]): TapeResult {
  return { ok: false, error: { message: `no ${kind} tape is called ${JSON.stringify(id)}; there are ${known.join(', ')}` } }
}
