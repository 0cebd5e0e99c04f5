import type { BranchDifference } from '../../store/branches/branchDifferences.ts'
import type { ScenarioCommand } from '../../store/slices/ScenarioState.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { words } from './words.ts'

/** What names need besides what differs: the number style, and what a leg or an instrument is called. */
export interface NameSay {
  readonly format: Format
  readonly baseOf: (legOrInstrument: string) => string
}

/** The user's name for a line, or what it does otherwise than the one it grew from: “+500 margin”, “5x instead of 10x”. */
export function branchName(line: { readonly name: string | undefined; readonly parent: string | undefined; readonly differences: readonly BranchDifference[] }, say: NameSay): string {
  const { name, parent, differences } = line
  if (name !== undefined) return name
  if (parent === undefined) return words.asTraded
  const [first, ...rest] = differences
  if (first === undefined) return words.same
  const said = differenceWords(first, say)
  return rest.length === 0 ? said : words.more(said, rest.length)
}

/** Everything it does otherwise there, one line each. */
export function differenceWords(difference: BranchDifference, say: NameSay): string {
  const { format } = say
  switch (difference.type) {
    case 'wallet':
      return `wallet ${plain(difference.to, format)}`
    case 'rules':
      return difference.isId ? `${titled(difference.to)} rules` : `rules “${difference.to}”`
    case 'prices':
      return difference.from === 0 ? 'other prices' : `other prices from bar ${String(difference.from)}`
    case 'setting':
      return settingWords(difference.key, difference.to)
    case 'added':
      return addedWords(difference.command, difference.before, say)
    case 'edited':
      return editedWords(difference.from, difference.to, say)
    case 'removed':
      return `without ${addedWords(difference.command, undefined, say)}`
  }
}

function settingWords(key: string, to: string | undefined): string {
  if (key === 'positionMode') return to === 'hedge' ? 'hedge mode' : 'one-way mode'
  if (key === 'between') return to === 'jump' ? 'prices that jump' : 'prices without jumps'
  if (key === 'candlePath') return 'another way through candles'
  return key === 'collateral' ? 'other collateral' : key === 'counterparties' ? 'other counterparties' : 'other instruments'
}

type Of<Type extends ScenarioCommand['type'], Command = ScenarioCommand> = Command extends { readonly type: infer Own } ? (Type extends Own ? Command : never) : never
type Sentences = { readonly [Type in ScenarioCommand['type']]: (command: Of<Type>, say: NameSay, before: string | undefined) => string }

const ADDED: Sentences = {
  'place-order': (order, { format, baseOf }) => {
    const size = order.notional === undefined ? plain(order.qty ?? '', format) : `${plain(order.notional, format)} of`
    const type = order.orderType === undefined || order.orderType === 'market' ? '' : `${order.orderType.replace('-', ' ')} `
    return `${type}${order.side} ${size} ${baseOf(order.instrument)}`
  },
  'cancel-order': ({ orderId }) => `order ${orderId} cancelled`,
  'close-position': ({ leg, share, tick }, { baseOf, format }) => `${share === undefined || share === '1' ? '' : `${format.percent(share, { decimals: 0 })} of `}${baseOf(leg)} closed at bar ${String(tick)}`,
  'reverse-position': ({ leg, tick }, { baseOf }) => `${baseOf(leg)} reversed at bar ${String(tick)}`,
  'set-leverage': ({ leverage }, { format }, before) => instead(times(leverage, format), before === undefined ? undefined : times(before, format)),
  'add-margin': ({ amount }, { format }) => `+${plain(amount, format)} margin`,
  'remove-margin': ({ amount }, { format }) => `−${plain(amount, format)} margin`,
  'move-position': ({ leg, to }, { baseOf }) => `${baseOf(leg)} ${poolWord(to)}`,
  'set-protection': ({ leg, stopLoss, takeProfit, trailing }, { format, baseOf }) => {
    if (stopLoss !== undefined) return `${baseOf(leg)} stop ${plain(stopLoss, format)}`
    if (takeProfit !== undefined) return `${baseOf(leg)} take profit ${plain(takeProfit, format)}`
    return trailing === undefined ? `${baseOf(leg)} no stop` : `${baseOf(leg)} trailing stop`
  },
  'set-auto-margin': ({ leg, on }, { baseOf }) => `${baseOf(leg)} auto margin ${on ? 'on' : 'off'}`,
  deposit: ({ amount }, { format }) => `+${plain(amount, format)} wallet`,
  withdraw: ({ amount }, { format }) => `−${plain(amount, format)} wallet`,
}

function addedWords(command: ScenarioCommand, before: string | undefined, say: NameSay): string {
  return (ADDED[command.type] as (command: ScenarioCommand, say: NameSay, before: string | undefined) => string)(command, say, before)
}

/** What was changed in a command; the whole of it where it is another kind of thing. */
function editedWords(from: ScenarioCommand, to: ScenarioCommand, say: NameSay): string {
  const { format } = say
  if (from.type !== 'place-order' || to.type !== 'place-order') return instead(addedWords(to, undefined, say), from.type === to.type ? addedWords(from, undefined, say) : undefined)
  return editedOrder(from, to, format) ?? addedWords(to, undefined, say)
}

function editedOrder(from: Of<'place-order'>, to: Of<'place-order'>, format: Format): string | undefined {
  if (from.leverage !== to.leverage) return instead(times(to.leverage ?? '10', format), times(from.leverage ?? '10', format))
  if (from.pool !== to.pool) return poolWord(to.pool)
  if (from.stopLoss !== to.stopLoss) return to.stopLoss === undefined ? 'no stop' : `stop ${plain(to.stopLoss, format)}`
  if (from.takeProfit !== to.takeProfit) return to.takeProfit === undefined ? 'no take profit' : `take profit ${plain(to.takeProfit, format)}`
  if (from.side !== to.side) return instead(to.side === 'buy' ? 'long' : 'short', from.side === 'buy' ? 'long' : 'short')
  const size = (order: Of<'place-order'>): string => plain(order.notional ?? order.qty ?? '', format)
  return size(from) === size(to) ? undefined : instead(size(to), size(from))
}

function instead(to: string, from: string | undefined): string {
  return from === undefined || from === to ? to : `${to} instead of ${from}`
}

/** A pool as one says where a position is: isolated, cross, in a bucket. */
function poolWord(pool: string): string {
  return pool.startsWith('bucket:') ? `in bucket “${pool.slice('bucket:'.length)}”` : pool
}

function plain(text: string, format: Format): string {
  return text === '' ? '' : format.exact(text)
}

function times(leverage: string, format: Format): string {
  return format.leverage(leverage)
}

/** bybit-linear is Bybit linear. */
function titled(id: string): string {
  const said = id.replaceAll('-', ' ')
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`
}
