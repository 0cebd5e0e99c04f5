import { Decimal } from '../../engine/index.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import { causeWords } from './causeWords.ts'
import type { Chain, ChainShare, ChainWay, IncidentLeg, IncidentLook, PlainIncident } from './IncidentLook.ts'
import { words } from './words.ts'

export interface ChainBar {
  readonly id: string
  readonly label: string
  /** Price from which the bar is drawn, and to which. */
  readonly from: string
  readonly to: string
  readonly text: string
  readonly tone: 'level' | 'loss' | 'profit'
  readonly isResult: boolean
  /** Which share of the chain it is; of several small ones the first. */
  readonly part: number | undefined
}

export interface ChainLine {
  readonly id: string
  readonly tick: number
  readonly cause: string
  readonly surplus: string
  readonly price: string
  readonly after: string
}

export interface ChainStory {
  readonly leg: string
  readonly title: string
  readonly caption: string
  readonly sentences: readonly string[]
  readonly mark: string
  readonly markText: string
  /** The liq. price before, what moved it, and what it came to. */
  readonly bars: readonly ChainBar[]
  readonly lines: readonly ChainLine[]
}

/** More causes than this stand together as one bar. */
const MOST_BARS = 6

/** How a position's liq. price came to where it was: before, plus the shares, is after. */
export function chainStory(chain: Chain, leg: IncidentLeg, incident: PlainIncident, look: IncidentLook): ChainStory {
  const way = wayOf(chain)
  const write = writer(leg, look)
  const { base, priceKind } = leg
  return {
    leg: leg.leg,
    title: leg.role === 'culprit' ? words.drift.titleOwn(base, write.price(leg.mark)) : titleOf(leg, look),
    caption: words.drift.caption(base, priceKind),
    sentences: [...(incident.legs.length > 1 ? [words.drift.withThePool] : []), ...noneSentences(chain), way === undefined ? words.drift.noEnd(base) : meeting(leg, way, look)],
    mark: leg.mark,
    markText: words.drift.mark(priceKind, write.price(leg.mark)),
    bars: way === undefined ? [] : barsOf(way, leg, incident, look),
    lines: way === undefined ? [] : way.steps.map((step, i) => ({
      id: String(i),
      tick: step.tick,
      cause: `${causeWords(step.cause, { leg: leg.leg, surplus: step.surplus })}${step.count > 1 ? words.drift.times(step.count) : ''}`,
      surplus: step.surplus === undefined ? '' : look.format.money(step.surplus, { signed: true }),
      price: signed(write.price(step.price), step.price),
      after: write.level(step.after),
    })),
  }
}

/** The key under which a bar is explained: the liq. price before and after, and between them each share. */
export function barFigure({ id, part }: ChainBar, owner: { readonly twin: string; readonly seq: number; readonly leg: string }): string | undefined {
  if (id === 'before') return figureTag('incident.driftBefore', owner)
  if (id === 'after') return figureTag('incident.driftAfter', owner)
  return part === undefined ? undefined : figureTag(id === 'rest' ? 'incident.driftRest' : 'incident.driftPrice', { ...owner, part })
}

/** The stretch that ended in the liquidation. */
export function wayOf({ phases }: Chain): ChainWay | undefined {
  const last = phases.at(-1)
  return last?.type === 'price' ? last : undefined
}

function writer(leg: IncidentLeg, { format, tickSizeOf }: IncidentLook) {
  const tickSize = tickSizeOf(leg.instrument)
  return {
    price: (value: string): string => format.price(value, { tickSize }),
    // A liq. price is rounded against the trader, as everywhere.
    level: (value: string): string => format.price(value, { tickSize, rounding: leg.qty.startsWith('-') ? 'floor' : 'ceil' }),
  }
}

function barsOf(way: ChainWay, leg: IncidentLeg, { tick }: PlainIncident, look: IncidentLook): readonly ChainBar[] {
  const write = writer(leg, look)
  const told = way.shares.length > MOST_BARS ? way.shares.slice(0, MOST_BARS - 1) : way.shares
  const rest = way.shares.slice(told.length)
  let at = new Decimal(way.before)
  const bar = (id: string, label: string, share: Pick<ChainShare, 'price' | 'surplus'>, part: number | undefined): ChainBar => {
    const from = at
    at = at.plus(share.price)
    return { id, label, from: from.toFixed(), to: at.toFixed(), text: signed(write.price(share.price), share.price), tone: toneOf(share.price, leg), isResult: false, part }
  }
  return [
    { id: 'before', label: words.drift.at(leg.base, way.from.tick), from: '0', to: way.before, text: write.level(way.before), tone: 'level', isResult: false, part: undefined },
    ...told.map((share, i) => bar(String(i), causeWords(share.cause, { leg: leg.leg, surplus: share.surplus }), share, i)),
    ...(rest.length === 0 ? [] : [bar('rest', words.drift.smaller, { price: rest.reduce((sum, { price }) => sum.plus(price), new Decimal(0)).toFixed(), surplus: undefined }, told.length)]),
    { id: 'after', label: words.drift.at(leg.base, tick), from: '0', to: way.after, text: write.level(way.after), tone: 'level', isResult: true, part: undefined },
  ]
}

/** Toward the mark is a loss: up for a long, down for a short. */
function toneOf(price: string, leg: IncidentLeg): ChainBar['tone'] {
  if (new Decimal(price).isZero()) return 'level'
  return price.startsWith('-') === leg.qty.startsWith('-') ? 'loss' : 'profit'
}

function titleOf(leg: IncidentLeg, { format }: IncidentLook): string {
  if (leg.closed === undefined) return words.drift.titleSafe(leg.base, leg.priceKind)
  const pnl = new Decimal(leg.unrealizedPnl)
  if (pnl.isZero()) return words.drift.titleEven(leg.base)
  const amount = format.money(pnl.abs().toFixed())
  return pnl.gt(0) ? words.drift.titleProfit(leg.base, amount) : words.drift.titleLoss(leg.base, amount)
}

/** Spans without a liq. price. */
function noneSentences({ phases, base }: Chain): readonly string[] {
  return phases.flatMap((phase) => {
    if (phase.type === 'price') return []
    const why = phase.reason === 'hedged' ? words.drift.hedged : words.drift.covered
    return [words.drift.none(base, phase.from.tick, phase.to.tick, why)]
  })
}

/** A long's liq. price comes up to its mark, a short's comes down. One that stands still is met. */
function meeting(leg: IncidentLeg, way: ChainWay, { format }: IncidentLook): string {
  const isLong = !leg.qty.startsWith('-')
  const { base, priceKind } = leg
  const share = format.percent(new Decimal(leg.move).abs().toFixed())
  const toward = new Decimal(way.after).minus(way.before).times(isLong ? 1 : -1)
  if (toward.isZero()) return words.drift.stood(base, priceKind, isLong)
  if (toward.isNegative()) return words.drift.fled(base, priceKind, isLong)
  const isMet = new Decimal(leg.move).times(isLong ? -1 : 1).gt(0)
  if (isLong) return isMet ? words.drift.metFalling(base, priceKind, share) : words.drift.cameUp(base, priceKind)
  return isMet ? words.drift.metRising(base, priceKind, share) : words.drift.cameDown(base, priceKind)
}

function signed(text: string, amount: string): string {
  return new Decimal(amount).gt(0) ? `+${text}` : text
}
