import type { EventRow } from '../../../store/selectors/rows/TableRows.ts'
import type { EventLine } from '../eventLines.ts'
import type { Say } from './Say.ts'
import { words } from './words.ts'

type Said = Pick<EventLine, 'pnl' | 'role' | 'openIn' | 'rest'> & { readonly pool: string }

/** What a liquidated position was in its pool, and where the same one lived on: "Taken along while in profit; still open when isolated". */
export function liquidationDetail(row: Said, say: Say): string {
  const role = roleWords(row, say)
  return row.openIn.length === 0 ? role : `${role}; still open ${ORDER.filter((twin) => row.openIn.includes(twin)).map((twin) => whens[twin]).join(' and ')}`
}

function roleWords({ role, pnl, pool, rest }: Said, say: Say): string {
  if (pool.startsWith('isolated:')) return wallWords(rest, say)
  if (role !== 'bystander') return 'Culprit: the worst loss of its pool'
  return pnl?.startsWith('-') === true ? 'Taken along' : 'Taken along while in profit'
}

/** A wall: what was left behind it is kept or given back, what was missing is the fund's; others are not touched. */
function wallWords(rest: Said['rest'], say: Say): string {
  if (rest === undefined) return 'Wall held: nothing else touched'
  const amount = say.format.money(rest.amount)
  return rest.type === 'forfeited' ? `Wall held: ${amount} of it forfeited, nothing else touched` : `Wall held: ${amount} beyond it borne by others, nothing else touched`
}

const ORDER = ['all-isolated', 'all-cross', 'as-set'] as const
const whens = { 'as-set': 'in yours', 'all-isolated': 'when isolated', 'all-cross': 'when cross' } as const

/** All isolated, Yours: the accounts in which it happened in just this way. */
export function twinNames(twins: EventRow['twins']): string {
  return ORDER.filter((twin) => twins.includes(twin)).map((twin) => words.twins[twin]).join(', ')
}

/** The same in the room of a column. */
export function shortTwinNames(twins: EventRow['twins']): string {
  if (twins.length === ORDER.length) return words.everyAccount
  return twins.length === 2 && !twins.includes('as-set') ? words.bothTwins : twinNames(twins)
}
