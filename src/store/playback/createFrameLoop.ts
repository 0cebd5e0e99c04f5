import type { Frame, Twin } from '../../workers/run/Frame.ts'
import type { FrameRequest } from '../../workers/run/protocol.ts'
import type { RunClient } from '../../workers/run/runClient.ts'

export interface FrameWish {
  readonly tick: number
  /** Whether chart and detail are wanted whatever their age. */
  readonly isStill: boolean
  /** Stop at the first liquidation after this tick. */
  readonly stopAfter?: number | undefined
}

/** How a wish ended: shown, overtaken by a newer one, or impossible because the engine does not answer. */
export type FrameOutcome = 'shown' | 'replaced' | 'failed'

export interface FrameLoop {
  /** The newest wish wins. At most one request is under way. */
  show(wish: FrameWish): Promise<FrameOutcome>
  /** The scenario is about to change: what is under way is not worth repeating. */
  renew(): void
  readonly isBusy: boolean
  /** The tick that is on its way to the screen; absent when what was asked for is shown. */
  readonly wanted: number | undefined
  /** What the engine computed for the last frame, and how long that took. */
  readonly lastAdvance: Frame['advance']
}

export interface FrameLoopOptions {
  readonly run: RunClient
  /** The parts of a request that come from the state of the moment. */
  readonly context: () => Pick<FrameRequest, 'detail' | 'instrument' | 'known'>
  readonly apply: (frame: Frame) => void
  readonly onProgress: (target: number, share: number) => void
}

export type KnownEvents = { readonly revision: number; readonly counts: Readonly<Record<Twin, number>> }

interface Job {
  readonly wish: FrameWish
  readonly resolve: (outcome: FrameOutcome) => void
}

/** A dropped frame that nobody replaced was lost with its worker; it is asked for again, so often. */
const RETRIES = 2

export function createFrameLoop({ run, context, apply, onProgress }: FrameLoopOptions): FrameLoop {
  let next: Job | undefined
  let underWay: { readonly tick: number; readonly abort: AbortController; isLong: boolean } | undefined
  let lastAdvance: Frame['advance'] = { bars: 0, millis: 0 }
  let generation = 0

  const attempt = async (wish: FrameWish): Promise<FrameOutcome> => {
    const mine = generation
    for (let attempts = 0; attempts <= RETRIES; attempts += 1) {
      const flight = { tick: wish.tick, abort: new AbortController(), isLong: false }
      underWay = flight
      const answer = await run.ask(
        { type: 'frame', tick: wish.tick, isStill: wish.isStill, stopAfter: wish.stopAfter, ...context() },
        {
          signal: flight.abort.signal,
          onProgress(done, total) {
            flight.isLong = true
            onProgress(wish.tick, total === 0 ? 0 : done / total)
            if (next !== undefined) flight.abort.abort()
          },
        },
      )
      underWay = undefined
      if (answer.type === 'frame') {
        lastAdvance = answer.frame.advance
        apply(answer.frame)
        return 'shown'
      }
      if (answer.type !== 'dropped') return 'failed'
      if (next !== undefined || mine !== generation) return 'replaced'
    }
    return 'failed'
  }

  const pump = async (): Promise<void> => {
    for (let job = next; job !== undefined; job = next) {
      next = undefined
      job.resolve(await attempt(job.wish))
    }
  }

  return {
    show(wish) {
      return new Promise((resolve) => {
        next?.resolve('replaced')
        next = { wish, resolve }
        if (underWay === undefined) void pump()
        else if (underWay.isLong) underWay.abort.abort()
      })
    },
    renew() {
      generation += 1
    },
    get isBusy() {
      return underWay !== undefined || next !== undefined
    },
    get wanted() {
      return next?.wish.tick ?? underWay?.tick
    },
    get lastAdvance() {
      return lastAdvance
    },
  }
}
