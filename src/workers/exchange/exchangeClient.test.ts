import { describe, expect, it } from 'vitest'
import type { WorkerSignal } from '../WorkerLike.ts'
import { createExchangeClient } from './exchangeClient.ts'
import type { ExchangeAsk, ExchangeReply } from './protocol.ts'

/** Timers that go when told, and workers that do what the test says. */
function staged() {
  const timers = new Map<number, { readonly callback: () => void; readonly millis: number }>()
  let handles = 0
  const workers: { readonly got: ExchangeAsk[]; isOver: boolean; readonly say: (reply: ExchangeReply) => void; readonly die: (message: string) => void }[] = []
  const client = createExchangeClient({
    timers: {
      set(callback, millis) {
        handles += 1
        timers.set(handles, { callback, millis })
        return handles
      },
      clear: (timer) => void timers.delete(timer),
    },
    spawn() {
      const listeners = new Map<string, (event: WorkerSignal) => void>()
      const got: ExchangeAsk[] = []
      const worker = { got, isOver: false, say: (data: ExchangeReply) => listeners.get('message')?.({ data }), die: (message: string) => listeners.get('error')?.({ message }) }
      workers.push(worker)
      return {
        postMessage: (message) => void got.push(message as ExchangeAsk),
        terminate: () => {
          worker.isOver = true
        },
        addEventListener: (type, listener) => void listeners.set(type, listener),
      }
    },
  })
  /** The one timer that runs. */
  const ring = (): void => {
    const [first] = [...timers]
    if (first === undefined) throw new Error('no timer runs')
    timers.delete(first[0])
    first[1].callback()
  }
  return { client, workers, ring, timers }
}

describe('a worker that loads', () => {
  it('is started by the first question, answers each by its id, and tells news before the end', async () => {
    const { client, workers } = staged()
    expect(workers).toEqual([])
    const news: string[] = []
    const first = client.ask({ type: 'kept' }, { onNews: ({ type }) => news.push(type) })
    const second = client.ask({ type: 'clear-pages' })
    workers[0]?.say({ id: 1, type: 'not-kept', trouble: 'full' })
    workers[0]?.say({ id: 2, type: 'cancelled' })
    workers[0]?.say({ id: 1, type: 'failed', message: 'x' })
    expect([(await first).type, (await second).type, news, workers.length]).toEqual(['failed', 'cancelled', ['not-kept'], 1])
  })

  it('that dies fails what it owes; the next question starts another', async () => {
    const { client, workers } = staged()
    const owed = client.ask({ type: 'kept' })
    workers[0]?.die('out of memory')
    expect(await owed).toEqual({ type: 'failed', message: 'out of memory' })
    void client.ask({ type: 'kept' })
    expect([workers.length, workers[0]?.isOver, workers[1]?.isOver]).toEqual([2, true, false])
  })

  it('is asked for a sign of life when it is quiet, let live when it gives one, and taken for dead when it does not', async () => {
    const { client, workers, ring, timers } = staged()
    const owed = client.ask({ type: 'kept' })
    ring()
    expect(workers[0]?.got.at(-1)).toEqual({ id: 0, type: 'ping' })
    workers[0]?.say({ id: 0, type: 'alive' })
    ring()
    ring()
    expect(await owed).toEqual({ type: 'failed', message: 'no answer came' })
    expect(timers.size).toBe(0)
  })

  it('is told of a cancel while it owes the answer, and not after', async () => {
    const { client, workers } = staged()
    const abort = new AbortController()
    const owed = client.ask({ type: 'kept' }, { signal: abort.signal })
    abort.abort()
    expect(workers[0]?.got.at(-1)).toEqual({ id: 0, type: 'cancel', target: 1 })
    workers[0]?.say({ id: 1, type: 'cancelled' })
    expect((await owed).type).toBe('cancelled')
    expect((await client.ask({ type: 'kept' }, { signal: abort.signal })).type).toBe('cancelled')
    expect(workers[0]?.got.length).toBe(2)
  })
})
