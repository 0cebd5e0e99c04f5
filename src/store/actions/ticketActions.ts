import type { PlaceOrderDocument } from '../../documents/scenario/CommandDocument.ts'
import { percentAsShare } from '../../workers/run/percentAsShare.ts'
import type { OrderSide, TicketDraft } from '../../workers/run/TicketDraft.ts'
import type { AppActions } from '../AppActions.ts'
import type { AppState } from '../AppState.ts'
import type { Kit } from '../Kit.ts'

type TicketActions = Pick<AppActions, 'setTicket' | 'placeTicket' | 'previewEdit' | 'closeEdit' | 'applyEdit'>

/** The ticket and the dialogs on a position: what is typed, and giving it. */
export function ticketActions(kit: Kit, give: AppActions['give']): TicketActions {
  const { get } = kit
  return {
    setTicket(fields) {
      const { draft, preview } = get().ticket
      kit.set({ ticket: { draft: { ...draft, ...fields }, preview, isStale: true } })
      kit.previews.refresh()
    },
    async placeTicket(side) {
      const isTaken = (await give(orderOf(get().ticket.draft, side))) && !wasRefused(get())
      if (isTaken) {
        const { draft } = get().ticket
        kit.set({ ticket: { draft: { ...draft, size: '' }, preview: get().ticket.preview, isStale: true } })
        kit.previews.refresh()
      }
      return isTaken
    },
    previewEdit(command) {
      const before = get().edit
      kit.set({ edit: { command, preview: before?.command.type === command.type ? before.preview : undefined, isStale: true } })
      kit.previews.refresh()
    },
    closeEdit: () => kit.set({ edit: undefined }),
    async applyEdit() {
      const command = get().edit?.command
      if (command === undefined) return false
      const isTaken = (await give(command)) && !wasRefused(get())
      if (isTaken) kit.set({ edit: undefined })
      return isTaken
    },
  }
}

/** The order of a ticket as a command of the document; empty fields are left out. */
function orderOf(draft: TicketDraft, side: OrderSide): PlaceOrderDocument {
  const { instrument, pool, leverage, orderType, reduceOnly, size, sizeUnit, takeProfit, stopLoss } = draft
  return {
    type: 'place-order',
    instrument,
    pool,
    side,
    orderType,
    leverage,
    ...(sizeUnit === 'base' ? { qty: size } : { notional: size }),
    ...pricesOf(draft),
    ...(reduceOnly ? { reduceOnly } : {}),
    ...(reduceOnly || takeProfit === '' ? {} : { takeProfit }),
    ...(reduceOnly || stopLoss === '' ? {} : { stopLoss }),
  }
}

/** What the order waits for, as its type has it. */
function pricesOf({ orderType, price, limitPrice, callback = '', callbackUnit, activation = '' }: TicketDraft): Pick<PlaceOrderDocument, 'price' | 'limitPrice' | 'trailing'> {
  if (orderType === 'market') return {}
  if (orderType === 'stop-limit') return { price, limitPrice }
  if (orderType !== 'trailing-stop') return { price }
  const back = callbackUnit === 'distance' ? { distance: callback } : { rate: percentAsShare(callback) }
  return { trailing: { ...back, ...(activation === '' ? {} : { activation }) } }
}

/** Whether the account as set refused the command that was given last. */
function wasRefused({ scenario, view }: AppState): boolean {
  const id = scenario.document?.commands.at(-1)?.id
  const { list, visible } = view.events['as-set']
  return list.slice(0, visible).some((event) => event.type === 'command-refused' && event.commandId === id)
}
