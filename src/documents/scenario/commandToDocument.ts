import type { Command } from '../../engine/index.ts'
import type { CommandDocument, MarginDocument, PlaceOrderDocument, TrailingDocument } from './CommandDocument.ts'

type MarginCommand = Extract<Command, { type: 'add-margin' | 'remove-margin' }>
type PlaceOrderCommand = Extract<Command, { type: 'place-order' }>

/** A command as a document writes it, keys in the order in which one reads it. */
export function commandToDocument(command: Command): CommandDocument {
  const stamp = { id: command.id, tick: command.tick }
  switch (command.type) {
    case 'place-order':
      return { ...stamp, ...placeOrderDocument(command) }
    case 'cancel-order':
      return { ...stamp, type: command.type, orderId: command.orderId }
    case 'close-position':
      return { ...stamp, type: command.type, leg: command.leg, share: command.share.toFixed() }
    case 'reverse-position':
      return { ...stamp, type: command.type, leg: command.leg }
    case 'set-leverage':
      return { ...stamp, type: command.type, leg: command.leg, leverage: command.leverage.toFixed() }
    case 'add-margin':
    case 'remove-margin':
      return { ...stamp, ...marginDocument(command) }
    case 'move-position':
      return { ...stamp, type: command.type, leg: command.leg, to: command.to }
    case 'set-protection':
      return { ...stamp, type: command.type, leg: command.leg, ...protection(command), ...trailingDocument(command.trailing) }
    case 'set-auto-margin':
      return { ...stamp, type: command.type, leg: command.leg, on: command.on, ...(command.upTo === undefined ? {} : { upTo: command.upTo.toFixed() }) }
    case 'deposit':
    case 'withdraw':
      return { ...stamp, type: command.type, amount: command.amount.toFixed() }
  }
}

function placeOrderDocument(command: PlaceOrderCommand): PlaceOrderDocument {
  const { size } = command
  return {
    type: command.type,
    leg: command.leg,
    instrument: command.instrument,
    pool: command.pool,
    side: command.side,
    positionSide: command.positionSide,
    ...(size.unit === 'base' ? { qty: size.qty.toFixed() } : { notional: size.notional.toFixed() }),
    orderType: command.orderType,
    price: command.price?.toFixed(),
    ...(command.limitPrice === undefined ? {} : { limitPrice: command.limitPrice.toFixed() }),
    ...trailingDocument(command.trailing),
    reduceOnly: command.reduceOnly,
    leverage: command.leverage.toFixed(),
    ...protection(command),
  }
}

function trailingDocument(trailing: PlaceOrderCommand['trailing']): { readonly trailing?: TrailingDocument } {
  if (trailing === undefined) return {}
  const { callback, activation } = trailing
  const width = callback.unit === 'rate' ? { rate: callback.rate.toFixed() } : { distance: callback.distance.toFixed() }
  return { trailing: { ...width, ...(activation === undefined ? {} : { activation: activation.toFixed() }) } }
}

function marginDocument(command: MarginCommand): MarginDocument {
  const target = command.type === 'add-margin' ? command.to : command.from
  const whose = target.type === 'leg' ? { leg: target.leg } : { bucket: target.name }
  return { type: command.type, ...whose, amount: command.amount.toFixed() }
}

function protection({ takeProfit, stopLoss, triggerBy }: Pick<PlaceOrderCommand, 'takeProfit' | 'stopLoss' | 'triggerBy'>) {
  return { takeProfit: takeProfit?.toFixed(), stopLoss: stopLoss?.toFixed(), ...(triggerBy === undefined ? {} : { triggerBy }) }
}
