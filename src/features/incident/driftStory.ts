import { Decimal } from '../../engine/index.ts'
import type { Drift, IncidentLeg, IncidentLook } from './IncidentLook.ts'
import { words } from './words.ts'

export interface DriftBar {
  readonly id: string
  readonly label: string
  /** Price from which the bar is drawn, and to which. */
  readonly from: string
  readonly to: string
  readonly text: string
  readonly tone: 'level' | 'loss' | 'profit'
  readonly isResult: boolean
}

export interface DriftStory {
  readonly title: string
  readonly caption: string
  readonly sentences: readonly string[]
  readonly mark: string
  readonly markText: string
  /** The liq. price before, what moved it, and what it came to. */
  readonly bars: readonly DriftBar[]
}

/** Why a bystander's liq. price came to its mark: before, plus the parts, is after. */
export function driftStory(drift: Drift, leg: IncidentLeg, incidentTick: number, look: IncidentLook): DriftStory {
  const price = (value: string): string => look.format.price(value, { tickSize: look.tickSizeOf(drift.instrument) })
  const { base } = leg
  // A liq. price is rounded against the trader, as everywhere.
  const level = (value: string): string =>
    look.format.price(value, { tickSize: look.tickSizeOf(drift.instrument), rounding: leg.qty.startsWith('-') ? 'floor' : 'ceil' })
  let at = new Decimal(drift.before)
  const parts = drift.parts.toSorted(byEffect).map((part): DriftBar => {
    const from = at
    at = at.plus(part.price)
    return {
      id: part.cause.type === 'leg' ? part.cause.leg : part.cause.type,
      label: causeLabel(part, base),
      from: from.toFixed(),
      to: at.toFixed(),
      text: signed(price(part.price), part.price),
      tone: new Decimal(part.surplus).lt(0) ? 'loss' : 'profit',
      isResult: false,
    }
  })
  return {
    title: titleOf(leg, look),
    caption: words.drift.caption(base, leg.priceKind),
    sentences: [words.drift.withThePool, meeting(leg, look)],
    mark: drift.mark,
    markText: words.drift.mark(leg.priceKind, price(drift.mark)),
    bars: [
      { id: 'before', label: words.drift.at(base, drift.fromTick), from: '0', to: drift.before, text: level(drift.before), tone: 'level', isResult: false },
      ...parts,
      { id: 'after', label: words.drift.at(base, incidentTick), from: '0', to: drift.after, text: level(drift.after), tone: 'level', isResult: true },
    ],
  }
}

/** The largest first. */
function byEffect(a: Drift['parts'][number], b: Drift['parts'][number]): number {
  return new Decimal(b.price).abs().comparedTo(new Decimal(a.price).abs())
}

function titleOf(leg: IncidentLeg, { format }: IncidentLook): string {
  if (leg.closed === undefined) return words.drift.titleSafe(leg.base, leg.priceKind)
  const pnl = new Decimal(leg.unrealizedPnl)
  if (pnl.isZero()) return words.drift.titleEven(leg.base)
  const amount = format.money(pnl.abs().toFixed())
  return pnl.gt(0) ? words.drift.titleProfit(leg.base, amount) : words.drift.titleLoss(leg.base, amount)
}

/** A long's liq. price comes up to its mark, a short's comes down. */
function meeting(leg: IncidentLeg, { format }: IncidentLook): string {
  const isLong = !leg.qty.startsWith('-')
  const move = new Decimal(leg.move)
  const share = format.percent(move.abs().toFixed())
  if (isLong) return move.lt(0) ? words.drift.metFalling(leg.base, leg.priceKind, share) : words.drift.cameUp(leg.base, leg.priceKind)
  return move.gt(0) ? words.drift.metRising(leg.base, leg.priceKind, share) : words.drift.cameDown(leg.base, leg.priceKind)
}

function causeLabel({ cause, surplus }: Drift['parts'][number], base: string): string {
  if (cause.type === 'own-costs') return words.drift.ownCosts(base)
  if (cause.type === 'cash') return words.drift.cash
  return new Decimal(surplus).lt(0) ? words.drift.loss(cause.base) : words.drift.gain(cause.base)
}

function signed(text: string, amount: string): string {
  return new Decimal(amount).gt(0) ? `+${text}` : text
}
