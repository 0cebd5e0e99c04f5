import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { times } from '../testing/promises.ts'
import { Decimal } from '../units/decimal.ts'
import type { CalculatorAnswer, CalculatorScene, Inverse } from './Calculator.ts'
import { invert } from './invert.ts'
import { noneAnswer, valueAnswer } from './lazyAnswers.ts'

/** No calculator here looks at its scene. */
const scene = {} as CalculatorScene

interface Words {
  readonly f: (x: Decimal) => Decimal | string
  readonly wanted: number | string
  readonly domain?: readonly [low: number | string, high: number | string, step: number | string]
  readonly keeps?: 'not-below' | 'not-above'
  readonly lies?: Inverse['lies']
  readonly bends?: readonly number[]
  readonly guess?: number
}

/** The answer in short, and how often the function was asked. */
function asked({ f, wanted, domain = [0, 1000, 1], keeps = 'not-below', lies, bends, guess }: Words): { readonly answer: CalculatorAnswer; readonly short: string; readonly calls: number } {
  let calls = 0
  const [low, high, step] = domain
  const answer = invert({
    inverse: {
      input: 'x',
      from: 'y',
      domain: () => ({ low: new Decimal(low), high: new Decimal(high), step: new Decimal(step) }),
      keeps: () => keeps,
      lies,
      bends: () => (bends ?? []).map((at) => new Decimal(at)),
      guess: () => (guess === undefined ? undefined : new Decimal(guess)),
    },
    wanted: new Decimal(wanted),
    values: {},
    scene,
    at: (x) => {
      calls += 1
      const y = f(x)
      if (y === 'outside') return { type: 'none', reason: 'outside-tier-table', limit: new Decimal(100) }
      return typeof y === 'string' ? noneAnswer(y) : valueAnswer(y)
    },
  })
  return { answer, short: shortOf(answer), calls }
}

function shortOf(answer: CalculatorAnswer): string {
  if (answer.type === 'value') return answer.value.toFixed()
  if (answer.type === 'word') return answer.word
  if (answer.reason === 'two-roots') return `two ${answer.roots.map((root) => root.toFixed()).join(' ')}`
  if (answer.reason === 'no-root') return `no-root ${answer.nearest?.low.toFixed() ?? ''} to ${answer.nearest?.high.toFixed() ?? ''}`
  if (answer.reason === 'outside-tier-table') return `outside ${answer.limit.toFixed()}`
  return answer.reason === 'none' ? answer.why : answer.reason
}

