import type { PriceKind } from '../../../engine/index.ts'
import type { EventRow } from '../../../store/selectors/rows/TableRows.ts'
import { capital } from './capital.ts'
import { commandNames } from './commandWords.ts'
import { rejectionWords } from './rejectionWords.ts'
import type { Say } from './Say.ts'
import { trailingWords, type PlainTrailing } from './trailingWords.ts'

type Event = EventRow['event']
type Of<Type extends Event['type']> = Extract<Event, { type: Type }>

interface EventWords {
  /** Two words at most: the Event column. */
  readonly name: string
  readonly detail: string
}

type Sentences = { readonly [Type in Event['type']]: (event: Of<Type>, say: Say) => EventWords }

/** An event without words does not compile. */
const sentences: Sentences = {
  deposited: ({ amount }, { format }) => ({ name: 'Deposit', detail: `${format.money(amount)} into the wallet` }),
  withdrawn: ({ amount }, { format }) => ({ name: 'Withdrawal', detail: `${format.money(amount)} out of the wallet` }),
  'command-refused': ({ command, reason }, say) => ({ name: 'Refused', detail: `${commandNames[commandType(command)]}: ${rejectionWords(reason, say)}` }),
  'order-placed': ({ order }, say) => ({
    name: 'Order placed',
    detail: `${order.qty.startsWith('-') ? 'Sell' : 'Buy'} ${say.size(order.leg, order.qty)}, ${placedWords(order, say)}${order.reduceOnly ? ', reduce-only' : ''}`,
  }),
  'order-triggered': ({ order }, say) => ({ name: 'Order triggered', detail: `${order.qty.startsWith('-') ? 'Sell' : 'Buy'} ${say.size(order.leg, order.qty)}: now limit ${say.price(order.leg, order.price)}` }),
  'order-canceled': ({ why, reason }, say) => ({
    name: 'Order canceled',
    detail: reason === undefined ? cancelReasons[why] : `${cancelReasons[why]}: ${rejectionWords(reason, say)}`,
  }),
  filled,
  'pool-opened': ({ pool }, say) => ({ name: 'Wall raised', detail: `Around ${say.pool(pool)}` }),
  'pool-closed': ({ pool }, say) => ({ name: 'Wall removed', detail: `${capital(say.pool(pool))} is empty` }),
  transferred: ({ from, to, amount, why }, say) => ({
    name: 'Margin moved',
    detail: `${say.format.money(amount)} from ${say.pool(from)} to ${say.pool(to)}: ${transferReasons[why]}`,
  }),
  'leverage-set': ({ before, after }, { format }) => ({ name: 'Leverage', detail: `${format.leverage(before)} → ${format.leverage(after)}` }),
  'position-moved': ({ from, to }, say) => ({ name: 'Moved', detail: `From ${say.pool(from)} to ${say.pool(to)}` }),
  'auto-margin-set': ({ on, upTo }, { format }) => ({ name: 'Auto-add', detail: on ? `The wallet adds margin before a liquidation${upTo === undefined ? '' : `, up to ${format.money(upTo)}`}` : 'The wallet no longer adds margin' }),
  'protection-set': ({ leg, takeProfit, stopLoss, trailing, triggerBy }, say) => ({
    name: 'TP/SL',
    detail: protectionWords({ leg, takeProfit, stopLoss, trailing, triggerBy }, say),
  }),
  'funding-paid': ({ rate, legs }, say) => ({
    name: 'Funding',
    detail: `${say.format.rate(rate, { signed: true })}: ${legs.map(({ leg, amount }) => `${say.leg(leg)} ${say.format.money(amount, { signed: true })}`).join(', ')}`,
  }),
  'pool-breached': ({ pool, equity, maintenanceMargin, jumped }, say) => ({
    name: 'Breached',
    detail: `${capital(say.pool(pool))} held ${say.format.money(equity)} and had to keep ${say.format.money(maintenanceMargin)}${jumped ? '; the price jumped over its liq. price' : ''}`,
  }),
  'position-liquidated': ({ leg, qty, price, fee, rest }, say) => ({
    name: 'Liquidated',
    detail: `${rest === undefined ? 'Closed' : `${say.size(leg, qty)} closed, ${say.size(leg, rest.qty)} left,`} at ${say.price(leg, price)}${isZero(fee) ? '' : `, liquidation fee ${say.format.money(fee)}`}`,
  }),
  'residual-forfeited': ({ pool, amount }, say) => ({ name: 'Forfeited', detail: `${say.format.money(amount)} left in ${say.pool(pool)} was kept` }),
  'bad-debt-covered': ({ pool, amount }, say) => ({
    name: 'Bad debt',
    detail: `${say.format.money(amount)} that ${say.pool(pool)} was short of, paid out of the insurance fund`,
  }),
  'pool-cooling': ({ pool }, say) => ({ name: 'Cooling down', detail: `${capital(say.pool(pool))} is tested again when the cool-down is over` }),
  'pool-cooled': ({ pool }, say) => ({ name: 'Cooled down', detail: `${capital(say.pool(pool))} passes its test again` }),
  'fund-settled': ({ leg, price, mark, amount }, say) => ({
    name: 'Taken over',
    detail: `The insurance fund took over at ${say.price(leg, price)} and closed at ${say.price(leg, mark)}: ${say.format.money(amount, { signed: true })}`,
  }),
  deleveraged: ({ leg, counterparty, qty, price, amount, rank }, say) => ({
    name: 'Deleveraged',
    detail: `${counterparty}, number ${rank} in line: ${say.size(leg, qty)} closed at ${say.price(leg, price)}, ${say.format.money(amount)} towards the loss`,
  }),
  shortfall: ({ pool, amount }, say) => ({ name: 'Shortfall', detail: `${say.format.money(amount)} that ${say.pool(pool)} was short of and nobody covers` }),
}

