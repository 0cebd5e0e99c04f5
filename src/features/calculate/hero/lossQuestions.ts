import type { CalculateQuestion } from '../../../store/CalculateActions.ts'
import type { CalcDocumentFile } from '../../../store/slices/CalculateState.ts'

/** The prices of the chart of losses. */
export interface LossAxis {
  readonly low: number
  readonly high: number
  /** Coins of an inverse contract make a curve. */
  readonly isCurved: boolean
}

/** From well beyond the liquidation price to a little past the entry, whichever side it is on. */
export function lossAxis(entry: number, liquidation: number, isCurved: boolean): LossAxis | undefined {
  const span = liquidation - entry
  if (!Number.isFinite(span) || span === 0 || entry <= 0) return undefined
  const beyond = Math.max(entry * 0.02, entry + span * 2.5)
  const past = entry - span * 0.6
  return { low: Math.min(beyond, past), high: Math.max(beyond, past), isCurved }
}

/** Stays where it is while trade and liquidation lie well inside of it: a ring that is dragged moves, not the axis under it. */
export function steadyAxis(before: LossAxis | undefined, fresh: LossAxis | undefined, entry: number, liquidation: number): LossAxis | undefined {
  if (before === undefined || fresh === undefined || before.isCurved !== fresh.isCurved) return fresh
  const place = (price: number): number => (price - before.low) / (before.high - before.low)
  const isInside = isWithin(place(entry), 0.08) && isWithin(place(liquidation), 0.2)
  return isInside && Math.abs(place(entry) - place(liquidation)) > 0.12 ? before : fresh
}

function isWithin(place: number, margin: number): boolean {
  return place > margin && place < 1 - margin
}

/** The prices that are asked, as decimal text. */
export function lossPrices({ low, high, isCurved }: LossAxis): readonly string[] {
  const count = isCurved ? 12 : 1
  return Array.from({ length: count + 1 }, (_, index) => plain(low + ((high - low) * index) / count))
}

/** What the trade has made at each price when it was opened with its fee and is not closed yet. */
export function lossQuestions(trade: Readonly<Record<string, unknown>>, axis: LossAxis): readonly CalculateQuestion[] {
  return lossPrices(axis).map((exitPrice, index) => ({ key: lossKey(index), document: { ...trade, calculator: 'pnl', exitPrice, exitFeeRate: '0' } satisfies CalcDocumentFile, isLater: true }))
}

export function lossKey(index: number): string {
  return `wall#loss${index}`
}

/** Seven digits are finer than a pixel. */
function plain(value: number): string {
  const decimals = Math.max(0, 6 - Math.floor(Math.log10(value)))
  return value.toFixed(Math.min(20, decimals))
}
