import { culpritOf, poolTypeOf, type Instrument, type LedgerEvent, type PoolType, type Run } from '../../engine/index.ts'
import type { LaneEnd } from './ChartData.ts'
import type { Timeline } from './timeline.ts'

/** A leg that was opened at some time in one run. */
export interface LegStory {
  readonly leg: string
  readonly instrument: string
  readonly base: string
  /** As it was opened first. */
  readonly isLong: boolean
  /** Where it is, or was last. */
  readonly pool: string
  readonly poolType: PoolType
  readonly status: 'open' | 'closed' | 'liquidated'
  readonly liquidations: readonly LaneEnd[]
}

/** What became of every leg, in opening order, after the first `count` events. */
export interface LegHistory {
  after(count: number): ReadonlyMap<string, LegStory>
}

/** Folds a run's events into leg stories, on from where it stood, from the start when it has to go back. */
export function legHistory(run: Run, instruments: ReadonlyMap<string, Instrument>, timeline: Timeline): LegHistory {
  let stories = new Map<string, LegStory>()
  let folded: LedgerEvent[] = []
  return {
    after(count) {
      const { events } = run
      const isPrefix = folded.length <= count && (folded.length === 0 || events[folded.length - 1] === folded.at(-1))
      if (!isPrefix) {
        stories = new Map()
        folded = []
      }
      if (folded.length < count) stories = new Map(stories)
      for (let i = folded.length; i < count; i++) {
        const event = events[i]!
        fold(stories, event, { instruments, timeline, before: folded })
        folded.push(event)
      }
      return stories
    },
  }
}

interface Context {
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly timeline: Timeline
  readonly before: readonly LedgerEvent[]
}

function fold(stories: Map<string, LegStory>, event: LedgerEvent, context: Context): void {
  // Collateral stands in no compartment of its own and has no lane.
  if (event.type === 'filled' && event.instrumentType === 'spot') return
  if (event.type === 'filled') {
    const known = stories.get(event.leg)
    const base = context.instruments.get(event.instrument)?.base ?? event.instrument
    const born = { leg: event.leg, instrument: event.instrument, base, isLong: !event.qtyAfter.isNegative(), liquidations: [] }
    const status = event.qtyAfter.isZero() ? 'closed' : 'open'
    stories.set(event.leg, { ...(known ?? born), pool: event.pool, poolType: poolTypeOf(event.pool), status })
  }
  const known = 'leg' in event ? stories.get(event.leg) : undefined
  if (known === undefined) return
  if (event.type === 'position-moved') stories.set(event.leg, { ...known, pool: event.to, poolType: poolTypeOf(event.to) })
  if (event.type === 'position-liquidated' && event.rest === undefined) {
    stories.set(event.leg, { ...known, status: 'liquidated', liquidations: [...known.liquidations, endOf(event, context)] })
  }
}

function endOf(event: LedgerEvent & { type: 'position-liquidated' }, { before, timeline }: Context): LaneEnd {
  const breach = before.findLast((each) => each.type === 'pool-breached' && each.pool === event.pool)
  return {
    tick: event.tick,
    at: timeline.place(event.tick, event.at),
    role: breach?.type === 'pool-breached' && culpritOf(breach) === event.leg ? 'culprit' : 'bystander',
    seq: breach?.seq ?? event.seq,
  }
}
