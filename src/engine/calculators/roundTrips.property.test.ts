import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { patience, times } from '../testing/promises.ts'
import { anyRules, tradeArb, type Trade } from '../testing/tradeArb.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import { calculate, filled } from './calculate.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Domain, Inverse } from './Calculator.ts'
import { onGrid } from './gridSearch.ts'
import { keptSide } from './keptSide.ts'
import { largestSize } from './largestSize.ts'
import { liquidation } from './liquidation.ts'
import { marginForLiquidation } from './marginForLiquidation.ts'
import { stopSize } from './stopSize.ts'
import { wall } from './wall.ts'

vi.setConfig({ testTimeout: patience })

/** What a trade gives each calculator: every input, as somebody would have typed it. */
function inputsOf(calculator: Calculator, { scene, size, entryPrice, leverage, worse }: Trade): CalculatorValues {
  const loss = worse.minus(entryPrice).abs().div(entryPrice)
  const maxLoss = new Decimal(scene.instrument.type === 'inverse' ? '0.5' : '50')
  const all: CalculatorValues = { size, entryPrice, leverage, stopPrice: worse, riskShare: new Decimal('0.01'), maxLoss, fall: Decimal.min('0.9', loss) }
  const isInput = (id: string): boolean => calculator.fields.some((field) => field.id === id && field.role === 'input')
  return Object.fromEntries(Object.entries(all).filter(([id]) => isInput(id)))
}

/** One inverse of a calculator at a trade: what goes in, and the result with an input in its place. */
interface Case {
  readonly inverse: Inverse
  readonly domain: Domain
  /** Without the input. */
  readonly others: CalculatorValues
  readonly at: (x: Decimal) => CalculatorAnswer | undefined
  /** An input on its grid, and what it gives. */
  readonly start: Decimal
  readonly wanted: Decimal
  readonly keeps: (x: Decimal) => boolean
}

/** Nothing where the trade has no such result, or the input no such value. */
function caseOf(calculator: Calculator, inverse: Inverse, scene: CalculatorScene, values: CalculatorValues): Case | undefined {
  const { input, from } = inverse
  const known = filled(calculator, values, { scene, without: [] })
  const others = Object.fromEntries(Object.entries(values).filter(([id]) => id !== input))
  const without = filled(calculator, others, { scene, without: [input] })
  const at = (x: Decimal): CalculatorAnswer | undefined => calculator.forward(filled(calculator, { ...others, [input]: x }, { scene, without: [] }), scene)[from]
  const reached = calculator.forward(known, scene)[from]
  const given = known[input]
  if (given === undefined || reached?.type !== 'value') return undefined
  const domain = onGrid(inverse.domain(without, scene, reached.value))
  const start = roundToStep(given, domain.step, 'down')
  const wanted = start.lt(domain.low) || start.gt(domain.high) ? undefined : at(start)
  if (wanted?.type !== 'value') return undefined
  const side = keptSide({ inverse, wanted: wanted.value, values: without, scene })
  const keeps = (x: Decimal): boolean => {
    const answer = x.lt(domain.low) || x.gt(domain.high) ? undefined : at(x)
    return answer?.type === 'value' && side(answer) === true
  }
  return { inverse, domain, others, at, start, wanted: wanted.value, keeps }
}

/** What is wrong with a value that was found. */
function wrongRoot({ inverse: { input, from }, domain, keeps }: Case, x: Decimal): string | undefined {
  if (!keeps(x)) return `${input} ${x.toFixed()} does not keep ${from}`
  const isEnd = !keeps(x.minus(domain.step)) || !keeps(x.plus(domain.step))
  return isEnd ? undefined : `one step from ${input} ${x.toFixed()} still keeps ${from}`
}

