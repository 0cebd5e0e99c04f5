import { explainFigure, type Explanation, type FigureRef } from '../../engine/index.ts'
import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import type { Plain } from '../Plain.ts'
import { advance, type Pace } from './advance.ts'
import { plain } from './openScenario.ts'
import type { Session } from './Session.ts'
import type { TicketDraft } from './TicketDraft.ts'

/** A figure of the screen at a tick; one of the ticket or of an edit brings what was typed. */
export interface ExplainRequest {
  readonly tick: number
  readonly figure: FigureRef
  readonly draft?: { readonly type: 'ticket'; readonly draft: TicketDraft } | { readonly type: 'edit'; readonly command: CommandDocument } | undefined
}

/** How a figure comes about; `dropped` where it was called off. */
export async function explainOf(session: Session, { tick, figure }: ExplainRequest, pace: Pace): Promise<Plain<Explanation> | undefined | 'dropped'> {
  if (!(await advance(session, tick, pace))) return 'dropped'
  const { sides, setup } = session
  const runs = { 'as-set': sides['as-set'].run, 'all-isolated': sides['all-isolated'].run, 'all-cross': sides['all-cross'].run }
  const explanation = explainFigure({ setup, runs, tick }, figure)
  return explanation === undefined ? undefined : plain(explanation)
}
