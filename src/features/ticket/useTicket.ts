import { useMemo } from 'react'
import type { MarketStrip } from '../../store/selectors/rows/MarketStrip.ts'
import { selectMarketStrip } from '../../store/selectors/selectMarketStrip.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import type { Format } from '../../ui/format/createFormat.ts'
import { poolMode } from './poolMode.ts'
import type { Draft, DraftPatch, Preview } from './Preview.ts'
import type { TicketMarket } from './TicketMarket.ts'

export interface Ticket {
  readonly draft: Draft
  readonly preview: Preview | undefined
  readonly market: TicketMarket
  readonly tiers: MarketStrip['tiers']
  readonly format: Format
  /** A position the order could reduce is open in the pool of the draft. */
  readonly canReduce: boolean
  readonly set: (patch: DraftPatch) => void
}

/** The ticket as the store has it; absent before the first frame. */
export function useTicket(): Ticket | undefined {
  const draft = useAppStore((state) => state.ticket.draft)
  const preview = useAppStore((state) => state.ticket.preview)
  const strip = useAppStore(selectMarketStrip)
  const holdings = useAppStore((state) => state.view.frame?.holdings)
  const set = useAppStore((state) => state.actions.setTicket)
  const format = useFormat()
  return useMemo(() => {
    if (strip === undefined || draft.instrument === '') return undefined
    const { instrument, base, quote, sizeUnit, isInverse, currency, tickSize, qtyStep, mark, last, tiers } = strip
    // A size in dollars is the number of contracts either way: there is one unit.
    const own: Draft = isInverse && draft.sizeUnit === 'quote' ? { ...draft, sizeUnit: 'base' } : draft
    const canReduce = holdings?.some((held) => held.instrument === draft.instrument && isPoolOf(held.pool, draft.pool)) ?? false
    return { draft: own, preview, market: { symbol: instrument, base, quote, sizeUnit, isInverse, currency, tickSize, qtyStep, mark, last }, tiers, format, canReduce, set }
  }, [draft, preview, strip, holdings, format, set])
}

function isPoolOf(pool: string, asked: string): boolean {
  const mode = poolMode(pool)
  return mode === 'isolated' ? asked === 'isolated' : pool === asked
}
