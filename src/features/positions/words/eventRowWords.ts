import type { EventLine } from '../eventLines.ts'
import { eventWords } from './eventWords.ts'
import { liquidationDetail } from './liquidationDetail.ts'
import type { Say } from './Say.ts'
import { sideWord } from './words.ts'

export interface EventRowWords {
  readonly name: string
  readonly position: string
  /** Its full name, where that is longer. */
  readonly leg: string
  readonly price: string
  readonly detail: string
}

/** The words of one line of the Events table. */
export function eventRowWords(row: EventLine, say: Say): EventRowWords {
  const { name, detail } = eventWords(row.event, say)
  return {
    name,
    position: positionWords(row, say),
    leg: row.leg === undefined ? positionWords(row, say) : say.leg(row.leg),
    price: row.price === undefined ? '—' : say.price(row.leg ?? row.instrument ?? '', row.price),
    detail: row.event.type === 'position-liquidated' ? liquidationDetail({ ...row, pool: row.event.pool }, say) : detail,
  }
}

/** SOL long: short of its pool, which the accounts tell; `leg` says it all. */
function positionWords({ leg, base, isLong }: EventLine, say: Say): string {
  const name = base ?? (leg === undefined ? undefined : say.leg(leg))
  if (name === undefined) return '—'
  return isLong === undefined ? name : `${name} ${sideWord({ isLong }).toLowerCase()}`
}
