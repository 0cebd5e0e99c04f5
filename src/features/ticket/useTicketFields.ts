import type { TypedNumber } from '../../ui/format/parseTyped.ts'
import type { Preview } from './Preview.ts'
import { commonMaximum, shareOfSize, sizeOfShare } from './sizeShare.ts'
import { nudgeOf, shownStep } from './sizeStep.ts'
import { sizeText } from './sizeText.ts'
import type { Ticket } from './useTicket.ts'
import { positiveOnly, useTypedNumber, type TypedField, type TypedReading } from './useTypedNumber.ts'

export interface TicketFields {
  readonly price: TypedField
  readonly limitPrice: TypedField
  readonly callback: TypedField
  readonly activation: TypedField
  readonly size: TypedField
  readonly takeProfit: TypedField
  readonly stopLoss: TypedField
  readonly hasErrors: boolean
  /** The size with its unit. */
  readonly sizeText: string
  /** What an arrow key adds to the size. */
  readonly nudge: string
  /** Share of the maximum the size is, in percent. */
  readonly percent: number
  readonly setPercent: (percent: number) => void
  /** Largest size of each side, written; absent while no price makes one. */
  readonly maximum: { readonly long: string; readonly short: string } | undefined
}

/** What is typed into the ticket, and what it means. */
export function useTicketFields({ draft, preview, market, format, set }: Ticket): TicketFields {
  const isBase = draft.sizeUnit === 'base'
  const most = { buy: maximumOf(preview?.buy, isBase), sell: maximumOf(preview?.sell, isBase) }
  const maximum = commonMaximum(most.buy, most.sell)
  const step = isBase ? shownStep(maximum, market.qtyStep) : '0.01'
  const sizeOnly = (typed: Extract<TypedNumber, { ok: true }>): TypedReading => {
    if (typed.suffix !== '%' || typed.value.startsWith('-')) return positiveOnly(typed)
    return { value: sizeOfShare(maximum, Number(typed.value), step) }
  }
  const price = useTypedNumber({ value: draft.price, onValue: (value) => set({ price: value }) })
  const limitPrice = useTypedNumber({ value: draft.limitPrice ?? '', onValue: (value) => set({ limitPrice: value }) })
  const callback = useTypedNumber({ value: draft.callback ?? '', onValue: (value) => set({ callback: value }), accept: (typed) => (typed.suffix === '%' && draft.callbackUnit !== 'distance' ? { value: typed.value } : positiveOnly(typed)) })
  const activation = useTypedNumber({ value: draft.activation ?? '', onValue: (value) => set({ activation: value }) })
  const size = useTypedNumber({ value: draft.size, onValue: (value) => set({ size: value }), accept: sizeOnly })
  const takeProfit = useTypedNumber({ value: draft.takeProfit, onValue: (value) => set({ takeProfit: value }) })
  const stopLoss = useTypedNumber({ value: draft.stopLoss, onValue: (value) => set({ stopLoss: value }) })
  const write = (size: string): string =>
    isBase ? sizeText(format, size, market, { hasUnit: false }) : format.money(size, { rounding: 'floor' })
  // A stop holds nothing back, so its maximum can be any number; it stands in a label, where it may be abbreviated.
  const brief = (size: string): string => (size.split('.')[0]?.length ?? 0) > 6 ? format.compact(size) : write(size)
  // Two of them share the width of one: of a hundred and more, hundredths are enough.
  const isWide = isBase && most.buy !== most.sell
  const hundredth = Number(market.qtyStep) > 0.01 ? market.qtyStep : '0.01'
  const shared = (size: string): string => (isWide && /^\d{3,6}(\.|$)/.test(size) ? format.quantity(size, { stepSize: hundredth }) : brief(size))
  const isOff = (field: TypedField): boolean => field.error !== undefined
  return {
    price, limitPrice, callback, activation, size, takeProfit, stopLoss,
    hasErrors: [size, takeProfit, stopLoss, ...levelsOf(draft.orderType, { price, limitPrice, callback, activation })].some(isOff),
    sizeText: `${write(draft.size === '' ? '0' : draft.size)}\u00a0${isBase ? market.sizeUnit : market.quote}`,
    nudge: nudgeOf(maximum, step),
    percent: shareOfSize(maximum, draft.size),
    setPercent: (percent) => set({ size: percent === 0 ? '' : sizeOfShare(maximum, percent, step) }),
    maximum: preview === undefined || isOffTick(preview) ? undefined : { long: shared(most.buy), short: shared(most.sell) },
  }
}

type LevelFields = Pick<TicketFields, 'price' | 'limitPrice' | 'callback' | 'activation'>

/** The fields that say what an order of a type waits for. */
function levelsOf(type: Ticket['draft']['orderType'], { price, limitPrice, callback, activation }: LevelFields): readonly TypedField[] {
  if (type === 'market') return []
  if (type === 'trailing-stop') return [callback, activation]
  return type === 'stop-limit' ? [price, limitPrice] : [price]
}

function maximumOf(side: { readonly maxQty: string; readonly maxNotional: string } | undefined, isBase: boolean): string {
  return (isBase ? side?.maxQty : side?.maxNotional) ?? '0'
}

/** No order at a price between two ticks has a size. */
function isOffTick({ buy }: Preview): boolean {
  return buy.warnings.some((warning) => warning.code === 'price-off-tick')
}
