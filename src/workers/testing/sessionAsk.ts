import type { FrameRequest, RunReply, RunRequest } from '../run/protocol.ts'
import type { RunAnswer, RunQuestion } from '../run/runClient.ts'
import { createRunSession, type Host } from '../run/runSession.ts'

export interface AskedSession {
  /** Sends a request; the id is `nextId` before the call. */
  ask(question: RunQuestion): Promise<RunAnswer>
  send(request: RunRequest): void
  readonly nextId: number
  /** Everything that was posted, clones as another thread would get them. */
  readonly replies: RunReply[]
  /** The last session's host can be slowed down: every look at the clock makes it later. */
  readonly host: { now: () => number }
}

/** A session in this thread. `clock` paces it; real time unless said. */
export function sessionAsk(clock: () => number = () => performance.now()): AskedSession {
  const replies: RunReply[] = []
  const waiting = new Map<number, (answer: RunAnswer) => void>()
  const host: { now: () => number } & Host = {
    now: clock,
    rest: () => new Promise((resolve) => setImmediate(resolve)),
    textOf: () => Promise.reject(new Error('no files here')),
    post(reply, transfer) {
      const copy = structuredClone(reply, { transfer: [...transfer] })
      replies.push(copy)
      if (copy.type !== 'progress' && copy.type !== 'alive') waiting.get(copy.id)?.(copy)
    },
  }
  const session = createRunSession(host)
  let nextId = 1
  return {
    replies,
    host,
    get nextId() {
      return nextId
    },
    send: (request) => session.receive(request),
    ask(question) {
      const id = nextId
      nextId += 1
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        session.receive({ id, ...question })
      })
    },
  }
}

/** A frame request of someone who knows nothing yet and stands still. */
export function frameAt(tick: number, fields: Partial<FrameRequest> = {}): RunQuestion {
  return {
    type: 'frame',
    tick,
    detail: 'as-set',
    instrument: 'SOL-PERP',
    known: { revision: 0, counts: { 'as-set': 0, 'all-isolated': 0, 'all-cross': 0 } },
    isStill: true,
    stopAfter: undefined,
    ...fields,
  }
}

/** Scenario A as it is built in: BTC and ETH share, SOL stands behind its own wall. */
export const SCENARIO_A = JSON.stringify({
  schema: 1,
  title: 'One bad altcoin',
  rules: 'plain',
  tape: { type: 'scripted', id: 'one-bad-altcoin' },
  instruments: ['BTC', 'ETH', 'SOL'].map((base) => ({ symbol: `${base}-PERP`, base, quote: 'USDT', tickSize: '0.01' })),
  wallet: '10000',
  commands: [
    { type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: 'buy', notional: '20000', leverage: '10' },
    { type: 'place-order', instrument: 'ETH-PERP', pool: 'cross', side: 'sell', notional: '10000', leverage: '10' },
    { type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side: 'buy', notional: '40000', leverage: '20' },
  ],
})
