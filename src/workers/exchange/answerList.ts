import { ok, type Result } from '../../engine/index.ts'
import type { ExchangeDeps } from '../../sources/exchange/ExchangeDeps.ts'
import type { ExchangeTrouble } from '../../sources/exchange/ExchangeTrouble.ts'
import { listInstruments } from '../../sources/exchange/listInstruments.ts'
import { loadTiers } from '../../sources/exchange/loadTiers.ts'
import type { ExchangeAsk, ExchangeFinal, TiersOfInstrument } from './protocol.ts'

type ListAsk = Extract<ExchangeAsk, { type: 'instruments' | 'tiers' }>

/** What a venue lists: its instruments, or its margin tiers of some of them. */
export async function answerList(ask: ListAsk, deps: ExchangeDeps): Promise<Result<ExchangeFinal, ExchangeTrouble>> {
  if (ask.type === 'instruments') {
    const listed = await listInstruments(ask.place, deps)
    return listed.ok ? ok({ type: 'instruments', symbols: listed.value }) : listed
  }
  const tables: TiersOfInstrument[] = []
  for (const { symbol, instrument } of ask.instruments) {
    const read = await loadTiers({ ...ask.place, symbol }, deps)
    if (!read.ok) return read
    tables.push({ ...read.value, instrument })
  }
  return ok({ type: 'tiers', tables })
}
