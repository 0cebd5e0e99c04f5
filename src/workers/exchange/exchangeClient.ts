import type { Timers } from '../Timers.ts'
import type { WorkerLike } from '../WorkerLike.ts'
import type { ExchangeAsk, ExchangeFinal, ExchangeReply } from './protocol.ts'

/** A request without its id. */
export type ExchangeQuestion = ExchangeAsk extends infer Ask ? (Ask extends { readonly type: 'cancel' | 'ping' } ? never : Ask extends ExchangeAsk ? Omit<Ask, 'id'> : never) : never

/** What is said of a request before its end. */
export type ExchangeNews = Extract<ExchangeReply, { type: 'progress' | 'not-kept' }>

export interface ExchangeClient {
  /** Never rejects. A worker that dies fails what it was doing; the next question starts a new one, and pages it kept are not asked for again. */
  ask(question: ExchangeQuestion, options?: { readonly signal?: AbortSignal; readonly onNews?: (news: ExchangeNews) => void }): Promise<ExchangeFinal>
  close(): void
}

/** One that owes an answer and says nothing for so long is asked whether it is there, ms. */
const QUIET = 5_000
/** It answers at once, whatever it waits for: one that does not is dead, ms. */
const SILENCE = 10_000

interface Waiting {
  readonly resolve: (final: ExchangeFinal) => void
  readonly onNews: ((news: ExchangeNews) => void) | undefined
}

/** The main thread's end of the exchange worker, which is started by the first question. */
export function createExchangeClient({ spawn, timers }: { readonly spawn: () => WorkerLike; readonly timers: Timers }): ExchangeClient {
  const waiting = new Map<number, Waiting>()
  let worker: WorkerLike | undefined
  let watch: number | undefined
  let nextId = 1

  const post = (ask: ExchangeAsk): void => {
    worker ??= started()
    worker.postMessage(ask)
  }

  const listenAnew = (): void => {
    if (watch !== undefined) timers.clear(watch)
    watch = waiting.size === 0 ? undefined : timers.set(() => {
      post({ id: 0, type: 'ping' })
      watch = timers.set(() => died('no answer came'), SILENCE)
    }, QUIET)
  }

  const end = (final: ExchangeFinal): void => {
    worker?.terminate()
    worker = undefined
    const owed = [...waiting.values()]
    waiting.clear()
    listenAnew()
    for (const { resolve } of owed) resolve(final)
  }
  const died = (message: string): void => end({ type: 'failed', message })

  const take = (reply: ExchangeReply): void => {
    const owed = waiting.get(reply.id)
    if (reply.type === 'progress' || reply.type === 'not-kept') owed?.onNews?.(reply)
    else if (reply.type !== 'alive') {
      waiting.delete(reply.id)
      owed?.resolve(reply)
    }
    listenAnew()
  }

  const started = (): WorkerLike => {
    const fresh = spawn()
    const whileHere = (act: () => void): void => {
      if (fresh === worker) act()
    }
    fresh.addEventListener('message', ({ data }) => whileHere(() => take(data as ExchangeReply)))
    fresh.addEventListener('error', ({ message }) => whileHere(() => died(message ?? 'it could not be started')))
    fresh.addEventListener('messageerror', () => whileHere(() => died('a message could not be read')))
    return fresh
  }

  return {
    ask(question, { signal, onNews } = {}) {
      return new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve({ type: 'cancelled' })
          return
        }
        const id = nextId
        nextId += 1
        waiting.set(id, { resolve, onNews })
        post({ id, ...question })
        if (waiting.size === 1) listenAnew()
        signal?.addEventListener('abort', () => {
          if (waiting.has(id)) post({ id: 0, type: 'cancel', target: id })
        })
      })
    },
    close: () => end({ type: 'cancelled' }),
  }
}
