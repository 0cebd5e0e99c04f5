import { TWINS, type LedgerEvent } from '../../engine/index.ts'
import { advance, type Pace } from './advance.ts'
import type { Session } from './Session.ts'

/** Ticks searched in one go. */
const STRIDE = 64

/** The nearest tick after (or before) one at which something happened in any twin; undefined when there is none. */
export async function findEvent(session: Session, from: number, direction: 'next' | 'previous', pace: Pace): Promise<number | undefined> {
  if (direction === 'previous') return previous(session, from)
  const last = session.setup.tape.time.length - 1
  for (let at = from; at < last; ) {
    const until = Math.min(last, at + STRIDE)
    if (!(await advance(session, until, pace))) return undefined
    const found = TWINS.flatMap((twin) => eventsBetween(session, twin, at, until).slice(0, 1).map((event) => event.tick))
    if (found.length > 0) return Math.min(...found)
    at = until
    pace.progress(at - from, last - from)
  }
  return undefined
}

function previous(session: Session, from: number): number | undefined {
  const found = TWINS.flatMap((twin) => eventsBetween(session, twin, -1, from - 1).slice(-1).map((event) => event.tick))
  return found.length === 0 ? undefined : Math.max(...found)
}

/** What happened after one tick and up to another; funding is paid too often to stop at it. */
function eventsBetween(session: Session, twin: (typeof TWINS)[number], after: number, until: number): readonly LedgerEvent[] {
  const { run } = session.sides[twin]
  const from = after < 0 ? 0 : run.countAt(after)
  const to = until < 0 ? 0 : run.countAt(Math.min(until, run.computed))
  return run.events.slice(from, to).filter((event) => event.type !== 'funding-paid')
}
