import type { Millis } from '../../engine/index.ts'
import type { ExchangeTrouble } from './ExchangeTrouble.ts'
import type { ExchangeVenue } from './ExchangeVenue.ts'
import { retryAfter } from './retryAfter.ts'
import { troubleOf } from './troubleWords.ts'
import type { VenueAdapter, VenueRefusal } from './venues/VenueAdapter.ts'

/** What came of one request: a body, a reason to ask again, or the end. */
export type Heard =
  | { readonly type: 'body'; readonly body: unknown }
  | { readonly type: 'again'; readonly reason: 'rate-limit' | 'retry'; readonly pause?: Millis; readonly trouble: ExchangeTrouble }
  | { readonly type: 'end'; readonly trouble: ExchangeTrouble }

export interface Reply {
  readonly status: number
  readonly retryAfter: string | null
  readonly text: string
}

export interface Situation {
  readonly adapter: VenueAdapter
  /** What was asked, for the detail. */
  readonly url: string
  readonly now: Millis
  /** True after the venue has given data in this load. */
  readonly answered: boolean
}

const REGION_WORDS = /countr|region|restricted location|jurisdiction|geo|not available in your|unavailable for legal/i
const LIMIT_WORDS = /too (many|frequent|much)|rate.?limit|frequen|throttl|slow down/i

/** Reads a reply by its status, its form and the error that may stand inside it. [S56] [S57] */
export function httpHeard(reply: Reply, situation: Situation): Heard {
  const { adapter } = situation
  const json = parsed(reply.text)
  const refusal = json === undefined ? undefined : adapter.refusal(json.body)
  const detail = `${situation.url}: status ${reply.status}${refusal === undefined ? '' : `, ${refusal.words}`}`
  const limited = limitOf(reply, refusal, situation)
  if (limited) {
    const pause = retryAfter(reply.retryAfter, situation.now)
    return { type: 'again', reason: 'rate-limit', ...(pause === undefined ? {} : { pause }), trouble: troubleOf('rate-limit', adapter.venue, '', detail) }
  }
  if (reply.status === 451 || reply.status === 403 || refusal?.kind === 'region') return end('region', adapter.venue, detail)
  if (refusal !== undefined) return ofRefusal(refusal, adapter.venue, detail)
  if (reply.status >= 500) return retried('server', adapter.venue, detail)
  if (reply.status === 404) return end('symbol', adapter.venue, detail)
  if (reply.status >= 400) return end('rejected', adapter.venue, detail, `It answered with status ${reply.status}${shortText(reply.text)}.`)
  if (json === undefined) return retried('reply', adapter.venue, `${detail}, ${formOf(reply.text)}`, `It sent ${formOf(reply.text)}.`)
  return { type: 'body', body: json.body }
}

/** 403 is a limit where the venue says so, or where it had answered before; from the first request on it is a closed door. */
function limitOf({ status, retryAfter: header, text }: Reply, refusal: VenueRefusal | undefined, { answered }: Situation): boolean {
  if (status === 429 || status === 418 || refusal?.kind === 'rate-limit') return true
  if (status !== 403) return false
  const words = refusal?.words ?? text.slice(0, 2000)
  if (REGION_WORDS.test(words)) return false
  return header !== null || LIMIT_WORDS.test(words) || answered
}

function ofRefusal({ kind, words }: VenueRefusal, venue: ExchangeVenue, detail: string): Heard {
  if (kind === 'server') return retried('server', venue, detail)
  return end(kind === 'rate-limit' ? 'rejected' : kind, venue, detail, `It says: ${words}.`)
}

function end(code: 'region' | 'symbol' | 'rejected', venue: ExchangeVenue, detail: string, words = ''): Heard {
  return { type: 'end', trouble: troubleOf(code, venue, words, detail) }
}

function retried(code: 'server' | 'reply', venue: ExchangeVenue, detail: string, words = ''): Heard {
  return { type: 'again', reason: 'retry', trouble: troubleOf(code, venue, words, detail) }
}

function parsed(text: string): { readonly body: unknown } | undefined {
  try {
    return { body: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

/** What a plain refusal says, where it is a line of text. */
function shortText(text: string): string {
  const line = text.trim()
  return line === '' || line.length > 200 || /[<{\n]/.test(line) ? '' : `: ${line}`
}

function formOf(text: string): string {
  const start = text.trimStart()
  if (start === '') return 'an empty reply'
  if (start.startsWith('<')) return 'a web page'
  return start.startsWith('{') || start.startsWith('[') ? 'a reply that was cut off' : 'a reply that is no JSON'
}

/** A request that got no reply at all. */
export function networkHeard(error: unknown, situation: Situation, { online, inBrowser }: { readonly online: boolean; readonly inBrowser: boolean }): Heard {
  const { adapter, answered, url } = situation
  const code = causeCode(error)
  const offline = !online || /^(ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH)$/.test(code)
  // A page is not told why: a refusal by the browser's rules and a lost connection look alike. What has answered before is not refused.
  const kind = offline ? 'offline' : inBrowser && !answered && code === '' ? 'blocked' : 'connection'
  const words = error instanceof Error ? error.message : String(error)
  return { type: 'again', reason: 'retry', trouble: troubleOf(kind, adapter.venue, '', `${url}: ${words}${code === '' ? '' : ` (${code})`}`) }
}

/** Node says why in the cause of the error. */
function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : ''
}
