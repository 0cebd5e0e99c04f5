import { readFile } from 'node:fs/promises'
import { createImportSession } from '../../workers/import/importSession.ts'
import type { ImportRequest } from '../../workers/import/protocol.ts'
import type { RunRequest } from '../../workers/run/protocol.ts'
import { createRunSession } from '../../workers/run/runSession.ts'
import type { WorkerLike, WorkerSignal } from '../../workers/WorkerLike.ts'
import { createExchangeSession } from '../../workers/exchange/exchangeSession.ts'
import type { ExchangeAsk } from '../../workers/exchange/protocol.ts'
import { memoryExchangeStorage, type MemoryExchangeStorage } from '../../workers/exchange/testing/memoryExchangeStorage.ts'
import type { KeyValueStorage } from '../persistence/KeyValueStorage.ts'
import type { StoreDeps } from '../StoreDeps.ts'

type Listener = (event: WorkerSignal) => void

/** A worker in the same thread: messages are cloned and arrive later, as between threads. It can be killed. */
export interface LocalWorker extends WorkerLike {
  die(message: string): void
  /** Takes nothing more and says nothing more, without a word, as one that closed itself. */
  fallSilent(): void
  /** Requests it has got. */
  readonly requests: readonly { readonly type: string }[]
}

function localWorker(receive: (post: (reply: unknown, transfer: readonly ArrayBuffer[]) => void) => (message: unknown) => void): LocalWorker {
  const listeners = new Map<string, Listener[]>()
  const requests: { readonly type: string }[] = []
  let isAlive = true
  const emit = (type: string, event: Parameters<Listener>[0]): void => {
    for (const listener of listeners.get(type) ?? []) listener(event)
  }
  const take = receive((reply, transfer) => {
    const data: unknown = structuredClone(reply, { transfer: [...transfer] })
    setImmediate(() => {
      if (isAlive) emit('message', { data })
    })
  })
  return {
    requests,
    postMessage(message) {
      // A File of Node cannot be cloned; between real threads it is handed over by reference anyway.
      const holdsFile = typeof message === 'object' && message !== null && 'file' in message
      const copy = (holdsFile ? message : structuredClone(message)) as { type: string }
      requests.push(copy)
      setImmediate(() => {
        if (isAlive) take(copy)
      })
    },
    terminate() {
      isAlive = false
    },
    addEventListener(type: string, listener: Listener) {
      listeners.set(type, [...(listeners.get(type) ?? []), listener])
    },
    die(message) {
      isAlive = false
      emit('error', { message })
    },
    fallSilent() {
      isAlive = false
    },
  }
}

const LAST_WORDS = 'last-words'

export interface TestDeps extends StoreDeps {
  readonly workers: LocalWorker[]
  readonly kept: Map<string, unknown>
  /** What the exchange worker keeps, and how it asks; by itself nobody answers. */
  readonly exchange: { readonly storage: MemoryExchangeStorage; fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>; readonly workers: LocalWorker[] }
  /** Makes every call to the storage fail until set back. */
  fault: Error | undefined
  /** Lets the screen repaint once, so much later. */
  repaint(millis?: number): void
  announced: (() => void)[]
  leave: (() => void)[]
  announcements: number
  /** Longest a timer waits, ms: who waits for one that takes its time makes it less. */
  longestWait: number
}

/** A page without a page: real sessions, a clock that moves when told, a storage in memory that can be made to fail. */
export function testDeps(kept = new Map<string, unknown>(), tab = 'tab-1'): TestDeps {
  let now = 0
  let handles = 0
  const frames = new Map<number, (now: number) => void>()
  const guarded = async <T>(value: () => T): Promise<T> => {
    await Promise.resolve()
    if (deps.fault !== undefined) throw deps.fault
    return value()
  }
  const storage: KeyValueStorage = {
    get: (key) => guarded(() => kept.get(key)),
    set: (key, value) => guarded(() => void kept.set(key, structuredClone(value))),
    update: (key, change) =>
      guarded(() => {
        const value = change(kept.get(key))
        if (value !== undefined) kept.set(key, structuredClone(value))
      }),
    keys: () => guarded(() => [...kept.keys()]),
  }
  const deps: TestDeps = {
    workers: [],
    exchange: { storage: memoryExchangeStorage(), fetch: () => Promise.reject(new TypeError('nobody answers')), workers: [] },
    kept,
    fault: undefined,
    announced: [],
    announcements: 0,
    longestWait: 20_000,
    leave: [],
    startRunWorker() {
      const worker = localWorker((post) => {
        const session = createRunSession({
          post,
          now: () => performance.now(),
          rest: () => new Promise((resolve) => setImmediate(resolve)),
          textOf: (file) => readFile(new URL(`../../../public/tapes/${file}`, import.meta.url), 'utf8'),
        })
        return (message) => session.receive(message as RunRequest)
      })
      deps.workers.push(worker)
      return worker
    },
    startImportWorker: () =>
      localWorker((post) => {
        const session = createImportSession({ post: (reply) => post(reply, []) })
        return (message) => session.receive(message as ImportRequest)
      }),
    startExchangeWorker() {
      const worker = localWorker((post) => {
        const { storage: pages } = deps.exchange
        const sleep = (millis: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, Math.min(millis, 1)))
        const session = createExchangeSession({ post: (reply) => post(reply, []), storage: pages, deps: { fetch: (url, init) => deps.exchange.fetch(url, init), now: Date.now, sleep, online: () => true, inBrowser: true } })
        return (message) => session.receive(message as ExchangeAsk)
      })
      deps.exchange.workers.push(worker)
      return worker
    },
    storage,
    lastWords: {
      say(record) {
        if (record === undefined) kept.delete(LAST_WORDS)
        else kept.set(LAST_WORDS, structuredClone(record))
        return true
      },
      hear: () => kept.get(LAST_WORDS),
    },
    tabs: {
      id: tab,
      announce: () => {
        deps.announcements += 1
      },
      onAnnounced: (callback) => void deps.announced.push(callback),
      close: () => undefined,
    },
    clock: {
      now: () => now,
      requestFrame(callback) {
        handles += 1
        frames.set(handles, callback)
        return handles
      },
      cancelFrame: (handle) => void frames.delete(handle),
    },
    timers: {
      set: (callback, millis) => setTimeout(callback, Math.min(millis, deps.longestWait)) as unknown as number,
      clear: (timer) => clearTimeout(timer),
    },
    onLeave(callback) {
      deps.leave.push(callback)
      return () => undefined
    },
    repaint(millis = 16) {
      now += millis
      const due = [...frames]
      frames.clear()
      for (const [, callback] of due) callback(now)
    },
  }
  return deps
}
