import { SIDES, type OrderSide, type Preview, type WarningOf } from './Preview.ts'
import type { NoteContext, TicketNote } from './ticketNotes.ts'
import { words } from './words.ts'

type WrongSide = WarningOf<'take-profit-wrong-side'> | WarningOf<'stop-wrong-side'>

/**
 * What is wrong with take profit and stop. A level that suits one side is always wrong for the other, so that is said
 * quietly and once; a level that suits neither, or never fires, is a warning.
 */
export function protectionNotes(preview: Preview, context: NoteContext): readonly TicketNote[] {
  const price = (value: string): string => context.format.price(value, { tickSize: context.market.tickSize })
  const wrong = { buy: wrongOf(preview, 'buy'), sell: wrongOf(preview, 'sell') }
  const beyond = SIDES.flatMap((side) =>
    wrong[side].some((warning) => warning.code === 'stop-wrong-side') ? [] : beyondNotes(preview, side, price))
  const suited = SIDES.find((side) => wrong[side].length > 0 && wrong[other(side)].length === 0)
  if (suited !== undefined) return [...beyond, quietNote(suited, wrong[suited], price)]
  return [...beyond, ...SIDES.flatMap((side) => wrong[side].map((warning): TicketNote => ({
    key: `${warning.code}-${side}`, place: 'protection', tone: 'warn',
    text: warning.code === 'stop-wrong-side'
      ? words.notes.wrongStop(side, price(warning.stop), price(warning.price))
      : words.notes.wrongTakeProfit(side, price(warning.takeProfit), price(warning.price)),
  })))]
}

function other(side: OrderSide): OrderSide {
  return side === 'buy' ? 'sell' : 'buy'
}

function wrongOf(preview: Preview, side: OrderSide): readonly WrongSide[] {
  return preview[side].warnings.filter((warning) => warning.code === 'take-profit-wrong-side' || warning.code === 'stop-wrong-side')
}

function beyondNotes(preview: Preview, side: OrderSide, price: (value: string) => string): readonly TicketNote[] {
  return preview[side].warnings.flatMap((warning): readonly TicketNote[] => warning.code !== 'stop-beyond-liquidation' ? [] : [{
    key: `${warning.code}-${side}`, place: 'protection', tone: 'warn',
    text: words.notes.stopBeyond(side, price(warning.stop), price(warning.liquidation)),
    fix: { label: words.notes.set(price(warning.nearest)), patch: { stopLoss: warning.nearest } },
  }])
}

function quietNote(side: OrderSide, wrong: readonly WrongSide[], price: (value: string) => string): TicketNote {
  const [first] = wrong
  const one = first?.code === 'stop-wrong-side' ? words.notes.stop(price(first.stop)) : words.notes.takeProfit(price(first?.takeProfit ?? ''))
  return { key: `other-side-${side}`, place: 'protection', tone: 'info', text: words.notes.setForOther(side, wrong.length > 1 ? words.notes.both : one) }
}
