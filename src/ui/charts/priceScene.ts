import type { SaidFigure } from '../primitives/FigureWords.tsx'
import type { AccountKey } from './accountNames.ts'
import type { PriceBar } from './aggregateBars.ts'
import { niceTicks, type NiceTicks } from './niceTicks.ts'
import type { PriceHandle } from './PriceHandle.ts'

export type PriceLevel = {
  readonly id: string
  readonly account: AccountKey
  readonly kind: 'entry' | 'liquidation' | 'bankruptcy'
  /** Its history: a polyline, two points at one tick for a step, ending where the position ended or at the cursor. */
  readonly points: readonly { readonly tick: number; readonly price: number }[]
  /** "Entry 150.00", "liq. 114.21, sinking to 111.22". The account's letter is added. */
  readonly label?: string | undefined
  /** Figures in the label, and the level as it stands. */
  readonly figures?: readonly SaidFigure[] | undefined
  readonly figure?: string | undefined
}

export type PriceFill = { readonly id: string; readonly tick: number; readonly price: number; readonly side: 'buy' | 'sell'; readonly label: string }

/** A liquidation: ✕ with its words, "closed at 110.89". */
export type PriceMark = { readonly id: string; readonly tick: number; readonly price: number; readonly account: AccountKey; readonly label: string; readonly figures?: readonly SaidFigure[] | undefined }

/** Another price of the market, one entry a bar: "Last price". */
export type TriggerLine = {
  readonly name: string
  readonly bars: readonly { readonly tick: number; readonly low: number; readonly high: number; readonly close: number }[]
}

/** Its line: through the closes, and out to the extremes of bars that went further. */
export function triggerPoints({ bars }: TriggerLine): PriceLevel['points'] {
  return bars.flatMap(({ tick, low, high, close }) => [low, high, close].filter((price, i, all) => i === 2 || price !== all[2]).map((price) => ({ tick, price })))
}

export type LastPrice = { readonly text: string; readonly note?: string; readonly change?: string; readonly tone?: 'profit' | 'loss'; readonly figure?: string; readonly changeFigure?: string }

/** Room for a grip to be moved, either way. */
const ROOM = 0.015

/** Handles stretch the axis as levels do; a grip without a line of its own asks for room on both sides. */
export function handleLevels(handles: readonly PriceHandle[] = []): readonly PriceLevel[] {
  return handles.map(({ id, price, hasLine }) => {
    const prices = hasLine ? [price] : [price * (1 - ROOM), price * (1 + ROOM)]
    return { id, account: 'yours', kind: 'entry', points: prices.map((each) => ({ tick: 0, price: each })) }
  })
}

export type PriceScene = {
  readonly axis: NiceTicks
  /** Levels too far away to be drawn without flattening the price, by the edge they lie beyond. */
  readonly above: readonly PriceLevel[]
  readonly below: readonly PriceLevel[]
}

/** Levels within this share of the price's own span stretch the axis; others are named at its edge. */
const STRETCH = 0.75
const LEAST_SPAN = 0.04

/** The prices of the market all fit in; levels as far as they leave room for them. */
export function priceScene(bars: readonly Pick<PriceBar, 'low' | 'high'>[], levels: readonly PriceLevel[], count: number): PriceScene {
  let least = Infinity
  let most = -Infinity
  for (const bar of bars) {
    least = Math.min(least, bar.low)
    most = Math.max(most, bar.high)
  }
  if (least > most) return { axis: niceTicks(0, 1, count), above: [], below: [] }
  const middle = (least + most) / 2
  const span = Math.max(most - least, Math.abs(middle) * LEAST_SPAN)
  const limits = [middle - span / 2 - span * STRETCH, middle + span / 2 + span * STRETCH] as const
  const above: PriceLevel[] = []
  const below: PriceLevel[] = []
  for (const level of levels) {
    const last = level.points.at(-1)
    if (last === undefined) continue
    if (last.price > limits[1]) above.push(level)
    else if (last.price < limits[0]) below.push(level)
    for (const { price } of level.points) {
      if (price < limits[0] || price > limits[1]) continue
      least = Math.min(least, price)
      most = Math.max(most, price)
    }
  }
  return { axis: niceTicks(least, most, count), above, below }
}
