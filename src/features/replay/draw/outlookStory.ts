import type { Outlook } from '../../../store/DrawActions.ts'
import type { AccountKey } from '../../../ui/charts/accountNames.ts'
import { drawPanelWords as words } from './drawPanelWords.ts'

type TwinKey = keyof Outlook['twins']
type Liquidation = Outlook['twins'][TwinKey]['liquidations'][number]

/** In the order they are told and drawn. */
export const TOLD: readonly TwinKey[] = ['all-isolated', 'all-cross', 'as-set']
const KEYS: Readonly<Record<TwinKey, AccountKey>> = { 'all-isolated': 'iso', 'all-cross': 'cross', 'as-set': 'yours' }

/** What becomes of a leg in one twin. */
export function fateOf({ twins }: Outlook, twin: TwinKey, leg: string): { readonly type: 'open' | 'closed' } | { readonly type: 'liquidated'; readonly at: Liquidation } {
  const at = twins[twin].liquidations.find((each) => each.leg === leg)
  if (at !== undefined) return { type: 'liquidated', at }
  return { type: twins[twin].open.includes(leg) ? 'open' : 'closed' }
}

/** "SOL: isolated at bar 71; cross survives. ETH: …" in one line. */
export function outlookSentence(outlook: Outlook, baseOf: (instrument: string) => string): string {
  const { legs, tick, until } = outlook
  if (until === tick) return words.hint
  if (legs.length === 0) return words.empty
  const told = legs.flatMap(({ leg, instrument }) => {
    const fates = TOLD.map((twin) => ({ who: words.twins[twin], fate: fateOf(outlook, twin, leg) }))
    const lost = fates.flatMap(({ who, fate }) => (fate.type === 'liquidated' ? [words.liquidatedAt(who, fate.at.tick)] : []))
    if (lost.length === 0) return []
    const alive = fates.filter(({ fate }) => fate.type === 'open').map(({ who }) => who)
    return [`${baseOf(instrument)} ${[lost.join(', '), ...(alive.length === 0 ? [] : [words.survivors(alive)])].join('; ')}.`]
  })
  return told.length === 0 ? words.none(until) : told.join(' ')
}

/** A place on the line where one leg is liquidated, in however many accounts. */
export interface OutlookMark {
  readonly id: string
  readonly tick: number
  readonly bar: number
  readonly price: string
  readonly accounts: readonly AccountKey[]
}

/** The liquidations of one market on its line. */
export function outlookMarks({ twins }: Outlook, instrument: string): readonly OutlookMark[] {
  const marks = new Map<string, OutlookMark>()
  for (const twin of TOLD) {
    for (const each of twins[twin].liquidations) {
      if (each.instrument !== instrument) continue
      const id = `${each.leg}:${each.place.toFixed(3)}:${each.price}`
      const known = marks.get(id)
      marks.set(id, { id, tick: each.place, bar: each.tick, price: each.price, accounts: [...(known?.accounts ?? []), KEYS[twin]] })
    }
  }
  return [...marks.values()]
}