/** A result is given back as wanted instead of an input: what is said of it, in a word, or what is wrong. */
function backAndForth(calculator: Calculator, inverse: Inverse, { scene }: Trade, values: CalculatorValues): string {
  const known = caseOf(calculator, inverse, scene, values)
  if (known === undefined) return 'not there'
  const { input, from } = inverse
  const answer = calculate(calculator, { ...known.others, [from]: known.wanted }, scene, { solve: input }).solved[input]
  if (answer?.type === 'none') return wrongReason(known, answer)
  if (answer?.type !== 'value') return `no answer for ${input}`
  const back = known.at(answer.value)
  // A result that goes one way all along is met exactly, for a value on the grid gives it.
  const isMet = !isSteady(calculator, inverse) || (back?.type === 'value' && back.value.eq(known.wanted))
  return wrongRoot(known, answer.value) ?? (isMet ? 'found' : `${from} ${known.wanted.toFixed()} is not met by ${input} ${answer.value.toFixed()}`)
}

/** There is a value that gives what is wanted: only that there are two, or that all do, can be said. */
function wrongReason(known: Case, answer: CalculatorAnswer & { readonly type: 'none' }): string {
  const { input, from } = known.inverse
  if (answer.reason === 'two-roots') return answer.roots.map((root) => wrongRoot(known, root)).find((wrong) => wrong !== undefined) ?? 'two roots'
  // A root that only a few sizes or entry prices lead to can lie between the places that are looked at.
  if (answer.reason === 'no-root' && known.inverse.isMonotone !== true) return 'missed'
  if (answer.reason !== 'no-effect') return `${input} from ${from}: ${answer.reason} although ${known.start.toFixed()} gives it`
  const other = known.at(known.domain.low)
  return other?.type === 'value' && !other.value.eq(known.wanted) ? `${input} has an effect on ${from}` : 'no effect'
}

/** Whether the result goes one way all along; the largest size does not where a high leverage is liquidated on its fill. */
function isSteady(calculator: Calculator, inverse: Inverse): boolean {
  return inverse.isMonotone === true && calculator !== largestSize
}

const FINE = new Set(['found', 'two roots', 'no effect', 'not there', 'missed'])

describe.each([liquidation, marginForLiquidation, largestSize, stopSize, wall])('$name', (calculator) => {
  it('[A1] forward(inverse(x)) = x on the grid, and one step further breaks it, under all rules', () => {
    const counts = new Map<string, number>()
    fc.assert(
      fc.property(tradeArb(anyRules), (trade) => {
        const values = inputsOf(calculator, trade)
        for (const inverse of calculator.inverses) {
          if (inverse.applies?.(trade.scene) === false || inverse.closed !== undefined) continue
          const said = backAndForth(calculator, inverse, trade, values)
          counts.set(said, (counts.get(said) ?? 0) + 1)
          expect(FINE.has(said) ? '' : said).toBe('')
        }
      }),
      { ...times(50), endOnFailure: true },
    )
    // the test is about what is found
    const found = counts.get('found') ?? 0
    expect(found).toBeGreaterThan(25)
    expect(counts.get('missed') ?? 0).toBeLessThan(2 + found / 50)
  })
})

describe.each([...builtinRules.values()])('under $id', (rules) => {
  it('[M2] more margin is never liquidated nearer', () => {
    fc.assert(
      fc.property(tradeArb(fc.constant({ ...rules, funding: { type: 'none' as const } })), fc.integer({ min: 1, max: 300 }), (trade, percent) => {
        const scene = { ...trade.scene, mode: 'isolated' as const }
        const values = { size: trade.size, entryPrice: trade.entryPrice, leverage: trade.leverage }
        const margin = filled(liquidation, values, { scene, without: [] })['margin'] ?? new Decimal(0)
        const at = (amount: Decimal) => liquidation.forward(filled(liquidation, { ...values, margin: amount }, { scene, without: [] }), scene)['liquidationDistance']
        const [less, more] = [at(margin), at(margin.times(percent).div(100).plus(margin))]
        if (less?.type === 'value' && more?.type === 'value') expect(more.value.gte(less.value)).toBe(true)
        // once nothing liquidates it, nothing does with more
        if (less?.type === 'none' && less.reason === 'none' && less.why === 'fully-collateralized') expect(more?.type).toBe('none')
      }),
      { ...times(8), endOnFailure: true },
    )
  })
})
