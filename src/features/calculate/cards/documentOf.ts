import type { CalcDocumentFile, CalculateDesk, CalculateDraft, CalculateInputs } from '../../../store/slices/CalculateState.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { CalculateMarket } from '../CalculateMarket.ts'
import { fieldSpec, type FieldId } from '../fields/FieldSpec.ts'
import { readField } from '../fields/readField.ts'
import { words } from '../words.ts'
import { SHARED, type CardSpec } from './CardSpec.ts'
import { isGiven } from './swapField.ts'

/** What is typed, and what it is about. */
export interface CardContext {
  readonly inputs: CalculateInputs
  readonly market: CalculateMarket
  readonly format: Format
  /** Rules as a document names or states them; absent: those of the open scenario. */
  readonly rules: unknown
  /** Of those rules; absent until they are known. */
  readonly makerRate: string | undefined
}

/** Calculators whose entry may be a maker order. */
const WITH_FEES: ReadonlySet<string> = new Set(['pnl', 'target', 'liquidation', 'compare', 'wall', 'stop-size', 'max-size', 'break-even'])

/** A card as a document for the engine, and what is missing or wrong in it, by field. */
export interface CardQuestion {
  /** What is missing is left out: the engine gives what does not need it. Absent where something cannot be read. */
  readonly document: CalcDocumentFile | undefined
  readonly errors: Readonly<Record<string, string>>
}

/** Fields that may be below zero. */
const SIGNED: ReadonlySet<string> = new Set(['pnl', 'netPnl', 'roe', 'netRoe', 'priceMove', 'realized', 'fundingPaid', 'fundingRate', 'entryFeeRate', 'exitFeeRate', 'addMargin'])

export function draftOf(desk: Pick<CalculateDesk, 'drafts'>, spec: CardSpec): CalculateDraft {
  return desk.drafts[spec.id] ?? { fields: {}, asked: spec.start?.asked ?? [], wanted: spec.start?.wanted ?? [] }
}

/** Whether the field's text stands in the inputs over all cards. */
export function isShared(spec: CardSpec, field: FieldId): field is 'entryPrice' | 'wallet' | 'size' | 'leverage' {
  return SHARED.has(field) && spec.inputs.includes(field) && spec.own?.includes(field) !== true
}

/** What stands in a given field: as typed, or as it begins. */
export function fieldText(spec: CardSpec, draft: CalculateDraft, field: FieldId, inputs: CalculateInputs): string {
  return isShared(spec, field) ? inputs[field] : (draft.fields[field] ?? spec.begins[field] ?? '')
}

/** The document of a card: numbers as plain decimal text, in the engine's words. */
export function documentOf(spec: CardSpec, draft: CalculateDraft, context: CardContext): CardQuestion {
  const { inputs, market } = context
  const position = positionOf(spec, context)
  const errors: Record<string, string> = {}
  const missing: Record<string, string> = {}
  const values: Record<string, string> = {}
  for (const field of [...spec.inputs, ...spec.results]) {
    if (!isGiven(spec, draft, field)) continue
    const reading = readField(fieldText(spec, draft, field, inputs), { unit: fieldSpec(field).unit, format: context.format, market, isSigned: SIGNED.has(field) })
    if (reading.type === 'error') errors[field] = reading.message
    else if (reading.type === 'value') values[field] = reading.text
    else Object.assign(values, standIn(field, market, position) ?? leftOut(spec, field, missing))
  }
  const fills = spec.hasFills === true ? fillsOf(draft, context, errors) : []
  if (Object.keys(errors).length > 0) return { document: undefined, errors: { ...missing, ...errors } }
  const document: CalcDocumentFile = {
    schema: 1,
    calculator: spec.calculator,
    instrument: instrumentOf(market),
    side: inputs.side,
    mode: spec.mode,
    ...sceneOf(spec, context),
    ...(position === undefined ? {} : standing(position, context, { draft, spec })),
    ...solveOf(draft, values),
    ...values,
    ...(spec.hasFills === true ? { fills } : {}),
  }
  return { document, errors: missing }
}

/** The position that is open, where a card with a size is about it: nobody has typed another size, and it is on this side. */
export function positionOf(spec: CardSpec, { inputs, market: { position } }: Pick<CardContext, 'inputs' | 'market'>): CalculateMarket['position'] {
  const isAbout = spec.inputs.includes('size') && isShared(spec, 'size') && inputs.size.trim() === '' && position?.side === inputs.side
  return isAbout ? position : undefined
}

