import type { Timers } from '../Timers.ts'
import type { WorkerLike } from '../WorkerLike.ts'
import type { RunReply, RunRequest } from './protocol.ts'

/** A request without its id. */
export type RunQuestion = RunRequest extends infer Request ? (Request extends RunRequest ? Omit<Request, 'id'> : never) : never
export type RunAnswer = Exclude<RunReply, { type: 'progress' } | { type: 'alive' }>

/** What happened to the worker itself. After `restarted` the scenario is open in it again as it was. */
export type WorkerTrouble = { readonly type: 'restarted'; readonly message: string } | { readonly type: 'gave-up'; readonly message: string }

export interface RunClient {
  /** Resolves with the final reply; `dropped` when a newer request or the death of the worker made it pointless. Never rejects. */
  ask(question: RunQuestion, options?: AskOptions): Promise<RunAnswer>
  close(): void
}

export interface AskOptions {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface RunClientOptions {
  readonly spawn: () => WorkerLike
  readonly onTrouble: (trouble: WorkerTrouble) => void
  readonly timers: Timers
}

/** A worker that owes an answer and says nothing for so long, progress included, is asked whether it is there, ms. */
const QUIET = 2_000
/**
 * It says so between two stretches of work, whatever it waits for. One that does not for so long is taken for dead, ms: it
 * may have closed itself or been killed, of which no event tells.
 */
const SILENCE = 15_000
/** A worker that dies so often in a row, without answering anything in between, is not started again. */
const MOST_DEATHS = 3

interface Waiting {
  readonly question: RunQuestion
  readonly resolve: (answer: RunAnswer) => void
  readonly onProgress: AskOptions['onProgress']
}

/**
 * The main thread's end of the run worker. A dead worker (error, unreadable message, broken invariant, silence) is
 * replaced and given the scenario and commands it had; other requests it owed are answered `dropped`.
 */
export function createRunClient({ spawn, onTrouble, timers }: RunClientOptions): RunClient {
  const waiting = new Map<number, Waiting>()
  let lastOpen: RunQuestion | undefined
  let lastCommands: RunQuestion | undefined
  let worker: WorkerLike | undefined
  let watch: number | undefined
  let nextId = 1
  let deaths = 0
  let isClosed = false

  const send = (question: RunQuestion): number => {
    const id = nextId
    nextId += 1
    worker ??= started()
    worker.postMessage({ id, ...question })
    return id
  }

  /** Waits for a sign of life, where one is owed and none is waited for: what is asked meanwhile does not put the end off. */
  const listen = (): void => {
    if (watch !== undefined || waiting.size === 0) return
    watch = timers.set(() => {
      send({ type: 'ping' })
      watch = timers.set(() => died('no answer came'), SILENCE)
    }, QUIET)
  }

  /** It is alive, or there is a new one. */
  const listenAnew = (): void => {
    if (watch !== undefined) timers.clear(watch)
    watch = undefined
    listen()
  }

  const settle = (id: number, answer: RunAnswer): void => {
    const owed = waiting.get(id)
    waiting.delete(id)
    listenAnew()
    owed?.resolve(answer)
  }

  const started = (): WorkerLike => {
    const fresh = spawn()
    const isStale = (): boolean => fresh !== worker
    fresh.addEventListener('message', ({ data }) => {
      if (!isStale()) take(data as RunReply)
    })
    fresh.addEventListener('error', ({ message }) => {
      if (!isStale()) died(message ?? 'it could not be started')
    })
    fresh.addEventListener('messageerror', () => {
      if (!isStale()) died('a message could not be read')
    })
    return fresh
  }

  const take = (reply: RunReply): void => {
    if (reply.type === 'alive') listenAnew()
    else if (reply.type === 'progress') {
      listenAnew()
      waiting.get(reply.id)?.onProgress?.(reply.done, reply.total)
    } else if (reply.type === 'failed') {
      settle(reply.id, reply)
      died(reply.message)
    } else {
      deaths = 0
      remember(reply)
      settle(reply.id, reply)
    }
  }

  /** What must be said again to a worker that takes this one's place. */
  const remember = (reply: RunAnswer): void => {
    const question = waiting.get(reply.id)?.question
    if (reply.type === 'opened') {
      lastOpen = question
      lastCommands = undefined
    } else if (reply.type === 'commands-set') lastCommands = question
  }

  const died = (message: string): void => {
    worker?.terminate()
    worker = undefined
    deaths += 1
    const owed = [...waiting]
    waiting.clear()
    listenAnew()
    if (isClosed) return
    if (deaths >= MOST_DEATHS) {
      for (const [id, each] of owed) each.resolve({ id, type: 'failed', message })
      onTrouble({ type: 'gave-up', message })
      return
    }
    if (lastOpen !== undefined) send(lastOpen)
    if (lastCommands !== undefined) send(lastCommands)
    // What changes the scenario is said again; what only looks at it is asked again by whoever still wants to know.
    for (const [id, each] of owed) {
      const isChange = each.question.type === 'open' || each.question.type === 'set-commands'
      if (isChange) waiting.set(send(each.question), each)
      else each.resolve({ id, type: 'dropped' })
    }
    listen()
    onTrouble({ type: 'restarted', message })
  }

  return {
    ask(question, { onProgress, signal } = {}) {
      return new Promise((resolve) => {
        if (isClosed || signal?.aborted === true) {
          resolve({ id: 0, type: 'dropped' })
          return
        }
        if (deaths >= MOST_DEATHS && (question.type === 'open' || question.type === 'rule-diff' || question.type === 'counterfactuals' || question.type === 'calibrate')) deaths = 0
        if (deaths >= MOST_DEATHS) {
          resolve({ id: 0, type: 'failed', message: 'the engine does not run' })
          return
        }
        const id = send(question)
        waiting.set(id, { question, resolve, onProgress })
        listen()
        signal?.addEventListener('abort', () => {
          if (waiting.has(id)) worker?.postMessage({ id: nextId, type: 'cancel', target: id })
        })
      })
    },
    close() {
      isClosed = true
      worker?.terminate()
      worker = undefined
      const owed = [...waiting]
      waiting.clear()
      listenAnew()
      for (const [id, each] of owed) each.resolve({ id, type: 'dropped' })
    },
  }
}
