import { describe, expect, it } from 'vitest'
import type { WorkerLike, WorkerSignal } from '../WorkerLike.ts'
import { createRunClient, type RunClient, type WorkerTrouble } from './runClient.ts'

interface Puppet extends WorkerLike {
  readonly got: { readonly id: number; readonly type: string; readonly target?: number }[]
  say(data: unknown): void
  emit(type: string, signal: WorkerSignal): void
  isTerminated: boolean
}

function puppet(): Puppet {
  const listeners = new Map<string, (signal: WorkerSignal) => void>()
  const made: Puppet = {
    got: [],
    isTerminated: false,
    postMessage: (message) => void made.got.push(message as Puppet['got'][number]),
    terminate() {
      made.isTerminated = true
    },
    addEventListener: (type, listener) => void listeners.set(type, listener),
    say: (data) => listeners.get('message')?.({ data }),
    emit: (type, signal) => listeners.get(type)?.(signal),
  }
  return made
}

function client(): { client: RunClient; workers: Puppet[]; troubles: WorkerTrouble[]; elapse: (millis?: number) => void } {
  const workers: Puppet[] = []
  const troubles: WorkerTrouble[] = []
  const timers = new Map<number, { readonly due: number; readonly callback: () => void }>()
  let count = 0
  let now = 0
  return {
    workers,
    troubles,
    /** Time goes by: what falls due on the way is done in its order, also what was set on the way. */
    elapse(millis = 20_000) {
      const until = now + millis
      for (;;) {
        const [first] = [...timers].filter(([, { due }]) => due <= until).toSorted(([, a], [, b]) => a.due - b.due)
        if (first === undefined) break
        timers.delete(first[0])
        now = first[1].due
        first[1].callback()
      }
      now = until
    },
    client: createRunClient({
      spawn() {
        const worker = puppet()
        workers.push(worker)
        return worker
      },
      onTrouble: (trouble) => void troubles.push(trouble),
      timers: {
        set(callback, millis) {
          count += 1
          timers.set(count, { due: now + millis, callback })
          return count
        },
        clear: (timer) => void timers.delete(timer),
      },
    }),
  }
}

const look = { type: 'find-event', from: 0, direction: 'next' } as const
const open = { type: 'open', source: '{}', tape: undefined } as const

describe('run client', () => {
  it('gives each reply to who asked, whatever the order, and progress on the way', async () => {
    const { client: run, workers } = client()
    const progress: number[] = []
    const first = run.ask(look, { onProgress: (done) => void progress.push(done) })
    const second = run.ask(look)
    const [a, b] = workers[0]?.got ?? []
    workers[0]?.say({ id: a?.id, type: 'progress', done: 3, total: 9 })
    workers[0]?.say({ id: b?.id, type: 'found-event', tick: 2 })
    workers[0]?.say({ id: a?.id, type: 'found-event', tick: 1 })
    // A second answer to the same question finds nobody.
    workers[0]?.say({ id: a?.id, type: 'found-event', tick: 7 })
    expect([await first, await second]).toMatchObject([{ tick: 1 }, { tick: 2 }])
    expect(progress).toEqual([3])
  })

  it('asks the worker to stop what is called off', async () => {
    const { client: run, workers } = client()
    const abort = new AbortController()
    const asked = run.ask(look, { signal: abort.signal })
    abort.abort()
    const [request, cancel] = workers[0]?.got ?? []
    expect(cancel).toMatchObject({ type: 'cancel', target: request?.id })
    workers[0]?.say({ id: request?.id, type: 'dropped' })
    expect((await asked).type).toBe('dropped')
    expect((await run.ask(look, { signal: abort.signal })).type).toBe('dropped')
  })

  it.each([
    ['an error', (worker: Puppet | undefined) => worker?.emit('error', { message: 'broken' })],
    ['an unreadable message', (worker: Puppet | undefined) => worker?.emit('messageerror', {})],
    ['a broken invariant', (worker: Puppet | undefined) => worker?.say({ id: worker.got.at(-1)?.id, type: 'failed', message: 'L1' })],
  ])('replaces a worker after %s, tells the new one what was open, and does not listen to the old one', async (_, kill) => {
    const { client: run, workers, troubles } = client()
    const opening = run.ask(open)
    workers[0]?.say({ id: 1, type: 'opened', info: {} })
    await opening
    const asked = run.ask(look)
    kill(workers[0])
    expect((await asked).type).toMatch(/dropped|failed/)
    expect([workers[0]?.isTerminated, workers.length, workers[1]?.got[0]?.type, troubles[0]?.type]).toEqual([true, 2, 'open', 'restarted'])
    workers[0]?.say({ id: 99, type: 'frame' })
    // Ids are never used twice: revisions are named after them.
    const ids = workers.flatMap((worker) => worker.got.map((request) => request.id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('takes a worker for dead that says nothing; progress is a sign of life', async () => {
    const { client: run, workers, troubles, elapse } = client()
    const asked = run.ask(look)
    elapse()
    expect((await asked).type).toBe('dropped')
    expect(troubles).toEqual([{ type: 'restarted', message: 'no answer came' }])
    const again = run.ask(look)
    const worker = workers.at(-1)
    worker?.say({ id: worker.got.at(-1)?.id, type: 'found-event', tick: 4 })
    expect(await again).toMatchObject({ tick: 4 })
    elapse()
    expect(troubles).toHaveLength(1)
  })

  it('takes a worker for dead that is silent, however much it is asked meanwhile: typing does not put it off', async () => {
    const { client: run, workers, troubles, elapse } = client()
    const asked = Array.from({ length: 20 }, () => {
      const answer = run.ask(look)
      elapse(1_000)
      return answer
    })
    expect(troubles).toEqual([{ type: 'restarted', message: 'no answer came' }])
    expect([workers[0]?.isTerminated, (await asked[0])?.type]).toEqual([true, 'dropped'])
  })

  it('lets a worker live that works for long without a word, as long as it says that it is there', async () => {
    const { client: run, workers, troubles, elapse } = client()
    const asked = run.ask(look)
    const [worker] = workers
    for (let second = 0; second < 120; second += 1) {
      elapse(1_000)
      for (const { id, type } of worker?.got.splice(1) ?? []) {
        expect(type).toBe('ping')
        worker?.say({ id, type: 'alive' })
      }
    }
    worker?.say({ id: worker.got[0]?.id, type: 'found-event', tick: 5 })
    expect(await asked).toMatchObject({ tick: 5 })
    expect(troubles).toEqual([])
    // Nothing is owed: nothing is asked.
    elapse(60_000)
    expect([worker?.got.length, workers.length]).toEqual([1, 1])
  })

  it('gives up a worker that says it is there and dies all the same: a sign of life is no answer', async () => {
    const { client: run, workers, troubles, elapse } = client()
    const asked: Promise<unknown>[] = []
    for (let i = 0; i < 3; i += 1) {
      asked.push(run.ask(look))
      elapse(2_000)
      const worker = workers.at(-1)
      worker?.say({ id: worker.got.at(-1)?.id, type: 'alive' })
      elapse(20_000)
    }
    expect(troubles.map(({ type }) => type)).toEqual(['restarted', 'restarted', 'gave-up'])
    expect(await Promise.all(asked)).toMatchObject([{ type: 'dropped' }, { type: 'dropped' }, { type: 'failed' }])
  })

  it('answers what is still open when it is closed', async () => {
    const { client: run, workers } = client()
    const asked = run.ask(look)
    run.close()
    expect((await asked).type).toBe('dropped')
    expect(workers[0]?.isTerminated).toBe(true)
  })
})
