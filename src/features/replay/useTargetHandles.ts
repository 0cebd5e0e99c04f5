import { useContext, useMemo } from 'react'
import { asQty, Decimal, price as priceOf, qty, valueOf } from '../../engine/index.ts'
import { protectionCommand } from '../../store/selectors/protectionCommand.ts'
import { selectMarketStrip } from '../../store/selectors/selectMarketStrip.ts'
import { selectPositionRows } from '../../store/selectors/selectPositionRows.ts'
import type { OpenPositionRow } from '../../store/selectors/rows/PositionRow.ts'
import { AppStoreContext, useAppStore } from '../../store/useAppStore.ts'
import type { HandleWords, PriceHandle } from '../../ui/charts/PriceHandle.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import type { Format } from '../../ui/format/createFormat.ts'
import { useToast } from '../../ui/primitives/Toasts.tsx'
import { targetWords } from './targetWords.ts'

type Target = 'takeProfit' | 'stopLoss'

/** What the handles know of a position. */
export type TargetRow = Pick<OpenPositionRow, 'leg' | 'isLong' | 'isInverse' | 'qty' | 'entryPrice' | 'mark' | 'takeProfit' | 'stopLoss' | 'liquidation'>

interface TargetContext {
  readonly row: TargetRow
  readonly tickSize: string
  readonly format: Format
  readonly apply: (target: Target, price: string) => void
}

const NONE: readonly PriceHandle[] = []

/** Handles for the take profit and the stop loss of the selected position, and a grip at its entry for what it does not have. */
export function useTargetHandles(): readonly PriceHandle[] {
  const rows = useAppStore(selectPositionRows)
  const selected = useAppStore((state) => state.selection.leg)
  const instrument = useAppStore((state) => selectMarketStrip(state)?.instrument)
  const tickSize = useAppStore((state) => selectMarketStrip(state)?.tickSize)
  const isPlaying = useAppStore((state) => state.playback.isPlaying)
  const store = useContext(AppStoreContext)
  const format = useFormat()
  const toast = useToast()
  const here = rows.filter((row): row is OpenPositionRow => row.type === 'open' && row.twin === 'as-set' && row.instrument === instrument)
  const row = here.find(({ leg }) => leg === selected) ?? here[0]
  return useMemo(() => {
    if (row === undefined || tickSize === undefined || store === undefined || isPlaying) return NONE
    const apply = async (target: Target, price: string): Promise<void> => {
      const { give, undo } = store.getState().actions
      if (!(await give({ ...protectionCommand(row), [target]: price }))) return
      toast({ message: targetWords.done(target, format.price(price, { tickSize })), action: { label: targetWords.undo, onAction: () => void undo() } })
    }
    return targetHandles({ row, tickSize, format, apply: (target, price) => void apply(target, price) })
  }, [row, tickSize, store, isPlaying, format, toast])
}

/** The handles of one position. */
export function targetHandles(context: TargetContext): readonly PriceHandle[] {
  const { row } = context
  const set = (['takeProfit', 'stopLoss'] as const).flatMap((target) => {
    const price = row[target]
    return price === undefined ? [] : [handleOf(context, { id: target, name: targetWords.name[target], short: targetWords.short[target], price, targetAt: () => target })]
  })
  if (set.length === 2) return set
  const missing = row.takeProfit !== undefined ? 'stopLoss' : row.stopLoss !== undefined ? 'takeProfit' : undefined
  const grip = { id: 'new', name: targetWords.add[missing ?? 'either'], short: targetWords.short[missing ?? 'either'], price: row.entryPrice, targetAt: (price: string) => missing ?? sideTarget(row, price) }
  return [...set, handleOf(context, grip)]
}

/** On the winning side of the mark it is a take profit, on the other a stop loss. */
function sideTarget(row: TargetRow, price: string): Target {
  return new Decimal(price).gt(row.mark) === row.isLong ? 'takeProfit' : 'stopLoss'
}

interface HandleSource {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly price: string
  readonly targetAt: (price: string) => Target
}

function handleOf({ row, tickSize, format, apply }: TargetContext, { id, name, short, price, targetAt }: HandleSource): PriceHandle {
  const onTick = (at: number, steps = 0): Decimal => {
    const nearest = new Decimal(String(at)).div(tickSize).toDecimalPlaces(0).plus(steps).times(tickSize)
    return Decimal.max(nearest, tickSize)
  }
  return {
    id,
    name,
    short,
    price: Number(price),
    hasLine: id !== 'new',
    tone: id === 'new' ? 'plain' : id === 'takeProfit' ? 'profit' : 'loss',
    snap: (at, steps) => Number(onTick(at, steps).toFixed()),
    describe: (at) => (id === 'new' && at === Number(price) ? { text: format.price(price, { tickSize }), note: targetWords.how } : describe({ row, tickSize, format }, targetAt(onTick(at).toFixed()), onTick(at).toFixed())),
    apply: (at) => apply(targetAt(onTick(at).toFixed()), onTick(at).toFixed()),
  }
}

function describe({ row, tickSize, format }: Omit<TargetContext, 'apply'>, target: Target, price: string): HandleWords {
  return {
    text: `${targetWords.name[target]} ${format.price(price, { tickSize })}`,
    note: targetWords.pnl(format.money(pnlAt(row, price), { signed: true })),
    warning: warningOf({ row, tickSize, format }, target, price),
  }
}

/** What the position would have earned at a price, fees aside: its value there less its value at entry. */
export function pnlAt({ qty: size, entryPrice, isInverse }: Pick<OpenPositionRow, 'qty' | 'entryPrice' | 'isInverse'>, price: string): string {
  const holding = { type: isInverse ? 'inverse' : 'linear', qty: asQty(qty(size)) } as const
  return valueOf(holding, priceOf(price)).minus(valueOf(holding, priceOf(entryPrice))).toFixed()
}

/** A stop that the liquidation comes before, or a target that would fire at once. */
function warningOf({ row, tickSize, format }: Omit<TargetContext, 'apply'>, target: Target, price: string): string | undefined {
  const at = new Decimal(price)
  const isAbove = at.gte(row.mark)
  if (isAbove !== (row.isLong === (target === 'takeProfit'))) return targetWords.atOnce
  const { liquidation } = row
  if (target !== 'stopLoss' || liquidation.type !== 'price') return undefined
  const isBeyond = row.isLong ? at.lte(liquidation.price) : at.gte(liquidation.price)
  return isBeyond ? targetWords.beyond(format.price(liquidation.price, { tickSize })) : undefined
}
