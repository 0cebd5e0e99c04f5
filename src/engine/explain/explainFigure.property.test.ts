import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { setupArb } from '../testing/arbitraries.ts'
import { order, pathTape } from '../testing/fixtures.ts'
import { patience, times } from '../testing/promises.ts'
import { venueSetup } from '../testing/venueSetup.ts'
import { withFunding } from '../testing/withFunding.ts'
import { withKinds } from '../testing/withKinds.ts'
import { Decimal } from '../units/decimal.ts'
import { qty, quote, rate } from '../units/quantities.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import type { Rules } from '../venues/Rules.ts'
import type { Setup } from '../run/createRun.ts'
import { evaluate, partsOf } from './evaluate.ts'
import { explainFigure } from './explainFigure.ts'
import { FIGURE_IDS } from './FigureId.ts'
import { plainNumber } from './expressions.ts'
import { figureKey } from './figureKey.ts'
import { printSpreadsheet } from './print/spreadsheet.ts'
import { valuesIn } from './print/text.ts'
import { figuresAt, figuresOfEvents } from './testing/everyFigure.ts'
import { problemWith } from './testing/figureProblems.ts'
import { livedIn } from './testing/livedIn.ts'
import { spreadsheetCell } from './testing/spreadsheetCell.ts'

vi.setConfig({ testTimeout: patience })

/** How often each figure was seen, and how often its formula had a step. */
const seen = new Map<string, { readonly count: number; readonly steps: number }>()
/** Of one figure of one life: hundreds of parts of one liquidation are all alike. */
const MOST_ALIKE = 8

/** What is wrong with the explanations of a life: of the accounts at some ticks, and of its events. */
function problemsOf(setup: Setup): readonly string[] {
  const scene = livedIn(setup)
  const ticks = [...new Set([0, Math.floor(scene.tick / 2), scene.tick])]
  const shown = [...ticks.flatMap((tick) => figuresAt({ ...scene, tick }).map((each) => ({ ...each, tick }))), ...figuresOfEvents(scene).map((each) => ({ ...each, tick: scene.tick }))]
  const counts = new Map<string, number>()
  return shown.flatMap(({ tick, ...each }) => {
    const kind = `${each.ref.id} ${String(each.value === undefined)}`
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    if (count > MOST_ALIKE) return []
    const explanation = explainFigure({ ...scene, tick }, each.ref)
    if (explanation?.formula !== undefined) {
      const before = seen.get(each.ref.id) ?? { count: 0, steps: 0 }
      seen.set(each.ref.id, { count: before.count + 1, steps: before.steps + (partsOf(explanation.formula).length > 0 ? 1 : 0) })
    }
    return problemWith(each, explanation) ?? []
  })
}

/** Assets behind contracts, under rules that list one of them: by value, or by quantity. */
const withAssets: fc.Arbitrary<Setup> = fc.tuple(setupArb(), fc.constantFrom('value', 'quantity'), fc.integer({ min: 1, max: 9 })).map(([setup, by, units]): Setup => {
  const first = setup.tape.series[0]
  const base = setup.instruments[0]
  if (first === undefined || base === undefined) return setup
  const haircuts = { by, slices: [{ floor: quote('0'), haircut: rate('0.05') }, { floor: quote('150'), haircut: rate('0.2') }] } as const
  return {
    ...setup,
    tape: { ...setup.tape, series: [...setup.tape.series, ...(['X', 'Y'] as const).map((instrument) => ({ ...first, instrument }))] },
    instruments: [...setup.instruments, ...(['X', 'Y'] as const).map((symbol) => ({ ...base, symbol, base: symbol, type: 'spot' as const }))],
    rules: { ...setup.rules, collateral: { X: haircuts } },
    collateral: [{ instrument: 'X', qty: qty(String(units)) }, { instrument: 'Y', qty: qty('1') }],
  }
})

