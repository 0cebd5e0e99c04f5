import { Decimal } from '../../engine/index.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { SIDES, type Draft, type DraftPatch, type OrderSide, type Preview, type Warning, type WarningOf } from './Preview.ts'
import { protectionNotes } from './protectionNotes.ts'
import { sizeText } from './sizeText.ts'
import type { TicketMarket } from './TicketMarket.ts'
import { words } from './words.ts'

export type NotePlace = 'leverage' | 'price' | 'size' | 'protection' | 'result'

/** Something worth knowing, beside what it is about, with its one-click remedy. */
export interface TicketNote {
  readonly key: string
  readonly place: NotePlace
  readonly tone: 'warn' | 'info'
  readonly text: string
  readonly fix?: NoteFix | undefined
}

export type NoteFix =
  | { readonly label: string; readonly patch: DraftPatch }
  /** Adds margin to the bucket of the draft. */
  | { readonly label: string; readonly fund: string }

export interface NoteContext {
  readonly draft: Draft
  readonly market: TicketMarket
  readonly format: Format
}

export type Scope = OrderSide | 'both'
interface Scoped { readonly warning: Warning; readonly scope: Scope }

/** The warnings of both sides in words; what is the same for both is said once. */
export function ticketNotes(preview: Preview, context: NoteContext): readonly TicketNote[] {
  const merged = mergedWarnings(preview)
  const single = merged.flatMap(({ warning, scope }) => noteOf(warning, scope, context) ?? [])
  return [...single, ...protectionNotes(preview, context), ...noLiquidationNotes(preview)]
}

function mergedWarnings(preview: Preview): readonly Scoped[] {
  const found = new Map<string, Scoped>()
  for (const side of SIDES) {
    for (const warning of preview[side].warnings) {
      const key = JSON.stringify(warning)
      found.set(key, { warning, scope: found.has(key) ? 'both' : side })
    }
  }
  return [...found.values()]
}

function noteOf(warning: Warning, scope: Scope, context: NoteContext): TicketNote | undefined {
  const { format } = context
  const key = `${warning.code}-${scope}`
  const price = (value: string): string => format.price(value, { tickSize: context.market.tickSize })
  switch (warning.code) {
    case 'insufficient-margin':
      return { key, place: 'size', tone: 'warn', ...insufficient(warning, scope, context) }
    case 'liquidated-on-fill':
      return {
        key, place: 'size', tone: 'warn',
        text: words.notes.liquidatedOnFill(scope, format.money(warning.equity), format.money(warning.maintenance)),
        fix: maximumFix(warning, context),
      }
    case 'leverage-above-limit':
      return {
        key, place: 'leverage', tone: 'warn',
        text: words.notes.leverageLimit(scope, format.leverage(warning.limit)),
        fix: { label: words.notes.lower(format.leverage(warning.limit)), patch: { leverage: warning.limit } },
      }
    case 'price-off-tick':
      return {
        key: `${key}-${warning.field}`, place: warning.field === 'takeProfit' || warning.field === 'stopLoss' ? 'protection' : 'price', tone: 'warn',
        text: words.notes.offTick(format.exact(warning.value), format.exact(warning.tickSize)),
        fix: { label: words.notes.set(price(warning.nearest)), patch: { [warning.field]: warning.nearest } },
      }
    case 'fills-at-once':
      return { key, place: 'price', tone: 'info', text: words.notes.fillsAtOnce(scope, price(warning.price), price(warning.last)) }
    case 'trails':
    case 'rests':
      return { key, place: 'price', tone: 'info', text: restsText(warning, scope, context) }
    case 'position-leverage-stays':
      return { key, place: 'leverage', tone: 'info', text: words.leverage.stays(scope, context.market.base, format.leverage(warning.leverage)) }
    case 'stop-beyond-liquidation':
    case 'take-profit-wrong-side':
    case 'stop-wrong-side':
      return undefined // protectionNotes sees both sides of these
  }
}

type Maximum = { readonly maxQty: string; readonly maxNotional: string }

function insufficient(
  warning: WarningOf<'insufficient-margin'>, scope: Scope, context: NoteContext,
): Pick<TicketNote, 'text' | 'fix'> {
  const missing = context.format.money(warning.missing, { rounding: 'ceil' })
  const { pool } = context.draft
  if (!pool.startsWith('bucket:')) {
    return { text: words.notes.insufficient(scope, missing, context.market.currency), fix: maximumFix(warning, context) }
  }
  return {
    text: words.notes.insufficientBucket(scope, pool.slice('bucket:'.length), missing, context.market.currency),
    fix: { label: words.notes.fund(missing), fund: new Decimal(warning.missing).toDecimalPlaces(context.format.moneyDecimals, Decimal.ROUND_CEIL).toFixed() },
  }
}

/** The largest size in the ticket's unit, when there is one. */
function maximumFix(most: Maximum, { draft, market, format }: NoteContext): NoteFix | undefined {
  if (new Decimal(most.maxQty).isZero()) return undefined
  return draft.sizeUnit === 'base'
    ? { label: words.notes.useMax(sizeText(format, most.maxQty, market, { hasUnit: true })), patch: { size: most.maxQty } }
    : { label: words.notes.useMax(`${format.money(most.maxNotional, { rounding: 'floor' })}\u00a0${market.quote}`), patch: { size: most.maxNotional } }
}

function restsText(warning: WarningOf<'rests' | 'trails'>, scope: Scope, { market, format }: NoteContext): string {
  const price = (value: string): string => format.price(value, { tickSize: market.tickSize })
  if (warning.code === 'trails') return words.notes.trails(scope, warning.by, price(warning.price), warning.activation === undefined ? undefined : price(warning.activation))
  const direction = new Decimal(warning.price).lt(warning.now) ? words.notes.falls : words.notes.rises
  const reserve = new Decimal(warning.reserve).isZero() ? '' : words.notes.reserve(format.money(warning.reserve))
  return words.notes.rests(scope, words.notes.way(warning.by, direction), price(warning.price), reserve)
}

/** Why a side has no liq. price, said where the price would stand. */
function noLiquidationNotes(preview: Preview): readonly TicketNote[] {
  const reasonOf = (side: OrderSide) => {
    const { liquidation } = preview[side]
    return liquidation?.type === 'none' ? liquidation.reason : undefined
  }
  const [buy, sell] = [reasonOf('buy'), reasonOf('sell')]
  const note = (reason: NonNullable<typeof buy>, scope: Scope): TicketNote => ({
    key: `no-liquidation-${scope}`, place: 'result', tone: 'info', text: words.notes.noLiquidation[reason](scope),
  })
  if (buy !== undefined && buy === sell) return [note(buy, 'both')]
  return [...(buy === undefined ? [] : [note(buy, 'buy')]), ...(sell === undefined ? [] : [note(sell, 'sell')])]
}
