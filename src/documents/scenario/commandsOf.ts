import { price, qty, quote, rate, type Command, type MarginTarget, type OrderSize, type PlaceOrder, type PositionSide, type Quote } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import type { CommandDocument, MarginDocument, PlaceOrderDocument, ProtectionDocument, TrailingDocument } from './CommandDocument.ts'
import { defaultLeg } from './defaultLeg.ts'
import type { PositionMode } from './Scenario.ts'

export interface CommandsReading {
  /** Without those that have problems. */
  readonly commands: readonly Command[]
  readonly problems: readonly Problem[]
}

/** Leverage of an order that states none. */
const DEFAULT_LEVERAGE = '10'

/**
 * Written commands as the engine's, with ids, legs and sides that were left out. What a venue would refuse (a limit order
 * without a price, a leverage above the limit) is not refused here: it is part of the experiment, and the run records it.
 */
export function commandsOf(documents: readonly CommandDocument[], mode: PositionMode, path: readonly PathKey[]): CommandsReading {
  const problems: Problem[] = []
  const ids = commandIds(documents, path, problems)
  const commands = documents.flatMap((document, index) => {
    const report: Report = (key, message) => problems.push({ path: [...path, index, key], message })
    const command = commandOf(document, { id: ids[index] ?? '', tick: document.tick ?? 0 }, { mode, report })
    return command === undefined ? [] : [command]
  })
  return { commands, problems }
}

type Report = (key: string, message: string) => void

interface Context {
  readonly mode: PositionMode
  readonly report: Report
}

interface Stamp {
  readonly id: string
  readonly tick: number
}

/** The stated ids, and for the rest c1, c2, … by place in the list, passing over what is taken. */
function commandIds(documents: readonly CommandDocument[], path: readonly PathKey[], problems: Problem[]): readonly string[] {
  const taken = new Set<string>()
  documents.forEach(({ id }, index) => {
    if (id === undefined) return
    if (taken.has(id)) problems.push({ path: [...path, index, 'id'], message: `another command is called ${JSON.stringify(id)} already` })
    taken.add(id)
  })
  return documents.map(({ id }, index) => {
    if (id !== undefined) return id
    let number = index + 1
    while (taken.has(`c${number}`)) number += 1
    taken.add(`c${number}`)
    return `c${number}`
  })
}

function commandOf(document: CommandDocument, stamp: Stamp, context: Context): Command | undefined {
  switch (document.type) {
    case 'place-order':
      return placeOrderOf(document, stamp, context)
    case 'cancel-order':
      return { ...stamp, type: document.type, orderId: document.orderId }
    case 'close-position':
      return closeOf(document.leg, document.share ?? '1', stamp, context.report)
    case 'reverse-position':
      return { ...stamp, type: document.type, leg: document.leg }
    case 'set-leverage':
      return { ...stamp, type: document.type, leg: document.leg, leverage: rate(document.leverage) }
    case 'add-margin':
    case 'remove-margin':
      return marginOf(document, stamp, context.report)
    case 'move-position':
      return { ...stamp, type: document.type, leg: document.leg, to: document.to }
    case 'set-protection':
      return protectionOf(document, stamp, context.report)
    case 'set-auto-margin':
      return { ...stamp, type: document.type, leg: document.leg, on: document.on, ...mostOf(document.upTo) }
    case 'deposit':
    case 'withdraw':
      return { ...stamp, type: document.type, amount: quote(document.amount) }
  }
}

function mostOf(upTo: string | undefined): { readonly upTo?: Quote } {
  return upTo === undefined ? {} : { upTo: quote(upTo) }
}

function closeOf(leg: string, shareText: string, stamp: Stamp, report: Report): Command | undefined {
  const share = rate(shareText)
  if (share.lte(1)) return { ...stamp, type: 'close-position', leg, share }
  report('share', `a share of at most 1 was expected, ${shareText} was given`)
  return undefined
}

