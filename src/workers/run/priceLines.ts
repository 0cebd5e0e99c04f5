import { priceKey, type Instrument, type PriceKind, type Run, type Tape } from '../../engine/index.ts'
import { liquidationLevel, type Bridge, type CompiledAccount } from '../../kernel/index.ts'
import type { PriceLines } from './ChartData.ts'
import type { Twin } from './Frame.ts'
import { testColumns } from './testColumns.ts'

interface Source {
  readonly twin: Twin
  readonly run: Run
  readonly tape: Tape
  readonly bridge: Bridge
  readonly instruments: ReadonlyMap<string, Instrument>
  /** Which price the levels are prices of. [K5] */
  readonly trigger: PriceKind
}

interface Columns {
  readonly entry: Float64Array
  readonly liquidation: Float64Array
  readonly bankruptcy: Float64Array
}

/** Entry, liquidation and bankruptcy price of every leg of one instrument, as they were at the given ticks. */
export function priceLines({ twin, run, tape, bridge, instruments, trigger }: Source, instrument: string, ticks: Float64Array): readonly PriceLines[] {
  const series = tape.series.findIndex((each) => priceKey(each.instrument, each.kind) === instrument)
  const lines = new Map<string, Columns>()
  const seen = testColumns(tape, trigger)
  const marks = new Float64Array(seen.length)
  const shown = roundedToTick(instruments.get(instrument))
  ticks.forEach((tick, at) => {
    const account = bridge.account(run.accountAt(tick))
    if (!account.legSeries.includes(series)) return
    for (let i = 0; i < marks.length; i++) marks[i] = seen[i]![tick]!
    const levels = new Map<number, readonly [number, number]>()
    account.legs.forEach((leg, i) => {
      if (account.legSeries[i] !== series) return
      const pool = account.legPool[i]!
      // The same for all legs of the instrument in a pool.
      const level = levels.get(pool) ?? levelsOf({ account, marks }, { pool, series })
      levels.set(pool, level)
      const line = lines.get(leg) ?? emptyColumns(ticks.length)
      lines.set(leg, line)
      const ratio = account.entryNotional[i]! / account.qty[i]!
      line.entry[at] = account.inverse[i] === 1 ? -1 / ratio : ratio
      line.liquidation[at] = shown(level[0], marks[series]!)
      line.bankruptcy[at] = shown(level[1], marks[series]!)
    })
  })
  return [...lines].map(([leg, columns]) => ({ twin, leg, ...columns }))
}

interface Point {
  readonly account: CompiledAccount
  readonly marks: Float64Array
}

/** Liquidation and bankruptcy level of a pool. */
function levelsOf({ account, marks }: Point, at: { readonly pool: number; readonly series: number }): readonly [number, number] {
  return [
    liquidationLevel(account, marks, { ...at, need: 'maintenance' }),
    liquidationLevel(account, marks, { ...at, need: 'nothing' }),
  ]
}

/** A level so many times the mark is what rounding leaves where the engine finds none: a short backed by its whole notional. [M13] */
const NOISE = 1e9

/** A level as the tables show it: a multiple of the tick size on the side that is reached earlier. */
function roundedToTick(instrument: Instrument | undefined): (level: number, mark: number) => number {
  const step = Number(instrument?.tickSize.toFixed() ?? 0)
  if (step === 0) return (level) => level
  const places = instrument?.tickSize.decimalPlaces() ?? 0
  // Levels are good to twelve digits; what is a multiple within that is not pushed to the next one.
  return (level, mark) => {
    if (level > mark * NOISE) return Number.NaN
    const steps = level / step
    const slack = Math.abs(steps) * 1e-12
    return Number(((level < mark ? Math.ceil(steps - slack) : Math.floor(steps + slack)) * step).toFixed(places))
  }
}

function emptyColumns(length: number): Columns {
  const empty = (): Float64Array => new Float64Array(length).fill(Number.NaN)
  return { entry: empty(), liquidation: empty(), bankruptcy: empty() }
}
