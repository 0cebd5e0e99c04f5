import { accountView, tickTime, TWINS } from '../../engine/index.ts'
import { advance, type Pace } from './advance.ts'
import { chartOf } from './chartOf.ts'
import type { AccountDetail, Frame, NewEvents, Twin } from './Frame.ts'
import { moreOf } from './moreOf.ts'
import { paidFunding } from './paidFunding.ts'
import { plain } from './openScenario.ts'
import type { FrameRequest } from './protocol.ts'
import { marksOf, type Session } from './Session.ts'
import { trailsOf } from './trailsOf.ts'
import { twinTotals } from './twinTotals.ts'

/** Charts and detail are made at most this often while playing, ms … */
const SHORTEST_WAIT = 90
/** … and never take more than a third of the time. */
const SHARE = 3

/** Plays on to a tick and looks at it; undefined when it was cancelled on the way. */
export async function frameOf(session: Session, request: FrameRequest, pace: Pace): Promise<Frame | undefined> {
  const wanted = Math.min(Math.max(0, request.tick), session.setup.tape.time.length - 1)
  const before = { computed: session.sides['as-set'].run.computed, at: pace.now() }
  if (!(await advance(session, wanted, pace))) return undefined
  const advanced = { bars: Math.max(0, session.sides['as-set'].run.computed - before.computed), millis: pace.now() - before.at }
  const stop = request.stopAfter === undefined ? undefined : firstBreach(session, request.stopAfter, wanted)
  const tick = stop?.tick ?? wanted
  const isStill = request.isStill || stop !== undefined
  const marks = marksOf(session, tick)
  const rules = session.setup.rules
  const { worth } = session.opened.info.currency
  const totals = (twin: Twin): Frame['twins'][Twin] => {
    const { run, history } = session.sides[twin]
    return twinTotals(run.accountAt(tick), { rules, marks, stories: history.after(run.countAt(tick)), coinPrice: worth === undefined ? undefined : marks.get(worth.instrument) })
  }
  const chart = newChart(session, tick, { instrument: request.instrument, isStill }, pace)
  return {
    revision: session.revision,
    tick,
    time: session.timeline.time(tick),
    marks: Object.fromEntries([...marks].map(([symbol, mark]) => [symbol, mark.toFixed()])),
    paidFunding: paidFunding(session, tickTime(session.setup.tape, tick)),
    twins: { 'as-set': totals('as-set'), 'all-isolated': totals('all-isolated'), 'all-cross': totals('all-cross') },
    holdings: [...session.sides['as-set'].run.accountAt(tick).positions.values()].map(({ leg, instrument, pool, positionSide, qty }) =>
      plain({ leg, instrument, pool, positionSide, qty }),
    ),
    events: {
      'as-set': newEvents(session, 'as-set', tick, request),
      'all-isolated': newEvents(session, 'all-isolated', tick, request),
      'all-cross': newEvents(session, 'all-cross', tick, request),
    },
    stoppedAt: stop === undefined ? undefined : { twin: stop.twin, seq: stop.seq },
    // While it plays, charts and tables come in turns: drawing both takes longer than a frame.
    detail: chart !== undefined && !isStill ? undefined : detailOf(session, tick, { twin: request.detail, isStill }, pace),
    advance: advanced,
    chart,
  }
}

/** The first liquidation in any twin after a tick, up to another. */
function firstBreach(session: Session, after: number, until: number): { twin: Twin; tick: number; seq: number } | undefined {
  let first: { twin: Twin; tick: number; seq: number; at: number } | undefined
  for (const twin of TWINS) {
    const { run } = session.sides[twin]
    const from = after < 0 ? 0 : run.countAt(after)
    const breach = run.events.slice(from, run.countAt(until)).find((event) => event.type === 'pool-breached')
    if (breach !== undefined && (first === undefined || breach.at < first.at)) first = { twin, tick: breach.tick, seq: breach.seq, at: breach.at }
  }
  return first
}

function newEvents(session: Session, twin: Twin, tick: number, { known }: FrameRequest): NewEvents {
  const side = session.sides[twin]
  const visible = side.run.countAt(tick)
  const keep = known.revision === session.revision ? Math.min(known.counts[twin], side.run.events.length) : 0
  return { keep, added: keep < visible ? side.plainEvents(keep, visible) : [], visible }
}

function detailOf(session: Session, tick: number, wanted: { twin: Twin; isStill: boolean }, pace: Pace): AccountDetail | undefined {
  const start = pace.now()
  if (!wanted.isStill && start < session.detailDue) return undefined
  const { rules } = session.setup
  const { run } = session.sides[wanted.twin]
  const account = run.accountAt(tick)
  const marks = marksOf(session, tick)
  const view = accountView(account, { rules, instruments: session.instruments, marks })
  const standing = { rules, tape: session.setup.tape, marks, at: tickTime(session.setup.tape, tick), events: run.events.slice(0, run.countAt(tick)), instruments: contractsOf(session) }
  session.detailDue = dueAfter(start, pace.now())
  return { twin: wanted.twin, tick, account: plain(view), trails: trailsOf(session.sides[wanted.twin].run, tick), more: moreOf(account, view, standing) }
}

/** What can have an insurance fund of its own. */
function contractsOf({ setup }: Session): readonly string[] {
  return setup.instruments.filter(({ type }) => type !== 'spot').map(({ symbol }) => symbol)
}

function newChart(session: Session, tick: number, wanted: { instrument: string; isStill: boolean }, pace: Pace): Frame['chart'] {
  const start = pace.now()
  if (!wanted.isStill && start < session.chartDue) return undefined
  const { setup, timeline, sides, instruments } = session
  const chart = chartOf({ tape: setup.tape, timeline, sides, instruments, instrument: wanted.instrument, trigger: setup.rules.liquidation.trigger }, tick)
  session.chartDue = dueAfter(start, pace.now())
  return chart
}

function dueAfter(start: number, end: number): number {
  return end + Math.max(SHORTEST_WAIT - (end - start), SHARE * (end - start))
}
