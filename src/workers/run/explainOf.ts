import { explainFigure, explainStated, isStatedFigureId, type Explanation, type FigureRef } from '../../engine/index.ts'
import type { Plain } from '../Plain.ts'
import { advance, type Pace } from './advance.ts'
import { draftsOf, type ExplainedDraft } from './draftOutcome.ts'
import { plain } from './openScenario.ts'
import type { Session } from './Session.ts'
import type { OrderSide } from './TicketDraft.ts'

/** A figure of the screen at a tick; one of the ticket or of an edit, or one with `after`, brings what was typed. */
export interface ExplainRequest {
  readonly tick: number
  readonly figure: FigureRef
  readonly draft?: ExplainedDraft | { readonly type: 'calc'; readonly document: unknown } | undefined
}

/** How a figure comes about, undefined where there is none of that name; `dropped` where it was called off. */
export async function explainOf(session: Session, { tick, figure, draft }: ExplainRequest, pace: Pace): Promise<Plain<Explanation> | undefined | 'dropped'> {
  if (draft?.type === 'calc') {
    const { explainCalc } = await import('./explainCalc.ts')
    return explainCalc(session, { tick, figure, document: draft.document }, pace)
  }
  if (isStatedFigureId(figure.id)) {
    const told = explainStated(figure)
    return told === undefined ? undefined : plain(told)
  }
  const last = session.setup.tape.time.length - 1
  const at = Math.min(Math.max(0, tick), last)
  if (!(await advance(session, at, pace))) return 'dropped'
  const { sides, setup } = session
  const runs = { 'as-set': sides['as-set'].run, 'all-isolated': sides['all-isolated'].run, 'all-cross': sides['all-cross'].run }
  const drafts = draft === undefined ? undefined : draftsOf(session, at, { typed: draft, side: sideOf(figure) })
  const explanation = explainFigure({ setup, runs, tick: at, drafts }, figure)
  return explanation === undefined ? undefined : plain(explanation)
}

function sideOf({ id, of }: FigureRef): OrderSide {
  return of['after']?.endsWith('sell') === true || id.startsWith('ticket.sell') ? 'sell' : 'buy'
}
