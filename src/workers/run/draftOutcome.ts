import { poolTypeOf, preview, type Account, type DraftOutcome, type Drafts } from '../../engine/index.ts'
import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import { parseCommands } from '../../documents/scenario/parseCommands.ts'
import { orderOfDraft } from './orderOfDraft.ts'
import { previewContext, type Session } from './Session.ts'
import type { OrderSide, TicketDraft } from './TicketDraft.ts'
import { largestNotional, tryOrder } from './Trial.ts'

/** What is typed: into the ticket, or into a dialog on a position. */
export type ExplainedDraft = { readonly type: 'ticket'; readonly draft: TicketDraft } | { readonly type: 'edit'; readonly command: CommandDocument }

/** What a draft would do, tried on a copy of the account as set; of a ticket the side asked for. */
export function draftsOf(session: Session, tick: number, { typed, side }: { readonly typed: ExplainedDraft; readonly side: OrderSide }): Drafts {
  if (typed.type === 'edit') return { edit: editOutcome(session, tick, typed.command) }
  return { [side]: ticketOutcome(session, tick, typed.draft, side) }
}

function accountAt(session: Session, tick: number): Account {
  return session.sides['as-set'].run.accountAt(tick)
}

function ticketOutcome(session: Session, tick: number, draft: TicketDraft, side: OrderSide): DraftOutcome | undefined {
  const context = previewContext(session, tick)
  if (!context.moment.marks.has(draft.instrument)) return undefined
  const account = accountAt(session, tick)
  const trial = tryOrder(account, orderOfDraft(account, draft, { side, tick, mode: session.opened.positionMode }), context)
  const { command } = trial.drafted
  const { fill, placed } = trial
  const rests = trial.order !== undefined
  return {
    leg: command.leg,
    instrument: command.instrument,
    price: command.price,
    payer: poolTypeOf(command.pool === 'isolated' ? `isolated:${command.leg}` : command.pool) === 'bucket' ? command.pool : 'cross',
    before: account,
    after: fill?.after,
    // An order that rests is placed first and filled later: both led there.
    events: [...(rests ? (placed?.events ?? []) : []), ...(fill?.events ?? [])],
    marks: trial.fillContext.moment.marks,
    placed: placed === undefined ? undefined : { after: placed.after, events: placed.events, marks: context.moment.marks },
    maxQty: trial.maxQty,
    maxNotional: largestNotional(trial),
  }
}

function editOutcome(session: Session, tick: number, document: CommandDocument): DraftOutcome {
  const context = previewContext(session, tick)
  const before = accountAt(session, tick)
  const parsed = parseCommands([{ ...document, id: '~preview', tick }], session.opened.positionMode)
  const command = parsed.ok ? parsed.value[0] : undefined
  const tried = command === undefined ? undefined : preview(before, command, context)
  return {
    leg: 'leg' in document ? document.leg : undefined,
    bucket: 'bucket' in document && document.bucket !== undefined ? `bucket:${document.bucket}` : undefined,
    before,
    after: tried?.ok === true ? tried.value.account : undefined,
    events: tried?.ok === true ? tried.value.events : [],
    marks: context.moment.marks,
  }
}