/** Orders and positions with both targets, a stop that trails, margin that adds itself, and a cool-down. */
const rich: Setup = {
  tape: pathTape({ A: [100, 101, 99, 98.3, 98.2] }),
  instruments: [{ symbol: 'A', type: 'linear', base: 'A', quote: 'USDT', contractSize: qty('1'), tickSize: quote('0.01') as never, qtyStep: qty('0.001'), beta: rate('1'), openInterest: undefined }],
  rules: withPartial(builtinRules.get('standard')),
  wallet: quote('10000'),
  commands: [
    order({ id: 'a', leg: 'a', pool: 'isolated', qty: '10', leverage: '50', takeProfit: '130', stopLoss: '50' }),
    order({ id: 'g', leg: 'g', pool: 'isolated', qty: '10', leverage: '10' }),
    order({ id: 'b', leg: 'b', pool: 'isolated', qty: '10', leverage: '50' }),
    order({ id: 'c', leg: 'c', pool: 'cross', qty: '5', orderType: 'limit', price: '90', takeProfit: '95', stopLoss: '80', leverage: '5' }),
    { id: 'd', tick: 0, type: 'set-auto-margin', leg: 'a', on: true, upTo: quote('50') },
    { id: 'e', tick: 0, type: 'set-leverage', leg: 'g', leverage: rate('8') },
    { id: 'f', tick: 1, type: 'set-protection', leg: 'a', takeProfit: quote('140') as never, stopLoss: quote('60') as never },
  ],
}

function withPartial(rules: Rules | undefined): Rules {
  if (rules === undefined) throw new Error('the standard rules')
  return { ...rules, liquidation: { ...rules.liquidation, partial: { type: 'share', share: rate('0.2'), above: quote('0'), cooldownMillis: 36_000_000 } } }
}

describe('explanations', () => {
  it('[X1] random lives under random rules: every formula comes to the figure of the view, the event or the report', () => {
    fc.assert(
      fc.property(fc.oneof(setupArb(), setupArb({ jumpingTiers: true }), withKinds(setupArb()), withAssets, withFunding(setupArb())), (setup) => {
        expect(problemsOf(setup)).toEqual([])
      }),
      times(60),
    )
  })

  it.each([...builtinRules.values()].map((rules) => [rules.id, rules] as const))('[X1] random lives under %s: every formula comes to the figure', (_, rules) => {
    fc.assert(
      fc.property(venueSetup(rules), (setup) => {
        expect(problemsOf(setup)).toEqual([])
      }),
      times(4),
    )
  })

  it('[X1] targets, margin that adds itself and a cool-down', () => {
    expect(problemsOf(rich)).toEqual([])
    const scene = livedIn(rich)
    const valueOf = (id: string, of: Readonly<Record<string, string>>): string | undefined => explainFigure(scene, { id, of })?.value?.toFixed()
    // 20 of the 50 that were allowed: the initial margin at 98.49 once more, 10 x 98.49 / 50 = 19.698
    expect(valueOf('position.autoMarginLeft', { leg: 'a' })).toBe('30.302')
    expect(valueOf('pool.coolingUntil', { pool: 'isolated:b' })).toBeDefined()
  })

  it('[X1] every id was seen, thousands of figures in all; those of drafts are tried beside the previews', () => {
    const drafted = (id: string): boolean => id.startsWith('ticket.') || id.startsWith('edit.')
    expect(FIGURE_IDS.filter((id) => !seen.has(id) && !drafted(id))).toEqual([])
    expect([...seen.values()].reduce((total, { count }) => total + count, 0)).toBeGreaterThan(10_000)
  })

  it('[X5] what can be worked out is: only what is put in, read or looked up has a formula without a step', () => {
    const plain = [...seen].filter(([, { steps }]) => steps === 0).map(([id]) => id)
    expect(plain.filter((id) => !PUT_IN.has(id))).toEqual([])
  })

  it('[X6] a value with an explanation of its own is the very figure that it leads to', () => {
    let followed = 0
    fc.assert(
      fc.property(fc.oneof(setupArb(), withKinds(setupArb()), withAssets, withFunding(setupArb()), ...['okx-inverse', 'standard', 'dydx-v4'].map((id) => venueSetup(builtinRules.get(id) ?? rich.rules))), (setup) => {
        const scene = livedIn(setup)
        for (const { ref } of [...figuresAt(scene), ...figuresOfEvents(scene).slice(0, 150)]) {
          for (const { figure, value } of valuesIn(explainFigure(scene, ref)?.formula ?? plainNumber(0))) {
            if (figure === undefined) continue
            followed += 1
            expect([figureKey(ref), figureKey(figure), explainFigure(scene, figure)?.value?.toFixed()]).toEqual([figureKey(ref), figureKey(figure), new Decimal(value).toFixed()])
          }
        }
      }),
      times(8),
    )
    expect(followed).toBeGreaterThan(1000)
  })

  it('[X4] spreadsheet formulas, worked out in doubles by a reader of their own, give the same number', () => {
    let tried = 0
    fc.assert(
      fc.property(fc.oneof(setupArb(), venueSetup(builtinRules.get('okx-inverse') ?? rich.rules), venueSetup(builtinRules.get('binance-usdm') ?? rich.rules)), fc.constantFrom<',' | ';'>(',', ';'), (setup, separator) => {
        const scene = livedIn(setup)
        for (const { ref } of [...figuresAt(scene), ...figuresOfEvents(scene).slice(0, 200)]) {
          const { formula } = explainFigure(scene, ref) ?? {}
          const text = formula === undefined ? undefined : printSpreadsheet(formula, { separator })
          if (formula === undefined || text === undefined) continue
          tried += 1
          const exact = evaluate(formula)
          const cell = new Decimal(spreadsheetCell(text, { separator, decimal: separator === ';' ? ',' : '.' }))
          const scale = largest(formula)
          expect(cell.minus(exact).abs().lte(Decimal.max(1, scale).times('1e-12')), `${text} is ${cell.toFixed()}, not ${exact.toFixed()}`).toBe(true)
        }
      }),
      times(12),
    )
    expect(tried).toBeGreaterThan(1000)
  })
})