/** An event as the Events table says it. */
export function eventWords(event: Event, say: Say): EventWords {
  const sentence = sentences[event.type] as (event: Event, say: Say) => EventWords
  return sentence(event, say)
}

function filled(event: Of<'filled'>, say: Say): EventWords {
  const { leg, qty, qtyAfter, price, role, fee, cause } = event
  if (cause === 'collateral') return { name: 'Collateral', detail: `${say.size(leg, qty)} deposited, at ${say.price(leg, price)}` }
  const isOpening = qtyAfter === qty
  const isAdding = !isZero(qtyAfter) && qtyAfter.startsWith('-') === qty.startsWith('-')
  const name = isZero(qtyAfter) ? 'Closed' : isOpening ? 'Opened' : isAdding ? 'Added' : 'Reduced'
  const cost = isZero(fee) ? '' : `, ${role} fee ${say.format.money(fee)}`
  return { name, detail: `${qty.startsWith('-') ? 'Sold' : 'Bought'} ${say.size(leg, qty)} at ${say.price(leg, price)}, ${fillCauses[cause].toLowerCase()}${cost}` }
}

export const fillCauses: Readonly<Record<Of<'filled'>['cause'], string>> = {
  market: 'Market',
  limit: 'Limit',
  stop: 'Stop',
  'take-profit': 'Take profit',
  'stop-loss': 'Stop loss',
  'trailing-stop': 'Trailing stop',
  close: 'Close',
  reverse: 'Reverse',
  collateral: 'Deposited as collateral',
}

const cancelReasons: Readonly<Record<Of<'order-canceled'>['why'], string>> = {
  'by-user': 'By you',
  'position-closed': 'Its position was closed',
  'pool-liquidated': 'Its pool was liquidated',
  'refused-at-fill': 'Refused when it was due',
}

export const transferReasons: Readonly<Record<Of<'transferred'>['why'], string>> = {
  'initial-margin': 'initial margin',
  released: 'released',
  added: 'added by you',
  'auto-added': 'added as you allowed, before a liquidation',
  removed: 'removed by you',
  moved: 'goes along with the position',
  leverage: 'for the new leverage',
}

/** Take profit 160.00, stop loss 140.00. */
export function protectionWords(set: { readonly leg: string; readonly takeProfit?: string | undefined; readonly stopLoss?: string | undefined; readonly trailing?: PlainTrailing | undefined; readonly triggerBy?: PriceKind | undefined }, say: Say): string {
  const parts = [
    set.takeProfit === undefined ? '' : `take profit ${say.price(set.leg, set.takeProfit)}`,
    set.stopLoss === undefined ? '' : `stop loss ${say.price(set.leg, set.stopLoss)}`,
    set.trailing === undefined ? '' : trailingWords(set.leg, set.trailing, say),
  ].filter((part) => part !== '')
  const by = set.triggerBy === undefined || set.triggerBy === 'mark' ? '' : `, by the ${set.triggerBy} price`
  return parts.length === 0 ? 'No take profit, no stop loss' : `${capital(parts.join(', '))}${by}`
}

/** "limit 160.00", "stop-limit 160.00, limit 161.00", "trailing stop 5% back". */
function placedWords({ leg, type, price, limitPrice, trailing }: Of<'order-placed'>['order'], say: Say): string {
  if (trailing !== undefined) return trailingWords(leg, trailing, say)
  return `${type} ${say.price(leg, price)}${limitPrice === undefined ? '' : `, limit ${say.price(leg, limitPrice)}`}`
}

function isZero(amount: string): boolean {
  return /^-?0(\.0*)?$/.test(amount)
}

function commandType(command: string): keyof typeof commandNames {
  return command in commandNames ? (command as keyof typeof commandNames) : 'place-order'
}
