import { figureTag, type FigureOwner } from '../../../store/figures/figureTag.ts'
import type { SaidFigure } from '../../../ui/primitives/FigureWords.tsx'
import type { EventLine } from '../eventLines.ts'
import type { Say } from '../words/Say.ts'

type Event = EventLine['event']
type FigureId = Parameters<typeof figureTag>[0]

/** The figures in the sentence of an event: as the sentence writes them, with the keys under which they are explained. */
export function eventFigures({ event, twins, rest, branch }: EventLine, say: Say): readonly SaidFigure[] {
  const owner: FigureOwner = { twin: twins[0], seq: event.seq, branch }
  const left = rest === undefined ? [] : [{ text: say.format.money(rest.amount), figure: figureTag('event.amount', { ...owner, seq: rest.seq }) }]
  return [...figuresOf(event, say).map(([id, text, leg]) => ({ text, figure: figureTag(id, { ...owner, leg }) })), ...left]
}

type Said = readonly [id: FigureId, text: string, leg?: string]

function figuresOf(event: Event, say: Say): readonly Said[] {
  const { format } = say
  switch (event.type) {
    case 'filled':
      return [['trade.qty', say.size(event.leg, event.qty)], ['trade.price', say.price(event.leg, event.price)], ['trade.fee', format.money(event.fee)]]
    case 'position-liquidated':
      return [['trade.qty', say.size(event.leg, event.qty)], ['trade.price', say.price(event.leg, event.price)], ['trade.fee', format.money(event.fee)], ...(event.rest === undefined ? [] : [['trade.qtyAfter', say.size(event.leg, event.rest.qty)] as const])]
    case 'funding-paid':
      return event.legs.flatMap(({ leg, amount }): readonly Said[] => [['funding.amount', format.money(amount, { signed: true }), leg], ['funding.rate', format.rate(event.rate, { signed: true }), leg]])
    case 'pool-breached':
      return [['event.equity', format.money(event.equity)], ['event.maintenanceMargin', format.money(event.maintenanceMargin)]]
    case 'leverage-set':
      return [['event.leverageBefore', format.leverage(event.before)], ['event.leverageAfter', format.leverage(event.after)]]
    case 'order-placed':
    case 'order-triggered':
      return [['event.orderQty', say.size(event.order.leg, event.order.qty)], ['event.orderPrice', say.price(event.order.leg, event.order.price)]]
    case 'protection-set':
      return [...targets(event, say)]
    case 'deleveraged':
      return [['event.rank', String(event.rank)], ['event.amount', format.money(event.amount)], ['trade.qty', say.size(event.leg, event.qty)], ['trade.price', say.price(event.leg, event.price)]]
    default:
      return 'amount' in event ? [['event.amount', format.money(event.amount)], ['event.amount', format.money(event.amount, { signed: true })]] : []
  }
}

function targets({ leg, takeProfit, stopLoss }: Extract<Event, { type: 'protection-set' }>, say: Say): readonly Said[] {
  return [
    ...(takeProfit === undefined ? [] : [['event.takeProfit', say.price(leg, takeProfit)] as const]),
    ...(stopLoss === undefined ? [] : [['event.stopLoss', say.price(leg, stopLoss)] as const]),
  ]
}
