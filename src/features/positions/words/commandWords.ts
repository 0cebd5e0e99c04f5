import type { ScenarioCommand } from '../../../store/slices/ScenarioState.ts'
import { capital } from './capital.ts'
import { trailingWords } from './trailingWords.ts'
import type { Say } from './Say.ts'

export type { ScenarioCommand }

/** The command of a type; some types share one shape. */
export type ScenarioCommandOf<Type extends ScenarioCommand['type'], Command = ScenarioCommand> = Command extends { readonly type: infer Own } ? (Type extends Own ? Command : never) : never

export const commandNames: Readonly<Record<ScenarioCommand['type'], string>> = {
  'place-order': 'Order',
  'cancel-order': 'Cancel order',
  'close-position': 'Close',
  'reverse-position': 'Reverse',
  'set-leverage': 'Leverage',
  'add-margin': 'Add margin',
  'remove-margin': 'Remove margin',
  'move-position': 'Move',
  'set-protection': 'TP/SL',
  'set-auto-margin': 'Auto-add margin',
  deposit: 'Deposit',
  withdraw: 'Withdraw',
}

type Sentences = { readonly [Type in ScenarioCommand['type']]: (command: ScenarioCommandOf<Type>, say: Say) => string }

const sentences: Sentences = {
  'place-order': orderWords,
  'cancel-order': ({ orderId }) => `Cancel order ${orderId}`,
  'close-position': ({ leg, share }, say) => `Close ${share === undefined || share === '1' ? '' : `${say.format.percent(share, { decimals: 0 })} of `}${say.leg(leg)}`,
  'reverse-position': ({ leg }, say) => `Reverse ${say.leg(leg)}`,
  'set-leverage': ({ leg, leverage }, say) => `${say.leg(leg)} leverage to ${say.format.leverage(leverage)}`,
  'add-margin': (command, say) => `Add ${say.format.money(command.amount)} to ${marginTarget(command, say)}`,
  'remove-margin': (command, say) => `Remove ${say.format.money(command.amount)} from ${marginTarget(command, say)}`,
  'move-position': ({ leg, to }, say) => `Move ${say.leg(leg)} to ${to === 'isolated' ? 'its own wall' : say.pool(to)}`,
  'set-protection': ({ leg, takeProfit, stopLoss, trailing }, say) =>
    `${say.leg(leg)}: take profit ${takeProfit === undefined ? 'off' : say.price(leg, takeProfit)}, stop loss ${stopLoss === undefined ? 'off' : say.price(leg, stopLoss)}${trailing === undefined ? '' : `, ${trailingWords(leg, trailing, say)}`}`,
  'set-auto-margin': ({ leg, on, upTo }, say) => `${say.leg(leg)}: auto-add margin ${on ? `on${upTo === undefined ? '' : `, up to ${say.format.money(upTo)}`}` : 'off'}`,
  deposit: ({ amount }, { format }) => `Deposit ${format.money(amount)}`,
  withdraw: ({ amount }, { format }) => `Withdraw ${format.money(amount)}`,
}

/** A command as the list of what a cut would lose says it. */
export function commandWords(command: ScenarioCommand, say: Say): string {
  const sentence = sentences[command.type] as (command: ScenarioCommand, say: Say) => string
  return sentence(command, say)
}

function orderWords(order: ScenarioCommandOf<'place-order'>, say: Say): string {
  const leg = order.leg ?? order.instrument
  const size = order.qty === undefined ? `${say.format.money(order.notional)} of ${say.leg(leg)}` : say.size(leg, order.qty)
  return `${capital(order.side)} ${size} ${orderTypeWords(order, leg, say)}`
}

function orderTypeWords({ orderType = 'market', price = '', limitPrice, trailing }: ScenarioCommandOf<'place-order'>, leg: string, say: Say): string {
  if (orderType === 'market') return 'at market'
  if (orderType === 'trailing-stop') return trailing === undefined ? 'trailing stop' : trailingWords(leg, trailing, say)
  const level = `${orderType} ${say.price(leg, price)}`
  return orderType === 'stop-limit' && limitPrice !== undefined ? `${level}, limit ${say.price(leg, limitPrice)}` : level
}

function marginTarget(command: { readonly leg?: string | undefined; readonly bucket?: string | undefined }, say: Say): string {
  return command.leg === undefined ? say.pool(`bucket:${command.bucket ?? ''}`) : say.pool(`isolated:${command.leg}`)
}
