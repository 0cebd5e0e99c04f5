import { createRun, priceKey, TWINS, type LedgerEvent, type Run, type Setup } from '../../engine/index.ts'
import { fromEngine, type Bridge } from '../../kernel/index.ts'
import type { PlainEvent, Twin } from './Frame.ts'
import { legHistory, type LegHistory } from './legHistory.ts'
import { plain } from './openScenario.ts'
import { runSeries, type RunSeries } from './runSeries.ts'
import { timelineOf } from './timeline.ts'

/** One twin of a session: its run and what is kept beside it. */
export interface Side {
  readonly twin: Twin
  readonly run: Run
  readonly bridge: Bridge
  readonly series: RunSeries
  readonly history: LegHistory
  /** Events as plain data, made once. */
  plainEvents(from: number, to: number): readonly PlainEvent[]
}

/** The three runs of a scenario. */
export function sidesOf(setup: Setup): Readonly<Record<Twin, Side>> {
  const bridge = fromEngine(setup.rules, setup.tape.series.map((each) => priceKey(each.instrument, each.kind)))
  const timeline = timelineOf(setup.tape)
  const instruments = new Map(setup.instruments.map((each) => [each.symbol, each]))
  const side = (twin: Twin): Side => {
    const run = createRun(setup, twin)
    const made = new WeakMap<LedgerEvent, PlainEvent>()
    const plainOf = (event: LedgerEvent): PlainEvent => {
      const known = made.get(event) ?? plain(event)
      made.set(event, known)
      return known
    }
    return {
      twin,
      run,
      bridge,
      series: runSeries({ run, tape: setup.tape, bridge, timeline }),
      history: legHistory(run, instruments, timeline),
      plainEvents: (from, to) => run.events.slice(from, to).map(plainOf),
    }
  }
  const [asSet, isolated, cross] = TWINS
  return { [asSet]: side(asSet), [isolated]: side(isolated), [cross]: side(cross) }
}
