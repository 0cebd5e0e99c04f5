import type { Command, Instrument, Marks, PreviewContext, Setup } from '../../engine/index.ts'
import { marksAt, tickTime } from '../../engine/index.ts'
import type { OpenedScenario } from './openScenario.ts'
import type { Twin } from './Frame.ts'
import { sidesOf, type Side } from './sides.ts'
import type { Parked } from './takeCommands.ts'
import { timelineOf, type Timeline } from './timeline.ts'

/** One open scenario: its prices and three runs. Replaced as a whole when another one is opened. */
export interface Session {
  opened: OpenedScenario
  readonly setup: Setup
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly timeline: Timeline
  /** Of the open list of commands; replaced when another one is played. */
  sides: Readonly<Record<Twin, Side>>
  /** What they play, ticks ascending. */
  commands: readonly Command[]
  /** Those of other lists, newest first. [B9] */
  parked: readonly Parked[]
  /** Names the command list that events belong to: the id of the request that brought it. Ids are never used twice. */
  revision: number
  /** When chart and detail may be made again, by the session's clock; while playing they wait, and longer the longer they take. */
  chartDue: number
  detailDue: number
}

export function sessionOf(opened: OpenedScenario, revision: number): Session {
  const { setup } = opened
  return {
    opened,
    setup,
    instruments: new Map(setup.instruments.map((each) => [each.symbol, each])),
    timeline: timelineOf(setup.tape),
    sides: sidesOf(setup),
    commands: setup.commands,
    parked: [],
    revision,
    chartDue: 0,
    detailDue: 0,
  }
}

export function marksOf(session: Session, tick: number): Marks {
  return marksAt(session.setup.tape, tick)
}

/** Where a command given at a tick to the account as set would be decided. */
export function previewContext(session: Session, tick: number): PreviewContext {
  return {
    setting: { rules: session.setup.rules, instruments: session.instruments, walls: 'as-set' },
    moment: { tick, at: tickTime(session.setup.tape, tick), marks: marksOf(session, tick) },
  }
}
