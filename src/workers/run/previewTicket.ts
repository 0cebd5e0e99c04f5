import { advance, type Pace } from './advance.ts'
import { blankSide } from './blankSide.ts'
import { typedPreviews } from './later.ts'
import { orderOfDraft } from './orderOfDraft.ts'
import { previewContext, type Session } from './Session.ts'
import type { OrderSide, TicketDraft } from './TicketDraft.ts'
import type { TicketPreview } from './TicketPreview.ts'
import { tryOrder, type Trial } from './Trial.ts'

/** Both sides of a ticket, each by running its order on a copy of the account as set; undefined when cancelled. */
export async function previewTicket(session: Session, request: { readonly tick: number; readonly draft: TicketDraft }, pace: Pace): Promise<TicketPreview | undefined> {
  const { tick, draft } = request
  if (!(await advance(session, tick, pace))) return undefined
  const context = previewContext(session, tick)
  const mark = context.moment.marks.get(draft.instrument)
  if (mark === undefined) return undefined
  const account = session.sides['as-set'].run.accountAt(tick)
  const mode = session.opened.positionMode
  const trial = (side: OrderSide): Trial => tryOrder(account, orderOfDraft(account, draft, { side, tick, mode }), context)
  const sidePreview = isBlank(draft) ? blankSide : (await typedPreviews()).sidePreview
  return { tick, mark: mark.toFixed(), buy: sidePreview(trial('buy')), sell: sidePreview(trial('sell')) }
}

/** Whether no figure of the order is typed yet. */
function isBlank({ size, price, limitPrice, callback, activation, takeProfit, stopLoss }: TicketDraft): boolean {
  return [size, price, limitPrice, callback, activation, takeProfit, stopLoss].every((text) => text === undefined || text === '')
}