describe('invert', () => {
  it('[A1] finds the neighbour on the side that is kept, whichever way the result goes', () => {
    const up = (x: Decimal) => x.times(3)
    expect(asked({ f: up, wanted: 300 }).short).toBe('100')
    expect(asked({ f: up, wanted: 301 }).short).toBe('101') // 303 >= 301 > 300
    expect(asked({ f: up, wanted: 301, keeps: 'not-above' }).short).toBe('100')
    const down = (x: Decimal) => new Decimal(5000).minus(x.times(3))
    expect(asked({ f: down, wanted: 4000 }).short).toBe('333') // 5000 - 999 = 4001 >= 4000 > 3998
    expect(asked({ f: down, wanted: 4000, keeps: 'not-above' }).short).toBe('334')
  })

  it('[A1] of a result that stands still over many values takes the last that is enough', () => {
    const steps = (x: Decimal) => x.div(10).floor()
    expect(asked({ f: steps, wanted: 7 }).short).toBe('70')
    expect(asked({ f: steps, wanted: 7, keeps: 'not-above' }).short).toBe('79')
  })

  it('[A1] a jump is passed on its safe side', () => {
    const f = (x: Decimal) => (x.lte(250) ? x : x.plus(100))
    expect(asked({ f, wanted: 300, bends: [250] }).short).toBe('251')
    expect(asked({ f, wanted: 300, bends: [250], keeps: 'not-above' }).short).toBe('250')
  })

  it('[A1] says both roots', () => {
    // x (1000 - x) / 1000 = 90 at x = 100 and x = 900
    expect(asked({ f: (x) => x.times(x.neg().plus(1000)).div(1000), wanted: 90 }).short).toBe('two 100 900')
  })

  it('[A1] says how far the result goes where no value gives what is wanted', () => {
    expect(asked({ f: (x) => x.plus(7), wanted: 2000 }).short).toBe('no-root 7 to 1007')
  })

  it('[A1] says that an input has no effect', () => {
    expect(asked({ f: () => new Decimal(5), wanted: 6 }).short).toBe('no-effect')
    expect(asked({ f: () => new Decimal(5), wanted: 5 }).short).toBe('no-effect')
  })

  it('[A1] says where the tier table ends', () => {
    const f = (x: Decimal) => (x.gt(100) ? 'outside' : x)
    expect(asked({ f, wanted: 150 }).short).toBe('outside 100')
    expect(asked({ f, wanted: 100 }).short).toBe('100')
    expect(asked({ f, wanted: -5 }).short).toBe('no-root 0 to 100')
  })

  it('[A1] a figure that does not exist says why; one beyond every number is passed over', () => {
    expect(asked({ f: () => 'hedged', wanted: 5 }).short).toBe('hedged')
    const lies: Inverse['lies'] = (why) => (why === 'covered' ? 'below' : why === 'failed' ? 'above' : undefined)
    // 60 - x while between 50 and 10: liquidated at once before, covered after
    const f = (x: Decimal) => (x.lt(10) ? 'failed' : x.gt(50) ? 'covered' : x.neg().plus(60))
    for (const wanted of [50, 33, 11, 10]) expect(asked({ f, wanted, keeps: 'not-above', lies }).short).toBe(String(60 - wanted))
    expect(asked({ f, wanted: 5, keeps: 'not-above', lies }).short).toBe('no-root 10 to 50')
    expect(asked({ f, wanted: 55, keeps: 'not-above', lies }).short).toBe('no-root 10 to 50')
    // without knowing where it lies the border is looked for
    for (const wanted of [50, 33, 11, 10]) expect(asked({ f, wanted, keeps: 'not-above' }).short).toBe(String(60 - wanted))
  })

  it('[A1] finds the exact boundary of any monotone result on any grid', () => {
    const grid = fc.record({ digits: fc.integer({ min: 0, max: 12 }), from: fc.integer({ min: 0, max: 50 }), to: fc.integer({ min: 100, max: 1_000_000 }) })
    const shape = fc.record({ type: fc.constantFrom('line', 'hyperbola', 'square', 'stairs'), falls: fc.boolean(), isGuessed: fc.boolean(), keeps: fc.constantFrom('not-below', 'not-above'), share: fc.double({ min: 0.01, max: 0.99, noNaN: true }) })
    fc.assert(
      fc.property(grid, shape, ({ digits, from, to }, { type, falls, keeps, share, isGuessed }) => {
        const step = new Decimal(10).pow(-digits)
        const rising = (x: Decimal): Decimal => {
          if (type === 'hyperbola') return new Decimal(1000).minus(new Decimal(1000).div(x.plus(1)))
          return type === 'square' ? x.times(x) : type === 'stairs' ? x.times(7).floor() : x.times('0.7')
        }
        const f = (x: Decimal): Decimal => (falls ? rising(x).neg() : rising(x))
        const mid = new Decimal(from).plus(new Decimal(to - from).times(share))
        const wanted = f(mid).toSignificantDigits(9)
        fc.pre(!f(new Decimal(from)).eq(wanted) && wanted.gt(Decimal.min(f(new Decimal(from)), f(new Decimal(to)))) && wanted.lt(Decimal.max(f(new Decimal(from)), f(new Decimal(to)))))
        const { answer, calls } = asked({ f, wanted: wanted.toFixed(), keeps, domain: [from, to, step.toFixed()], ...(isGuessed ? { guess: mid.toDP(3).toNumber() } : {}) })
        const keepsIt = (x: Decimal): boolean => (keeps === 'not-below' ? f(x).gte(wanted) : f(x).lte(wanted))
        expect(answer.type).toBe('value')
        if (answer.type !== 'value') return
        expect(keepsIt(answer.value)).toBe(true)
        // towards where it is less, the next one breaks it
        const onwards = (keeps === 'not-below') !== falls ? answer.value.minus(step) : answer.value.plus(step)
        expect(keepsIt(onwards)).toBe(false)
        expect(answer.value.mod(step).isZero()).toBe(true)
        expect(calls).toBeLessThan(110)
      }),
      times(300),
    )
  })
})