function marginOf(document: MarginDocument, stamp: Stamp, report: Report): Command | undefined {
  const { leg, bucket } = document
  const amount = quote(document.amount)
  const target: MarginTarget | undefined =
    leg !== undefined && bucket === undefined
      ? { type: 'leg', leg }
      : bucket !== undefined && leg === undefined
        ? { type: 'bucket', name: bucket }
        : undefined
  if (target === undefined) {
    report('leg', 'one of leg and bucket was expected')
    return undefined
  }
  if (document.type === 'add-margin') return { ...stamp, type: 'add-margin', to: target, amount }
  return { ...stamp, type: 'remove-margin', from: target, amount }
}

function placeOrderOf(document: PlaceOrderDocument, stamp: Stamp, { mode, report }: Context): Command | undefined {
  const size = sizeOf(document)
  if (size === undefined) {
    report('qty', 'one of qty and notional was expected')
    return undefined
  }
  const positionSide = document.positionSide ?? sideOf(document, mode)
  const trailing = trailingOf(document.trailing, report)
  if (trailing === 'unclear') return undefined
  return {
    ...stamp,
    type: 'place-order',
    leg: document.leg ?? defaultLeg(document, positionSide),
    instrument: document.instrument,
    pool: document.pool,
    side: document.side,
    positionSide,
    size,
    orderType: document.orderType ?? 'market',
    price: document.price === undefined ? undefined : price(document.price),
    ...(document.limitPrice === undefined ? {} : { limitPrice: price(document.limitPrice) }),
    ...(trailing === undefined ? {} : { trailing }),
    reduceOnly: document.reduceOnly ?? false,
    leverage: rate(document.leverage ?? DEFAULT_LEVERAGE),
    ...protection(document),
  }
}

function protectionOf(document: ProtectionDocument, stamp: Stamp, report: Report): Command | undefined {
  const trailing = trailingOf(document.trailing, report)
  if (trailing === 'unclear') return undefined
  return { ...stamp, type: document.type, leg: document.leg, ...protection(document), ...(trailing === undefined ? {} : { trailing }) }
}

type Trailing = NonNullable<PlaceOrder['trailing']>

/** Absent where none was asked for. */
function trailingOf(document: TrailingDocument | undefined, report: Report): Trailing | undefined | 'unclear' {
  if (document === undefined) return undefined
  const { rate: share, distance, activation } = document
  const follows = activation === undefined ? {} : { activation: price(activation) }
  if (share !== undefined && distance === undefined) {
    if (rate(share).lt(1)) return { callback: { unit: 'rate', rate: rate(share) }, ...follows }
    report('trailing', `a rate below 1 was expected, ${share} was given`)
  } else if (distance !== undefined && share === undefined) return { callback: { unit: 'distance', distance: price(distance) }, ...follows }
  else report('trailing', 'one of rate and distance was expected')
  return 'unclear'
}

function sizeOf({ qty: base, notional }: PlaceOrderDocument): OrderSize | undefined {
  if (base !== undefined && notional === undefined) return { unit: 'base', qty: qty(base) }
  return notional !== undefined && base === undefined ? { unit: 'quote', notional: quote(notional) } : undefined
}

/** In hedge mode a buy opens a long or reduces a short. */
function sideOf({ side, reduceOnly }: PlaceOrderDocument, mode: PositionMode): PositionSide {
  if (mode === 'one-way') return 'both'
  return (side === 'buy') === (reduceOnly !== true) ? 'long' : 'short'
}

function protection(document: Pick<ProtectionDocument, 'takeProfit' | 'stopLoss' | 'triggerBy'>) {
  return {
    takeProfit: document.takeProfit === undefined ? undefined : price(document.takeProfit),
    stopLoss: document.stopLoss === undefined ? undefined : price(document.stopLoss),
    ...(document.triggerBy === undefined ? {} : { triggerBy: document.triggerBy }),
  }
}
