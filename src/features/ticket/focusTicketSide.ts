import type { OrderSide } from './Preview.ts'

/** Where the keys of the app find the ticket's parts. One ticket is on screen at a time. */
export const TICKET_IDS = { form: 'ticket', size: 'ticket-size', buy: 'ticket-buy', sell: 'ticket-sell' } as const

/**
 * B and S: choose a side and go where it is continued. Without a size that is the size field (Enter then goes to the
 * chosen side's button), with one it is the button itself, where Enter or Space places the order. Nothing is placed here.
 * @returns whether a ticket is on screen
 */
export function focusTicketSide(side: OrderSide): boolean {
  const form = document.getElementById(TICKET_IDS.form)
  if (form === null) return false
  form.dataset['side'] = side
  const size = form.querySelector<HTMLInputElement>(`[name="${TICKET_IDS.size}"]`)
  if (size !== null && size.value === '') {
    size.focus()
    size.scrollIntoView({ block: 'nearest' })
  } else document.getElementById(TICKET_IDS[side])?.focus()
  return true
}

/** Enter in a field: to the chosen side's button, or to the first that can be pressed. It never places an order by itself. */
export function focusSideButton(form: HTMLElement): void {
  const chosen = form.dataset['side']
  const buttons = (['buy', 'sell'] as const).map((side) => document.getElementById(TICKET_IDS[side]))
  const free = buttons.find((button) => button?.getAttribute('aria-disabled') !== 'true')
  const target = chosen === 'buy' || chosen === 'sell' ? document.getElementById(TICKET_IDS[chosen]) : (free ?? buttons[0])
  target?.focus()
}
