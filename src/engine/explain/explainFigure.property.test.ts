import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createRun, type Setup } from '../run/createRun.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { patience, times } from '../testing/promises.ts'
import { venueSetup } from '../testing/venueSetup.ts'
import { withKinds } from '../testing/withKinds.ts'
import { Decimal } from '../units/decimal.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import { resolveRules } from '../venues/resolveRules.ts'
import { evaluate, partsOf } from './evaluate.ts'
import type { Explanation, Expression } from './Explanation.ts'
import { explainFigure } from './explainFigure.ts'
import { FIGURE_IDS } from './FigureId.ts'
import { figureKey } from './figureKey.ts'
import type { FigureScene } from './FigureScene.ts'
import { figuresAt, figuresOfEvents, type Shown } from './testing/everyFigure.ts'

vi.setConfig({ testTimeout: patience })

/** A life of a scenario in all three twins, to its end. */
function lived(setup: Setup): FigureScene {
  const resolved = { ...setup, rules: resolveRules(setup.rules, setup.instruments) }
  const last = setup.tape.time.length - 1
  const run = (walls: 'as-set' | 'all-isolated' | 'all-cross'): ReturnType<typeof createRun> => {
    const made = createRun(resolved, walls)
    made.advanceTo(last)
    return made
  }
  return { setup: resolved, runs: { 'as-set': run('as-set'), 'all-isolated': run('all-isolated'), 'all-cross': run('all-cross') }, tick: last }
}

/** How often each figure was seen, and how often its formula had a step. */
const seen = new Map<string, { count: number; steps: number }>()

function problemOf(scene: FigureScene, { ref, value }: Shown): string | undefined {
  const explanation = explainFigure(scene, ref)
  const key = figureKey(ref)
  if (explanation === undefined) return value === undefined ? undefined : `${key}: no explanation`
  if (value === undefined) return explanation.none === undefined ? `${key}: a value, ${explanation.value?.toFixed() ?? ''}, where there is none` : undefined
  const { formula } = explanation
  if (formula === undefined) return `${key}: none (${explanation.none ?? ''}), where it is ${value.toFixed()}`
  const before = seen.get(ref.id) ?? { count: 0, steps: 0 }
  seen.set(ref.id, { count: before.count + 1, steps: before.steps + (partsOf(formula).length > 0 ? 1 : 0) })
  const found = evaluate(formula)
  if (!found.eq(value)) return `${key}: ${found.toFixed()} instead of ${value.toFixed()}`
  if (explanation.value?.eq(value) !== true) return `${key}: says ${explanation.value?.toFixed() ?? 'nothing'} instead of ${value.toFixed()}`
  return checkProblem(key, explanation) ?? symbolProblem(key, formula)
}

function checkProblem(key: string, { checks }: Explanation): string | undefined {
  const wrong = checks.find(({ left, right }) => {
    const [a, b] = [evaluate(left), evaluate(right)]
    return a.minus(b).abs().gt(Decimal.max(a.abs(), b.abs(), sizeOf(left)).times('1e-24'))
  })
  return wrong === undefined ? undefined : `${key}: check ${wrong.name}: ${evaluate(wrong.left).toFixed()} is not ${evaluate(wrong.right).toFixed()}`
}

/** The largest amount a sum is made of: what is left of it is as exact as that. */
function sizeOf(expression: Expression): Decimal {
  return partsOf(expression).reduce((most: Decimal, part) => Decimal.max(most, evaluate(part).abs()), new Decimal(0))
}

/** One symbol of one owner stands for one value. */
function symbolProblem(key: string, formula: Expression): string | undefined {
  const values = new Map<string, Decimal>()
  let problem: string | undefined
  const visit = (each: Expression): void => {
    if (each.type === 'value') {
      const name = `${each.symbol} of ${each.of ?? ''}`
      const before = values.get(name)
      if (before !== undefined && !before.eq(each.value)) problem = `${key}: ${name} is ${before.toFixed()} and ${each.value.toFixed()}`
      values.set(name, each.value)
    }
    for (const part of partsOf(each)) visit(part)
  }
  visit(formula)
  return problem
}

function problemsOf(setup: Setup): readonly string[] {
  const scene = lived(setup)
  const ticks = [...new Set([0, Math.floor(scene.tick / 2), scene.tick])]
  const shown = [...ticks.flatMap((tick) => figuresAt({ ...scene, tick }).map((each) => ({ tick, each }))), ...figuresOfEvents(scene).map((each) => ({ tick: scene.tick, each }))]
  return shown.flatMap(({ tick, each }) => problemOf({ ...scene, tick }, each) ?? [])
}

describe('explanations', () => {
  it('[X1] random lives under random rules: every formula comes to the figure of the view, the event or the report', () => {
    fc.assert(
      fc.property(fc.oneof(setupArb(), setupArb({ jumpingTiers: true }), withKinds(setupArb())), (setup) => {
        expect(problemsOf(setup)).toEqual([])
      }),
      times(150),
    )
  })

  it.each([...builtinRules.values()].map((rules) => [rules.id, rules] as const))('[X1] random lives under %s: every formula comes to the figure', (_, rules) => {
    fc.assert(
      fc.property(venueSetup(rules), (setup) => {
        expect(problemsOf(setup)).toEqual([])
      }),
      times(12),
    )
  })

  afterAll(() => {
    if (process.env['EXPLAIN_COUNTS'] !== undefined) console.log([...seen].map(([id, { count, steps }]) => `${id} ${count} ${steps}`).toSorted().join('\n'))
  })
})

export const unseen = (): readonly string[] => FIGURE_IDS.filter((id) => !seen.has(id))