/** A position that is open already stands in its own place: its fee is paid, its margin is what is behind it. */
function standing({ leg, margin }: NonNullable<CalculateMarket['position']>, { market, inputs }: CardContext, { draft: { asked }, spec }: { readonly draft: CalculateDraft; readonly spec: CardSpec }): Readonly<Record<string, unknown>> {
  // Side by side every row has the margin that its leverage opens with.
  const isItsMargin = margin !== undefined && spec.rows === undefined && inputs.leverage.trim() === '' && !asked.includes('leverage') && !asked.includes('margin')
  return { without: [leg], ...(market.mark === undefined ? {} : { markPrice: market.mark }), ...(isItsMargin ? { margin } : {}) }
}

/** The leverage that the trade has: as typed, that of the open position, or the usual. */
export function ownLeverage(spec: CardSpec, context: Pick<CardContext, 'inputs' | 'market'>, typed: string): string {
  return typed.trim() === '' ? (positionOf(spec, context)?.leverage ?? '10') : typed
}

/** What an empty field stands for where the scenario says it: the open position, the mark, else a trade of a round value. */
function standIn(field: FieldId, { mark }: CalculateMarket, position: CalculateMarket['position']): Readonly<Record<string, string>> | undefined {
  if (field === 'leverage') return position === undefined ? undefined : { leverage: position.leverage }
  if (field === 'entryPrice') {
    const price = position?.entryPrice ?? mark
    return price === undefined ? undefined : { entryPrice: price }
  }
  if (field !== 'size') return undefined
  return position === undefined ? { quoteNotional: EXAMPLE_VALUE } : { size: position.size }
}

/** The value of a trade that nobody has sized yet, in the quote currency. */
export const EXAMPLE_VALUE = '20000'

function leftOut(spec: CardSpec, field: FieldId, missing: Record<string, string>): Readonly<Record<string, string>> {
  if (!spec.optional.includes(field)) missing[field] = words.errors.missing(fieldSpec(field).label)
  return {}
}

/** An input that is asked for by name, once what it follows from is typed; two are told apart by what is missing. */
function solveOf({ asked, wanted }: CalculateDraft, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [only, second] = asked
  const from = wanted[0]
  return only === undefined || second !== undefined || from === undefined || values[from] === undefined ? {} : { solve: only }
}

/** The instrument by its symbol where the scenario has it, else stated. */
function instrumentOf(market: CalculateMarket): unknown {
  const { symbol, type, base, quote, tickSize, qtyStep } = market
  return market.isOpen ? symbol : { symbol, type, base, quote, tickSize, ...(qtyStep === '' ? {} : { qtyStep }) }
}

/** Calculators that ask how much the account holds. */
const OF_WALLET: ReadonlySet<string> = new Set(['liquidation', 'max-size', 'stop-size', 'margin-for-liquidation', 'compare'])

/** Rules, fees, wallet and book as the bar over the cards has them. A contract settled in another currency has no account beside it. */
function sceneOf(spec: CardSpec, { inputs, market, format, rules, makerRate }: CardContext): Readonly<Record<string, unknown>> {
  const isAlone = inputs.book === 'none' || !market.sharesAccount
  const typed = readField(inputs.wallet, { unit: 'money', format, market })
  const wallet = typed.type === 'value' ? typed.text : isAlone ? market.walletBalance : undefined
  return {
    ...(rules === undefined ? {} : { rules }),
    ...(wallet !== undefined && OF_WALLET.has(spec.calculator) && !spec.inputs.includes('wallet') ? { wallet } : {}),
    ...(isAlone ? { positions: [] } : {}),
    ...(inputs.fee === 'maker' && makerRate !== undefined && WITH_FEES.has(spec.calculator) ? { entryFeeRate: makerRate } : {}),
  }
}

/** Every fill that is typed, price and size. */
function fillsOf(draft: CalculateDraft, { format, market }: CardContext, errors: Record<string, string>): readonly Readonly<Record<string, string>>[] {
  return fillRows(draft).flatMap((row) => {
    const [price, size] = (['price', 'size'] as const).map((part) => readField(draft.fields[fillKey(row, part)] ?? '', { unit: part, format, market }))
    if (price?.type === 'error') errors[fillKey(row, 'price')] = price.message
    if (size?.type === 'error') errors[fillKey(row, 'size')] = size.message
    if (price?.type !== 'value' || size?.type !== 'value') return []
    return [{ price: price.text, size: size.text }]
  })
}

export function fillKey(row: number, part: 'price' | 'size'): string {
  return `fill.${row}.${part}`
}

/** The rows that have something in them, in their order. */
export function fillRows(draft: CalculateDraft): readonly number[] {
  const rows = Object.keys(draft.fields).flatMap((key) => {
    const [kind, row] = key.split('.')
    return kind === 'fill' && row !== undefined ? [Number(row)] : []
  })
  return [...new Set(rows)].toSorted((a, b) => a - b)
}
