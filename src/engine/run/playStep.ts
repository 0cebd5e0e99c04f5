import { priceOf } from '../tape/priceKey.ts'
import type { Millis } from '../units/millis.ts'
import type { Moment } from '../ledger/Draft.ts'
import { fundPools } from './fundPools.ts'
import type { Play } from './Play.ts'
import { playPath } from './playPath.ts'
import { anyMayFire, follow, isQuiet } from './quiet.ts'
import { marksFrom, type Step } from './steps.ts'
import { nextCooled, testPools, type Standing } from './testPools.ts'
import { fire, firesAt } from './triggers.ts'

/** Plays one straight piece of the tape, or one jump. (design.md 3.1, 3.2) */
export function playStep(play: Play, tick: number, step: Step): void {
  if (step.type === 'jump') return playJump(play, tick, step)
  playPath(play, tick, step)
  follow(play, step.to)
}

/** Funding and cool-downs that end before the jump does are decided at the price before it; everything else after it. [K3] */
function playJump(play: Play, tick: number, step: Step): void {
  const times = play.funding.timesIn(step.start, step.end)
  playBefore(play, tick, { step, times: times.filter((time) => time < step.end) })
  follow(play, step.to)
  const isDue = times.includes(step.end) || nextCooled(play.draft, step.start, step.end) !== undefined
  if (!isDue && isQuiet(play, step.to) && !anyMayFire(play, step.to, step.to)) return
  const moment = { tick, at: step.end, marks: marksFrom(play.tape, step.to) }
  if (times.includes(step.end)) fundPools(play, moment)
  settle(play, moment, { point: step.to, jumped: true })
  for (const pool of play.draft.account.pools.values()) {
    if (pool.legs.length > 0 && !play.ranges.covers(pool, step.to)) play.ranges.certify(play.draft.account, pool, moment.marks)
  }
}

/** What is due at the price before a jump. */
function playBefore(play: Play, tick: number, { step, times }: { readonly step: Step; readonly times: readonly Millis[] }): void {
  let now = step.start
  let paid = 0
  for (;;) {
    const cooled = nextCooled(play.draft, now, step.end - 1)
    const due = times[paid]
    if (cooled === undefined && due === undefined) return
    now = Math.min(cooled ?? Number.POSITIVE_INFINITY, due ?? Number.POSITIVE_INFINITY)
    const moment = { tick, at: now, marks: marksFrom(play.tape, step.from) }
    if (due === now) {
      fundPools(play, moment)
      paid += 1
    }
    settle(play, moment, { point: step.from, jumped: false })
  }
}

/** Tests every pool and trigger at a standing point until nothing changes; liquidations first. [K1] */
export function settle(play: Play, moment: Moment, standing: Standing): void {
  const { draft } = play
  for (;;) {
    const seq = draft.account.seq
    testPools(play, moment, standing)
    const trigger = play.triggers().find((each) => firesAt(each, priceOf(moment.marks, each.instrument, each.by)))
    if (trigger !== undefined) fire(draft, moment, trigger)
    if (draft.account.seq === seq) return
  }
}
