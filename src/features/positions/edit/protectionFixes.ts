import { tickOf } from '../rowText.ts'
import { editWords } from '../words/editWords.ts'
import type { Refusal } from '../words/Refusal.ts'
import type { Say } from '../words/Say.ts'
import type { EditWarning } from './Edit.ts'
import type { Fix } from './EditAnswer.tsx'
import type { CommandOf } from './EditDialogProps.ts'
import { nearestOnTick } from './shareOf.ts'

type Command = CommandOf<'set-protection'>
export type ProtectionField = 'takeProfit' | 'stopLoss'
export type TypeField = (field: ProtectionField, text: string) => void

/** One click for a warning: the nearest price that would work, or none of it. */
export function warningFix(warning: EditWarning, type: TypeField, say: Say, leg: string): Fix | undefined {
  const { format } = say
  const set = (field: ProtectionField, price: string): Fix => ({ label: editWords.set(say.price(leg, price)), onFix: () => type(field, format.typed(price)) })
  switch (warning.code) {
    case 'stop-beyond-liquidation':
      return set('stopLoss', warning.nearest)
    case 'price-off-tick':
      return set(warning.field === 'takeProfit' ? 'takeProfit' : 'stopLoss', warning.nearest)
    case 'take-profit-wrong-side':
      return { label: editWords.protection.clear, onFix: () => type('takeProfit', '') }
    case 'stop-wrong-side':
      return { label: editWords.protection.clear, onFix: () => type('stopLoss', '') }
    default:
      return undefined
  }
}

/** A price between two ticks: the nearest that is one. */
export function offTickFix(rejection: Refusal | undefined, command: Command, type: TypeField, say: Say): Fix | undefined {
  if (rejection?.code !== 'price-not-on-tick') return undefined
  const nearest = nearestOnTick(rejection.price, rejection.tickSize)
  const field = rejection.price === command.takeProfit ? 'takeProfit' : 'stopLoss'
  return { label: editWords.set(say.price(command.leg, nearest)), onFix: () => type(field, say.format.typed(nearest)) }
}

/** What an arrow key adds: a tick for small prices, about a thousandth for large ones; ten times that with Shift. */
export function priceStep(price: string, priceDecimals: number, isLarge: boolean): string {
  const whole = price.split('.')[0]?.length ?? 1
  const power = Math.max(-priceDecimals, whole - 4) + (isLarge ? 1 : 0)
  return power >= 0 ? `1${'0'.repeat(power)}` : tickOf(-power)
}