/** The largest number of a formula: cancelling keeps 15 digits of that. */
function largest(expression: Parameters<typeof evaluate>[0]): Decimal {
  return partsOf(expression).reduce((most: Decimal, part) => Decimal.max(most, largest(part)), evaluate(expression).abs())
}

const PUT_IN = new Set([
  // sums of events, of which there is one
  'position.badDebt', 'incident.forfeited', 'incident.badDebt', 'incident.returned',
  // put in, read or looked up, or the figure of an event once more
  'account.walletBalance', 'account.openPositions', 'account.openOrders', 'pool.coolingUntil',
  'position.mark', 'position.leverage', 'position.margin', 'position.tier', 'position.marginRatio', 'position.takeProfit', 'position.stopLoss', 'position.trailingBest', 'position.closingRate', 'position.fundingPrice',
  'order.qty', 'order.price', 'order.limitPrice', 'order.leverage', 'order.takeProfit', 'order.stopLoss', 'order.trailingBest',
  'event.legMark', 'event.legQty', 'event.leverageBefore', 'event.leverageAfter', 'event.takeProfit', 'event.stopLoss', 'event.orderQty', 'event.orderPrice', 'event.score', 'event.rank',
  'trade.qty', 'trade.price', 'funding.rate', 'funding.price', 'fund.start',
  'market.mark', 'market.index', 'market.last', 'market.maintenanceRate', 'market.maxLeverage', 'headline.isolated', 'headline.cross',
  'incident.equity', 'incident.maintenanceMargin', 'incident.qty', 'incident.entryPrice', 'incident.mark', 'incident.unrealizedPnl', 'incident.legMaintenance', 'incident.share', 'incident.elsewhere',
  'incident.closedPrice', 'incident.realizedPnl', 'incident.fee', 'incident.driftBefore', 'incident.driftSurplus', 'incident.stepSurplus',
  'incident.saverEquity', 'incident.saverPrice', 'incident.saverSize', 'incident.saverLeverage',
])
