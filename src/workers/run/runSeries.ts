import type { LedgerEvent, Run, Tape } from '../../engine/index.ts'
import { createPoolFigures, marginRatio, poolFigures, ratioBucket, type Bridge, type CompiledAccount, type RatioBucket } from '../../kernel/index.ts'
import type { LaneCell } from './ChartData.ts'
import { mergedCells } from './mergedCells.ts'
import type { Timeline } from './timeline.ts'

/** Per-tick history of one run for the charts, in doubles; grows with the run and is cut back when commands change. */
export interface RunSeries {
  /** Last tick known; -1 before the first. */
  readonly filled: number
  /** Takes in ticks that the run has computed. @returns whether `tick` was reached before `goOn` said no */
  fillTo(tick: number, goOn?: () => boolean): boolean
  /** Forgets everything after a tick. */
  cutAfter(tick: number): void
  /** What it knows, of its own, for a run that has the same events as far as it is computed, on a tape that is the same so far. */
  onto(run: Run, on?: Pick<Source, 'tape' | 'timeline'>): RunSeries
  /** Equity at the end of each tick; valid up to `filled`. */
  readonly equity: Float64Array
  /** Margin-ratio cells of a leg up to a tick, at most about 400. */
  cells(leg: string, tick: number): readonly LaneCell[]
  /** Ticks at which a pool was liquidated, ascending. */
  readonly breachTicks: readonly number[]
}

interface Source {
  readonly run: Run
  readonly tape: Tape
  readonly bridge: Bridge
  readonly timeline: Timeline
}

/** An open cell has no end yet. */
interface OpenCell {
  readonly from: number
  to: number
  readonly bucket: RatioBucket
}

function resized(column: Float64Array, length: number): Float64Array {
  if (column.length === length) return column
  const other = new Float64Array(length)
  other.set(column.subarray(0, length))
  return other
}

interface Known {
  readonly equity: Float64Array
  readonly cells: ReadonlyMap<string, readonly OpenCell[]>
  readonly breachTicks: readonly number[]
  readonly filled: number
}

export function runSeries({ run, tape, bridge, timeline }: Source, known?: Known): RunSeries {
  const equity = known?.equity.slice() ?? new Float64Array(tape.time.length)
  const cells = new Map<string, OpenCell[]>([...(known?.cells ?? [])].map(([leg, list]) => [leg, list.map((cell) => ({ ...cell }))]))
  const breachTicks: number[] = [...(known?.breachTicks ?? [])]
  const figures = createPoolFigures()
  const marks = new Float64Array(tape.series.length)
  let filled = known?.filled ?? -1
  let seen = filled < 0 ? 0 : run.countAt(Math.min(filled, run.computed))
  let account: CompiledAccount | undefined

  const take = (tick: number): void => {
    const events = run.events
    let hasEvents = account === undefined
    for (; seen < events.length && events[seen]!.tick <= tick; seen++) {
      hasEvents = true
      takeEvent(events[seen]!)
    }
    if (hasEvents || account === undefined) account = bridge.account(run.accountAt(tick))
    for (let i = 0; i < marks.length; i++) marks[i] = tape.series[i]!.close[tick]!
    equity[tick] = poolFigures(account, marks, figures)
    for (let leg = 0; leg < account.legs.length; leg++) {
      mark(account.legs[leg]!, tick, ratioBucket(marginRatio(figures, account.legPool[leg]!)))
    }
    filled = tick
  }

  const takeEvent = (event: LedgerEvent): void => {
    if (event.type === 'pool-breached' && breachTicks.at(-1) !== event.tick) breachTicks.push(event.tick)
    const isEnd = (event.type === 'position-liquidated' && event.rest === undefined) || (event.type === 'filled' && event.qtyAfter.isZero())
    if (!isEnd) return
    const last = cells.get(event.leg)?.at(-1)
    if (last !== undefined && last.to === Number.POSITIVE_INFINITY) last.to = timeline.place(event.tick, event.at)
  }

  const mark = (leg: string, tick: number, bucket: RatioBucket): void => {
    const known = cells.get(leg)
    const list = known ?? []
    if (known === undefined) cells.set(leg, list)
    const last = list.at(-1)
    const isRunning = last !== undefined && last.to === Number.POSITIVE_INFINITY
    if (isRunning && last.bucket === bucket) return
    if (isRunning) last.to = tick
    list.push({ from: tick, to: Number.POSITIVE_INFINITY, bucket })
  }

  return {
    get filled() {
      return filled
    },
    equity,
    breachTicks,
    fillTo(tick, goOn) {
      for (let next = filled + 1; next <= tick; next++) {
        if (goOn !== undefined && next % 256 === 0 && !goOn()) return false
        take(next)
      }
      return true
    },
    cutAfter(tick) {
      if (tick >= filled) return
      filled = tick
      seen = tick < 0 ? 0 : run.countAt(tick)
      account = undefined
      while ((breachTicks.at(-1) ?? -1) > tick) breachTicks.pop()
      for (const [leg, list] of cells) {
        while (list.length > 0 && list.at(-1)!.from > tick) list.pop()
        const last = list.at(-1)
        if (last === undefined) cells.delete(leg)
        else if (last.to > tick) last.to = Number.POSITIVE_INFINITY
      }
    },
    onto(other, on = { tape, timeline }) {
      const copy = runSeries({ run: other, bridge, ...on }, { equity: resized(equity, on.tape.time.length), cells, breachTicks, filled })
      copy.cutAfter(other.computed)
      return copy
    },
    cells(leg, tick) {
      return mergedCells(cells.get(leg) ?? [], tick)
    },
  }
}
