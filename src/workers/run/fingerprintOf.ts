import { hashEvents } from '../../engine/index.ts'
import type { Twin } from './Frame.ts'
import type { Session } from './Session.ts'

/** What was played and what came of it, as `bulkhead run --hash` prints it: equal text means equal runs. [L2] */
export interface Fingerprint {
  readonly tape: string
  readonly events: Readonly<Record<Twin, string>>
}

/** Of the events up to a tick that has been played. */
export function fingerprintOf({ opened, sides }: Session, tick: number): Fingerprint {
  const of = (twin: Twin): string => {
    const { run } = sides[twin]
    return hashEvents(run.events.slice(0, run.countAt(tick)))
  }
  return { tape: opened.info.tape.checksum, events: { 'as-set': of('as-set'), 'all-isolated': of('all-isolated'), 'all-cross': of('all-cross') } }
}
