import { advance, type Pace } from './advance.ts'
import { chartBuffers } from './chartOf.ts'
import { findEvent } from './findEvent.ts'
import { fingerprintOf } from './fingerprintOf.ts'
import { frameOf } from './frameOf.ts'
import { incidents, typedPreviews } from './later.ts'
import { previewTicket } from './previewTicket.ts'
import type { RunReply, RunRequest } from './protocol.ts'
import type { Session } from './Session.ts'

/** A reply without the id of its request. */
export type Answer = RunReply extends infer Reply ? (Reply extends RunReply ? Omit<Reply, 'id'> : never) : never

export interface Answered {
  readonly answer: Answer
  /** Buffers that are handed over. */
  readonly transfer?: readonly ArrayBuffer[]
}

/** Requests that look at the open scenario and change nothing in it. */
export type Look = Extract<RunRequest, { type: 'frame' | 'find-event' | 'preview-ticket' | 'preview-edit' | 'incident' | 'explain' | 'fingerprint' | 'outlook' | 'written-tape' }>

const DROPPED: Answered = { answer: { type: 'dropped' } }

export async function answerLook(session: Session, request: Look, pace: Pace): Promise<Answered> {
  switch (request.type) {
    case 'frame':
      return framed(session, request, pace)
    case 'find-event': {
      const tick = await findEvent(session, request.from, request.direction, pace)
      return pace.isCancelled() ? DROPPED : { answer: { type: 'found-event', tick } }
    }
    case 'preview-ticket': {
      const preview = await previewTicket(session, request, pace)
      return preview === undefined ? DROPPED : { answer: { type: 'ticket-preview', preview } }
    }
    case 'preview-edit': {
      const { previewEdit } = await typedPreviews()
      const preview = await previewEdit(session, request, pace)
      return preview === undefined ? DROPPED : { answer: { type: 'edit-preview', preview } }
    }
    case 'explain':
      return explained(session, request, pace)
    case 'fingerprint':
      return fingerprinted(session, request.tick, pace)
    case 'outlook':
      return lookedAhead(session, request, pace)
    case 'written-tape': {
      const { writtenTape } = await import('../../documents/link/writtenTape.ts')
      return { answer: { type: 'written-tape', tape: writtenTape(session.opened.setup.tape) } }
    }
    case 'incident': {
      const { incidentOf } = await incidents()
      return { answer: { type: 'incident', incident: incidentOf(session, request) } }
    }
  }
}

async function framed(session: Session, request: Extract<Look, { type: 'frame' }>, pace: Pace): Promise<Answered> {
  const frame = await frameOf(session, request, pace)
  if (frame === undefined) return DROPPED
  return { answer: { type: 'frame', frame }, transfer: frame.chart === undefined ? [] : chartBuffers(frame.chart) }
}

async function fingerprinted(session: Session, tick: number, pace: Pace): Promise<Answered> {
  const isPlayed = await advance(session, tick, pace)
  return isPlayed ? { answer: { type: 'fingerprint', fingerprint: fingerprintOf(session, tick) } } : DROPPED
}

/** What plays drawn prices comes when some are drawn. */
async function lookedAhead(session: Session, request: Extract<Look, { type: 'outlook' }>, pace: Pace): Promise<Answered> {
  const { outlookOf } = await import('./outlookOf.ts')
  const found = await outlookOf(session, request, pace)
  if (found === undefined) return DROPPED
  return { answer: found.ok ? { type: 'outlook', outlook: found.value } : { type: 'refused', problems: found.error } }
}

/** The formulas of all figures come when the first one is opened. */
async function explained(session: Session, request: Extract<Look, { type: 'explain' }>, pace: Pace): Promise<Answered> {
  const { explainOf } = await import('./explainOf.ts')
  const explanation = await explainOf(session, request, pace)
  return explanation === 'dropped' ? DROPPED : { answer: { type: 'explanation', explanation } }
}
