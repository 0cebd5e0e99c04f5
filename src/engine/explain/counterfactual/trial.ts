import type { LegId } from '../../ledger/Account.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { equityOf } from '../../margin/equity.ts'
import type { Walls } from '../../pools/Walls.ts'
import { createRun, type Run, type Setup } from '../../run/createRun.ts'
import { marksAt } from '../../run/steps.ts'
import type { Quote } from '../../units/quantities.ts'
import { changed, type ScenarioChange } from './ScenarioChange.ts'

/** What an incident asks of a change: that these legs live. [I2] */
export interface Question {
  readonly setup: Setup
  readonly twin: 'as-set' | 'all-isolated' | 'all-cross'
  /** Legs of the failed pool; none of them may be liquidated, even in part … */
  readonly legs: ReadonlySet<LegId>
  /** … from the tick in which the first of them was opened to the last one seen. */
  readonly since: number
  readonly until: number
  /** The orders that opened or enlarged them before they failed: they must still be accepted. */
  readonly orders: ReadonlySet<string>
}

export type Verdict = 'alive' | 'liquidated' | 'refused'

export interface Trial {
  readonly changes: readonly ScenarioChange[]
  readonly verdict: Verdict
  readonly run: Run
  /** Of the whole account at the last tick seen; absent where it was not played so far. */
  readonly equity: Quote | undefined
  /** Legs of the incident that were liquidated, as far as it was played. */
  readonly liquidated: readonly LegId[]
}

/** How much has been tried. */
export interface CounterfactualProgress {
  readonly done: number
  readonly total: number
}

/** Ticks played between two looks at the clock. */
const SLICE = 64

export interface Trials {
  /** Plays the scenario with the changes. `toEnd`: goes on after a liquidation, for what comes of it. */
  play(changes: readonly ScenarioChange[], options?: { readonly toEnd?: boolean; readonly walls?: Walls }): Generator<number, Trial>
}

/** Plays changes one after the other; of the same wallet and walls what comes before the first difference is played once. */
export function openTrials(question: Question): Trials {
  const runs = new Map<string, Run>()
  return {
    *play(changes, { toEnd = false, walls = question.twin } = {}) {
      const setup = changed(question.setup, changes)
      const key = `${JSON.stringify(walls)} ${setup.wallet.toFixed()}`
      const known = runs.get(key)
      const run = known ?? createRun(setup, walls)
      if (known === undefined) {
        runs.clear()
        runs.set(key, run)
      } else run.setCommands(setup.commands)
      const inserted = changes.flatMap((change) => (change.type === 'insert' ? [change.command.id] : []))
      const watch = openWatch(question, run, new Set([...question.orders, ...inserted]))
      for (let tick = Math.min(question.until, Math.max(0, run.computed)); ; tick = Math.min(question.until, tick + SLICE)) {
        run.advanceTo(tick)
        if (watch.look() !== 'alive' && !toEnd) break
        if (tick === question.until) break
        yield tick / (question.until + 1)
      }
      const verdict = watch.look()
      const isOver = run.computed >= question.until
      return { changes, verdict, run, liquidated: watch.liquidated, equity: isOver ? equityOf(run.accountAt(question.until), marksAt(question.setup.tape, question.until)) : undefined }
    },
  }
}

/** Reads the events of a run as they come. */
function openWatch(question: Question, run: Run, accepted: ReadonlySet<string>): { look(): Verdict; readonly liquidated: LegId[] } {
  const liquidated: LegId[] = []
  let verdict: Verdict = 'alive'
  let next = 0
  return {
    liquidated,
    look() {
      for (; next < run.events.length; next += 1) {
        const event = run.events[next]
        if (event === undefined || event.tick > question.until) break
        if (isLost(event, question) && !liquidated.includes(event.leg)) liquidated.push(event.leg)
        if (isRefused(event, accepted)) verdict = 'refused'
        else if (verdict === 'alive' && liquidated.length > 0) verdict = 'liquidated'
      }
      return verdict
    },
  }
}

function isLost(event: LedgerEvent, { legs, since }: Question): event is LedgerEvent & { readonly type: 'position-liquidated' } {
  return event.type === 'position-liquidated' && event.tick >= since && legs.has(event.leg)
}

function isRefused(event: LedgerEvent, accepted: ReadonlySet<string>): boolean {
  if (event.type === 'command-refused') return accepted.has(event.commandId)
  return event.type === 'order-canceled' && event.why === 'refused-at-fill' && accepted.has(event.orderId)
}
