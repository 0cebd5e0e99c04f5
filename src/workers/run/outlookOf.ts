import { accountTotals, marksAt, ok, refused, TWINS, type LedgerEvent, type Result, type Run, type Tape } from '../../engine/index.ts'
import { drawnOver } from '../../tapes/drawn/drawnOver.ts'
import { advance, type Pace } from './advance.ts'
import type { Twin } from './Frame.ts'
import type { Outlook, OutlookLeg, OutlookRequest, OutlookTwin } from './Outlook.ts'
import type { Session } from './Session.ts'
import { timelineOf } from './timeline.ts'

/** Longest stretch of work between two rests, ms. */
const STRETCH = 8

/**
 * The three runs of the open scenario on drawn prices: they go on from the tick, so only what is drawn is played.
 * Undefined where it was called off; one line where it cannot be drawn.
 */
export async function outlookOf(session: Session, { tick, lines, jumps, until }: OutlookRequest, pace: Pace): Promise<Result<Outlook, readonly string[]> | undefined> {
  const early = lines.find(({ points }) => (points[0]?.[0] ?? 0) <= tick)
  if (early !== undefined) return refused([`${early.symbol} is drawn at bar ${early.points[0]?.[0]}, which has been played up to ${tick}`])
  const drawn = drawnOver(session.setup.tape, {
    lines: lines.map(({ symbol, decimals, points }) => ({ instrument: symbol, points, ...(decimals === undefined ? {} : { decimals }) })),
    ...(jumps === undefined ? {} : { jumps }),
  })
  if (!drawn.ok) return refused([`${drawn.error.at}: ${drawn.error.message}`])
  if (!(await advance(session, tick, pace))) return undefined
  const tape = drawn.value
  const last = Math.min(until, tape.time.length - 1)
  const runs = new Map<Twin, Run>()
  for (const twin of TWINS) {
    const run = session.sides[twin].run.onto(tape, tick)
    if (!(await played(run, last, pace))) return undefined
    runs.set(twin, run)
  }
  const twinOf = (twin: Twin): OutlookTwin => lookedAt(runs.get(twin) ?? session.sides[twin].run, { session, tape, tick, last })
  const twins = { 'as-set': twinOf('as-set'), 'all-isolated': twinOf('all-isolated'), 'all-cross': twinOf('all-cross') }
  return ok({ tick, until: last, twins, legs: legsOf(session, tick, twins) })
}

async function played(run: Run, last: number, pace: Pace): Promise<boolean> {
  let until = pace.now() + STRETCH
  while (!run.advanceTo(last, () => pace.now() < until)) {
    await pace.rest()
    if (pace.isCancelled()) return false
    until = pace.now() + STRETCH
  }
  return true
}

interface Looked {
  readonly session: Session
  readonly tape: Tape
  readonly tick: number
  readonly last: number
}

function lookedAt(run: Run, { session, tape, tick, last }: Looked): OutlookTwin {
  const timeline = timelineOf(tape)
  const account = run.accountAt(last)
  const seen = new Set<string>()
  return {
    equity: accountTotals(account, { rules: session.setup.rules, marks: marksAt(tape, last) }).equity.toFixed(),
    open: [...account.positions.keys()],
    liquidations: run.events.slice(run.countAt(tick), run.countAt(last)).flatMap((event: LedgerEvent) => {
      if (event.type !== 'position-liquidated' || seen.has(event.leg)) return []
      seen.add(event.leg)
      return [{ leg: event.leg, instrument: event.instrument, tick: event.tick, place: timeline.place(event.tick, event.at), price: event.price.toFixed(), isPart: event.rest !== undefined }]
    }),
  }
}

/** Walls differ, legs do not: they go by the same names in every twin. */
function legsOf(session: Session, tick: number, twins: Outlook['twins']): readonly OutlookLeg[] {
  const legs = new Map<string, OutlookLeg>()
  for (const twin of TWINS) {
    for (const { leg, instrument, qty, type } of session.sides[twin].run.accountAt(tick).positions.values()) {
      if (type !== 'spot') legs.set(leg, { leg, instrument, isLong: !qty.isNegative() })
    }
    for (const { leg, instrument } of twins[twin].liquidations) if (!legs.has(leg)) legs.set(leg, { leg, instrument, isLong: true })
  }
  return [...legs.values()]
}
