import type { EventRow } from '../../../store/selectors/rows/TableRows.ts'
import { words } from './words.ts'

type Said = Pick<EventRow, 'twins' | 'pnl' | 'role' | 'openIn'> & { readonly pool: string }

/** What a liquidated position was in its pool, and where the same one lived on: "Taken along while in profit; still open when isolated". */
export function liquidationDetail(row: Said): string {
  return row.openIn.length === 0 ? roleWords(row) : `${roleWords(row)}; still open ${row.openIn.map((twin) => whens[twin]).join(' and ')}`
}

function roleWords({ role, pnl, pool }: Said): string {
  if (pool.startsWith('isolated:')) return 'Behind its own wall: nothing else touched'
  if (role !== 'bystander') return 'Culprit: the worst loss of its pool'
  return pnl?.startsWith('-') === true ? 'Taken along' : 'Taken along while in profit'
}

const whens = { 'as-set': 'in yours', 'all-isolated': 'when isolated', 'all-cross': 'when cross' } as const

/** All isolated, Yours: the accounts in which it happened in just this way. */
export function twinNames(twins: EventRow['twins']): string {
  const order = ['all-isolated', 'all-cross', 'as-set'] as const
  return order.filter((twin) => twins.includes(twin)).map((twin) => words.twins[twin]).join(', ')
}
