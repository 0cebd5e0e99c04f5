import { Decimal } from '../../../engine/index.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { SaidFigure } from '../../../ui/primitives/FigureWords.tsx'
import { causeWords } from '../causeWords.ts'
import { wayOf } from '../chainStory.ts'
import type { Chain, IncidentLeg, IncidentLook, PlainIncident } from '../IncidentLook.ts'
import { words } from '../words.ts'
import { reportWords } from './reportWords.ts'

export interface ShareLine {
  readonly id: string
  readonly cause: string
  readonly surplus: string
  readonly price: string
}

export interface LegStory {
  readonly leg: string
  readonly sentences: readonly string[]
  /** The price it began at and the one it came to, with all shares between: they sum. */
  readonly table: { readonly caption: string; readonly from: ShareLine; readonly lines: readonly ShareLine[]; readonly to: ShareLine } | undefined
}

/** Decimals written beyond those of the tick, so that the written shares add up as well. */
const MOST_DECIMALS = 12

/** What is told of one position beside the bars: computed sentences, and the table that sums. */
export function legStory(chain: Chain, leg: IncidentLeg, look: IncidentLook): LegStory {
  const tickSize = look.tickSizeOf(leg.instrument)
  const price = (value: string): string => look.format.price(value, { tickSize })
  // A liq. price is rounded against the trader, as everywhere.
  const level = (value: string): string => look.format.price(value, { tickSize, rounding: leg.qty.startsWith('-') ? 'floor' : 'ceil' })
  const opened = reportWords.opened(words.position(leg.base, !leg.qty.startsWith('-')), chain.opened.tick, price(leg.entryPrice))
  const way = wayOf(chain)
  if (way === undefined) return { leg: leg.leg, sentences: [opened], table: undefined }
  const rounding = leg.qty.startsWith('-') ? 'floor' : 'ceil'
  const written = stepThatAddsUp({ before: way.before, shares: way.shares.map((share) => share.price), after: way.after }, tickSize, rounding)
  const exact = (value: string): string => look.format.price(value, { tickSize: written })
  const end = (value: string): string => look.format.price(value, { tickSize: written, rounding })
  const [largest] = way.shares
  const moved = way.before === way.after ? reportWords.stayed(level(way.after)) : reportWords.way(level(way.before), level(way.after))
  const mostly = largest === undefined || way.shares.length < 2 ? [] : [reportWords.mostly(causeWords(largest.cause, { leg: leg.leg, surplus: largest.surplus }), signed(price(largest.price), largest.price))]
  return {
    leg: leg.leg,
    sentences: [opened, moved, ...mostly],
    table: way.shares.length === 0 ? undefined : {
      caption: reportWords.sharesCaption(leg.base),
      from: { id: 'from', cause: reportWords.from(way.from.tick), surplus: '', price: end(way.before) },
      lines: way.shares.map((share, i) => ({
        id: String(i),
        cause: causeWords(share.cause, { leg: leg.leg, surplus: share.surplus }),
        surplus: share.surplus === undefined ? '' : look.format.money(share.surplus, { signed: true }),
        price: signed(exact(share.price), share.price),
      })),
      to: { id: 'to', cause: reportWords.to(way.to.tick), surplus: '', price: end(way.after) },
    },
  }
}

/** The figures that its sentences name, as they write them, with the keys under which they are explained. */
export function legFigures(chain: Chain, leg: IncidentLeg, look: IncidentLook, { twin, seq }: PlainIncident): readonly SaidFigure[] {
  const tickSize = look.tickSizeOf(leg.instrument)
  const rounding = leg.qty.startsWith('-') ? 'floor' : 'ceil'
  const owner = { twin, seq, leg: leg.leg }
  const way = wayOf(chain)
  const [largest] = way?.shares ?? []
  return [
    { text: look.format.price(leg.entryPrice, { tickSize }), figure: figureTag('incident.entryPrice', owner) },
    ...(way === undefined ? [] : [
      { text: look.format.price(way.before, { tickSize, rounding }), figure: figureTag('incident.driftBefore', owner) },
      { text: look.format.price(way.after, { tickSize, rounding }), figure: figureTag('incident.driftAfter', owner) },
    ]),
    ...(largest === undefined ? [] : [{ text: signed(look.format.price(largest.price, { tickSize }), largest.price), figure: figureTag('incident.driftPrice', { ...owner, part: 0 }) }]),
  ]
}

/** The coarsest step, of the tick or finer, at which the price before and the shares, as written, make the price after. */
export function stepThatAddsUp(way: { readonly before: string; readonly shares: readonly string[]; readonly after: string }, tickSize: string | undefined, rounding: 'floor' | 'ceil'): string {
  const side = rounding === 'floor' ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL
  const first = Math.max(0, new Decimal(tickSize ?? '0.01').decimalPlaces())
  for (let decimals = first; decimals < MOST_DECIMALS; decimals += 1) {
    const sum = way.shares.reduce((total, amount) => total.plus(new Decimal(amount).toDecimalPlaces(decimals)), new Decimal(way.before).toDecimalPlaces(decimals, side))
    if (sum.eq(new Decimal(way.after).toDecimalPlaces(decimals, side))) return new Decimal(10).pow(-decimals).toFixed()
  }
  return new Decimal(10).pow(-MOST_DECIMALS).toFixed()
}

function signed(text: string, amount: string): string {
  return new Decimal(amount).gt(0) ? `+${text}` : text
}
