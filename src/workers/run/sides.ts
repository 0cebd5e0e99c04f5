import { createRun, priceKey, TWINS, type Command, type LedgerEvent, type Run, type Setup } from '../../engine/index.ts'
import { fromEngine, type Bridge } from '../../kernel/index.ts'
import type { PlainEvent, Twin } from './Frame.ts'
import { legHistory, type LegHistory } from './legHistory.ts'
import { plain } from './openScenario.ts'
import { runSeries, type RunSeries } from './runSeries.ts'
import { timelineOf, type Timeline } from './timeline.ts'

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
  return madeSides(setup, (twin, timeline) => {
    const run = createRun(setup, twin)
    return { run, bridge, series: runSeries({ run, tape: setup.tape, bridge, timeline }) }
  })
}

/** The same with other commands, or on other prices, from a tick on: up to it nothing is played again. */
export function sidesOn(setup: Setup, known: Readonly<Record<Twin, Side>>, { commands, tick }: { readonly commands: readonly Command[]; readonly tick: number }): Readonly<Record<Twin, Side>> {
  return madeSides(setup, (twin, timeline) => {
    const { run: before, bridge, series } = known[twin]
    const run = tick < 0 ? createRun(setup, twin) : before.onto(setup.tape, tick)
    run.setCommands(commands)
    return { run, bridge, series: series.onto(run, { tape: setup.tape, timeline }) }
  })
}

/** What an event is as plain data is the same in every line that has it. */
const made = new WeakMap<LedgerEvent, PlainEvent>()

function plainOf(event: LedgerEvent): PlainEvent {
  const known = made.get(event) ?? plain(event)
  made.set(event, known)
  return known
}

function madeSides(setup: Setup, make: (twin: Twin, timeline: Timeline) => { readonly run: Run; readonly bridge: Bridge; readonly series: RunSeries }): Readonly<Record<Twin, Side>> {
  const timeline = timelineOf(setup.tape)
  const instruments = new Map(setup.instruments.map((each) => [each.symbol, each]))
  const side = (twin: Twin): Side => {
    const parts = make(twin, timeline)
    return { twin, ...parts, history: legHistory(parts.run, instruments, timeline), plainEvents: (from, to) => parts.run.events.slice(from, to).map(plainOf) }
  }
  const [asSet, isolated, cross] = TWINS
  return { [asSet]: side(asSet), [isolated]: side(isolated), [cross]: side(cross) }
}
