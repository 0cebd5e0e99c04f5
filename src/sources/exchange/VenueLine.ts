import { ok, refused, type Millis, type Result } from '../../engine/index.ts'
import { backOff } from './backOff.ts'
import type { ExchangeDeps } from './ExchangeDeps.ts'
import type { ExchangeTrouble } from './ExchangeTrouble.ts'
import { httpHeard, networkHeard, type Heard, type Situation } from './httpHeard.ts'
import { tokenBucket, type TokenBucket } from './tokenBucket.ts'
import { CANCELLED, troubleOf } from './troubleWords.ts'
import type { VenueAdapter, VenueAsk } from './venues/VenueAdapter.ts'

/** No answer within this time is none. */
const PATIENCE: Millis = 30_000
/** A venue that asks for a longer pause is not waited for; ten minutes is what Bybit asks for. */
const LONGEST_PAUSE: Millis = 615_000
const MOST_TRIES = { 'rate-limit': 6, retry: 4 } as const

type Waiting = (until: Millis, reason: 'rate-limit' | 'retry') => void

/** The line to one venue during one load: keeps its pace, asks again where that may help, and says what went wrong. */
export class VenueLine {
  private readonly adapter: VenueAdapter
  private readonly baseUrl: string
  private readonly deps: ExchangeDeps
  private readonly bucket: TokenBucket
  private pauses = 0
  private answered = false

  constructor(adapter: VenueAdapter, baseUrl: string, deps: ExchangeDeps) {
    this.adapter = adapter
    this.baseUrl = baseUrl.replace(/\/+$/, '')
    this.deps = deps
    this.bucket = tokenBucket(adapter.pace)
  }

  /** The body of the reply; asked again a few times with growing pauses. */
  async ask(ask: VenueAsk, onWait: Waiting = () => undefined): Promise<Result<unknown, ExchangeTrouble>> {
    for (let tries = 1; ; tries++) {
      await this.pause(this.bucket.take(this.deps.now()))
      if (this.cancelled()) return refused(CANCELLED)
      const heard = await this.heard(ask)
      if (this.cancelled()) return refused(CANCELLED)
      if (heard.type === 'body') {
        this.answered = true
        return ok(heard.body)
      }
      if (heard.type === 'end') return refused(heard.trouble)
      const pause = heard.pause ?? backOff(tries, this.pauses)
      if (tries >= MOST_TRIES[heard.reason] || pause > LONGEST_PAUSE) return refused(heard.trouble)
      this.pauses += 1
      onWait(this.deps.now() + pause, heard.reason)
      await this.pause(pause)
    }
  }

  private cancelled(): boolean {
    return this.deps.signal?.aborted === true
  }

  private async pause(millis: Millis): Promise<void> {
    if (millis > 0 && !this.cancelled()) await this.deps.sleep(millis, this.deps.signal)
  }

  private async heard({ path, body }: VenueAsk): Promise<Heard> {
    const { fetch, signal: cancel, timeout = (millis: Millis) => AbortSignal.timeout(millis), online, inBrowser = false } = this.deps
    const url = `${this.baseUrl}${path}`
    const situation = (): Situation => ({ adapter: this.adapter, url, now: this.deps.now(), answered: this.answered })
    const late = timeout(PATIENCE)
    try {
      const response = await fetch(url, {
        ...(body === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
        signal: cancel === undefined ? late : AbortSignal.any([cancel, late]),
        // Nothing of the user goes along, and no copy of a reply is kept beside ours.
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      })
      const text = await response.text()
      return httpHeard({ status: response.status, retryAfter: response.headers.get('Retry-After'), text }, situation())
    } catch (error) {
      if (late.aborted) return { type: 'again', reason: 'retry', trouble: troubleOf('connection', this.adapter.venue, '', `${url}: no answer in ${PATIENCE / 1000} seconds`) }
      return networkHeard(error, situation(), { online: online?.() ?? true, inBrowser })
    }
  }
}
