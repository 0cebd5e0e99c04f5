import { ok, refused, type Result, type Tape } from '../engine/index.ts'
import type { DrawnSource } from '../documents/scenario/sources/DrawnSource.ts'
import { DEFAULT_BAR_MILLIS, DEFAULT_START } from '../documents/tape/defaultClock.ts'
import { drawnAlone } from '../tapes/drawn/drawnAlone.ts'
import { drawnOver } from '../tapes/drawn/drawnOver.ts'
import type { Drawing, DrawnRefusal } from '../tapes/drawn/Drawing.ts'
import { tapeOfSource } from './tapeOfSource.ts'
import type { TapeResult, TapeSupply } from './TapeSupply.ts'

/** Prices drawn by hand, over others or alone. */
export async function drawnTapeOf(source: DrawnSource, supply: TapeSupply): Promise<TapeResult> {
  const { base, start = DEFAULT_START, barMillis = DEFAULT_BAR_MILLIS, bars } = source
  if (base === undefined) return worded(drawnAlone(drawingOf(source), { start, barMillis, bars }))
  const said = (['start', 'barMillis', 'bars'] as const).filter((key) => source[key] !== undefined)
  if (said.length > 0) return refused(said.map((key) => `tape.${key}: the prices drawn over say it; leave it out`))
  const under = await tapeOfSource(base, supply)
  if (!under.ok) return refused(under.error.map((line) => line.replace(/^tape/, 'tape.base')))
  return worded(drawnOver(under.value, drawingOf(source)))
}

/** What was drawn, in the words of the tapes. */
function drawingOf({ lines, jumps }: DrawnSource): Drawing {
  return {
    lines: lines.map(({ symbol, decimals, points }) => ({ instrument: symbol, points, ...(decimals === undefined ? {} : { decimals }) })),
    ...(jumps === undefined ? {} : { jumps }),
  }
}

function worded(made: Result<Tape, DrawnRefusal>): TapeResult {
  return made.ok ? ok(made.value) : refused([`tape.${made.error.at}: ${made.error.message}`])
}
