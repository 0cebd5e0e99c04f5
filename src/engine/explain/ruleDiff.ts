import { createRun, type Run, type Setup } from '../run/createRun.ts'
import type { Walls } from '../pools/Walls.ts'
import type { Rules } from '../venues/Rules.ts'
import { required } from '../result/result.ts'
import { deathMove, diffHeadline, fateKey, type DeathMove, type RuleDiffHeadline, type TriedChange } from './diffHeadline.ts'
import { playthrough, type Death, type Playthrough } from './playthrough.ts'
import { ruleChoices, type RuleChoice } from './ruleChoices.ts'
import type { Decimal } from '../units/decimal.ts'

/** What one changed rule does on its own. */
export interface RuleEffect {
  readonly path: string
  /** What the two sets say there (`RuleChoice`). */
  readonly from: unknown
  readonly to: unknown
  /**
   * `decides`: alone it turns the outcome of the first set into that of the second. `matters`: alone it changes the
   * outcome. `together`: alone it changes nothing, but without it the second set's outcome would be another. `none`.
   * The outcome is who is opened, who dies, when and at which price; not what the liquidation order then gets.
   */
  readonly effect: 'decides' | 'matters' | 'together' | 'none'
  /** The first death under the first set with this one change, and how far that is from the one without it. */
  readonly alone: Death | undefined
  readonly move: DeathMove
  /** The first death under the second set without it. */
  readonly without: Death | undefined
  /** What it alone does to the equity at the end under the first set. */
  readonly equity: Decimal
}

export interface RuleDiff {
  readonly a: RuledPlay
  readonly b: RuledPlay
  readonly effects: readonly RuleEffect[]
  readonly headline: RuleDiffHeadline
}

export type RuledPlay = Playthrough & { readonly rules: Pick<Rules, 'id' | 'name' | 'date'> }

/** With the two runs, for whoever draws them. */
export type PlayedRuleDiff = RuleDiff & { readonly runs: { readonly a: Run; readonly b: Run } }

export interface RuleDiffProgress {
  /** Runs done of all, with the part of the one at hand. */
  readonly done: number
  readonly total: number
}

/** Ticks played between two looks at the clock. */
const SLICE = 64

/**
 * The same scenario under two sets of rules, and for every rule they differ in: what it does alone, and what the second
 * set does without it. Two runs a difference; a generator, so that the caller can show progress, pause and cancel. [R1]
 */
export function* ruleDiff(setup: Setup, walls: Walls, { a, b }: { readonly a: Rules; readonly b: Rules }): Generator<RuleDiffProgress, PlayedRuleDiff> {
  const { tape, collateral = [] } = setup
  const last = tape.time.length - 1
  const ordered = setup.commands.flatMap((command) => (command.type === 'place-order' ? [command.instrument] : []))
  const choices = ruleChoices(a, b, [...new Set([...ordered, ...collateral.map(({ instrument }) => instrument)])])
  // With one or two differences, the run with one of them is the run without the other.
  const total = choices.length < 3 ? 2 ** choices.length : 2 + 2 * choices.length
  const known = new Map<string, Playthrough>()
  let done = 0
  /** A run with some of the changes, to its end. Only its outcome is kept: events of dozens of runs would fill the memory. */
  const playRun = function* (taken: readonly RuleChoice[]): Generator<RuleDiffProgress, Run> {
    const rules = taken.length === choices.length && taken.length > 0 ? b : taken.reduce((mixed, choice) => choice.apply(mixed), a)
    const run = createRun({ ...setup, rules }, walls)
    for (let tick = 0; ; tick = Math.min(last, tick + SLICE)) {
      run.advanceTo(tick)
      if (tick === last) break
      yield { done: done + tick / (last + 1), total }
    }
    done += 1
    known.set(keyOf(taken), playthrough(setup, run))
    return run
  }
  const play = function* (taken: readonly RuleChoice[]): Generator<RuleDiffProgress, Playthrough> {
    if (!known.has(keyOf(taken))) yield* playRun(taken)
    return required(known.get(keyOf(taken)), 'the outcome of a run')
  }
  const runA = yield* playRun([])
  const runB = choices.length === 0 ? runA : yield* playRun(choices)
  const before = yield* play([])
  const after = yield* play(choices)
  const tried: TriedChange[] = []
  for (const choice of choices) {
    tried.push({ path: choice.path, alone: yield* play([choice]), without: yield* play(choices.filter((other) => other !== choice)) })
  }
  return {
    a: ruled(before, a),
    b: ruled(after, b),
    effects: choices.map((choice, i) => effectOf(choice, { before, after, ...required(tried[i], 'a change tried') })),
    headline: diffHeadline({ before, after, tried, end: required(tape.time[last], 'a last moment') }),
    runs: { a: runA, b: runB },
  }
}

function keyOf(taken: readonly RuleChoice[]): string {
  return taken.map(({ path }) => path).join(' ')
}

function ruled(play: Playthrough, { id, name, date }: Rules): RuledPlay {
  return { ...play, rules: { id, name, date } }
}

interface Outcomes {
  readonly before: Playthrough
  readonly after: Playthrough
  readonly alone: Playthrough
  readonly without: Playthrough
}

function effectOf({ path, from, to }: RuleChoice, outcomes: Outcomes): RuleEffect {
  const { before, alone, without } = outcomes
  return {
    path, from, to,
    effect: kindOf(outcomes),
    alone: alone.deaths[0],
    move: deathMove(before, alone),
    without: without.deaths[0],
    equity: alone.equity.minus(before.equity),
  }
}

function kindOf({ before, after, alone, without }: Outcomes): RuleEffect['effect'] {
  const outcome = ({ fates, deaths }: Playthrough): string => JSON.stringify([fates.map(fateKey), deaths.map(({ leg }) => leg)])
  if (outcome(alone) !== outcome(before)) return outcome(alone) === outcome(after) ? 'decides' : 'matters'
  return outcome(without) === outcome(after) ? 'none' : 'together'
}
