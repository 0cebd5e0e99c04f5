import { describe, expect, it } from 'vitest'
import { plainRules } from '../../../engine/index.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { diffSay, type Death, type LegFate, type RuleDiffReport } from './DiffSay.ts'
import { diffSentences } from './diffSentences.ts'
import { aloneWords, effectKind, valueChanges } from './effectWords.ts'
import { isPlural, rulePhrase, ruleTitle } from './rulePhrase.ts'

const MINUTE = 60_000
const format = createFormat('1,234.5')

const death = (leg: string, minute: number, price: string): Death => ({ leg, tick: minute, at: minute * MINUTE, price, orderPrice: price })

function fate(leg: string, outcome: LegFate['outcome'], fields: Partial<LegFate> = {}): LegFate {
  return { leg, instrument: leg.split('@')[0] ?? leg, outcome, death: undefined, parts: outcome === 'liquidated' || outcome === 'reduced' ? 1 : 0, pnl: '0', refusal: undefined, ...fields }
}

function side(name: string, fates: readonly LegFate[], deaths: readonly Death[] = [], equity = '100'): RuleDiffReport['a'] {
  return { rules: { id: name, name, date: '2026-01-01' }, fates, deaths, equity, refusals: 0, badDebt: '0' }
}

const instruments = [{ symbol: 'SOL-PERP', base: 'SOL', quote: 'USDT', tickSize: '0.01' }, { symbol: 'ETH-PERP', base: 'ETH', quote: 'USDT', tickSize: '0.01' }] as unknown as RuleDiffReport['instruments']

function said(report: Pick<RuleDiffReport, 'a' | 'b' | 'headline'> & Partial<RuleDiffReport>): string {
  const whole: RuleDiffReport = { effects: [], walls: 'as-set', instruments, lastTick: 9, ticks: new Float64Array(), times: new Float64Array(), equity: { a: new Float64Array(), b: new Float64Array() }, ...report }
  return diffSentences(whole, diffSay(whole, 2, format)).join(' ')
}

const SOL = 'SOL-PERP@isolated'
const ETH = 'ETH-PERP@cross'
const dead = (at: Death): LegFate => fate(at.leg, 'liquidated', { death: at })

describe('the sentence of a comparison', () => {
  it('moves a death, and names the rule that makes most of it', () => {
    const [before, after] = [death(SOL, 10, '143.94'), death(SOL, 90, '143.24')]
    const headline = { move: { type: 'moved', millis: 80 * MINUTE, price: '-0.7' }, about: 'first-death', leg: SOL, main: { path: 'tiers.SOL-PERP', share: '0.97' }, count: undefined } as const
    expect(said({ a: side('Plain', [dead(before)], [before]), b: side('Standard', [dead(after)], [after]), headline })).toBe(
      'SOL is liquidated first under both. Under Standard that is 1 h 20 min later, at 143.24 instead of 143.94. The tier table of SOL makes nearly all of the difference.',
    )
  })

  it('tells who else is liquidated under one set only, and by which rule', () => {
    const [before, after, along] = [death(SOL, 10, '111.24'), death(SOL, 43, '110.94'), death(ETH, 10, '2900')]
    const headline = { move: { type: 'moved', millis: 33 * MINUTE, price: '-0.3' }, about: 'first-death', leg: SOL, main: { path: 'tiers.SOL-PERP', share: '1' }, count: { path: 'liquidation.sharedPool', share: '1' } } as const
    const report = { a: side('Plain', [dead(before), dead(along)], [before, along]), b: side('Standard', [dead(after), fate(ETH, 'open')], [after]), headline }
    expect(said(report)).toMatch(/makes all of the difference\. ETH is liquidated only under Plain\. The order in which a shared pool is closed makes all of that\.$/)
    expect(said({ ...report, headline: { ...headline, count: headline.main } })).toMatch(/ETH is liquidated only under Plain\.$/)
  })

  it('says that others work against the rule that makes the difference', () => {
    const at = death(SOL, 10, '143.94')
    const headline = { move: { type: 'averted' }, about: 'first-death', leg: SOL, count: undefined } as const
    const ofShare = (share: string): string => said({ a: side('A set', [dead(at)], [at]), b: side('B set', [fate(SOL, 'open')]), headline: { ...headline, main: { path: 'fees', share } } })
    expect(ofShare('7.69')).toMatch(/The trading fees make all of the difference and more; other rules work against it\.$/)
    expect(['1.0002', '0.7', '0.3'].map((share) => ofShare(share).split(' make ')[1])).toEqual(['nearly all of the difference.', 'most of the difference.', 'the largest part of the difference.'])
  })

  it('says that an order is refused, and for which limit', () => {
    const before = death(SOL, 10, '143.94')
    const refusal = { code: 'leverage-above-limit', leverage: '50', limit: '20' } as const
    const headline = { move: { type: 'averted' }, about: 'first-death', leg: SOL, main: { path: 'tiers.SOL-PERP.leverage', share: '1' }, count: undefined } as const
    expect(said({ a: side('A set', [dead(before)], [before]), b: side('B set', [fate(SOL, 'refused', { refusal })]), headline })).toBe(
      'SOL is liquidated first under A set, at 143.94 on 1970-01-01 00:10 UTC. Under B set nobody is. The order of SOL is refused under B set: 50x is above its limit of 20x. The leverage limits of SOL make all of the difference.',
    )
    expect(said({ a: side('A set', [fate(SOL, 'refused', { refusal })]), b: side('B set', [dead(before)], [before]), headline: { ...headline, move: { type: 'appears' } } })).toMatch(
      /^Nobody is liquidated under A set\. The order of SOL is refused under A set: .+ Under B set SOL is, at 143\.94 on /,
    )
  })

  it('tells of another position that dies first, and what becomes of the one before', () => {
    const [before, after] = [death(SOL, 10, '143.94'), death(ETH, 4, '2900')]
    const headline = { move: { type: 'other-leg', millis: -6 * MINUTE }, about: 'first-death', leg: SOL, main: undefined, count: undefined } as const
    expect(said({ a: side('A set', [dead(before), fate(ETH, 'open')], [before]), b: side('B set', [fate(SOL, 'open'), dead(after)], [after]), headline })).toBe(
      'SOL is liquidated first under A set, at 143.94; under B set it is ETH, 6 min earlier, at 2,900.00. There SOL lives to the end. No rule makes the difference alone: they do it together.',
    )
  })

  it('tells positions of one market apart by pool and side, or by the name they were given', () => {
    const legs = ['SOL-PERP@cross:short', 'SOL-PERP@bucket:hedge', 'SOL-PERP@isolated', 'SOL@20x'].map((leg) => fate(leg, 'open', { instrument: 'SOL-PERP' }))
    const say = diffSay({ a: side('A', legs), instruments }, 2, format)
    expect(legs.map(({ leg }) => say.leg(leg))).toEqual(['SOL short (cross)', 'SOL (bucket hedge)', 'SOL (isolated)', 'SOL@20x'])
  })

  it('tells of a part that saves the rest, of money alone, of nothing, and of no trades', () => {
    const at = death(SOL, 10, '143.94')
    const same = { type: 'same' } as const
    expect(said({ a: side('A set', [dead(at)], [at]), b: side('B set', [fate(SOL, 'reduced', { death: at })], [at]), headline: { move: same, about: 'fate', leg: SOL, main: { path: 'liquidation.partial', share: '1' }, count: undefined } })).toBe(
      'SOL is liquidated first under both, at the same moment and at 143.94. Under A set SOL is liquidated at 143.94; under B set it is only reduced, by one part, and lives. The part that is closed at a time makes all of the difference.',
    )
    const none = { type: 'none' } as const
    expect(said({ a: side('A set', [fate(SOL, 'open')]), b: side('B set', [fate(SOL, 'open')], [], '97.5'), headline: { move: none, about: 'money', leg: undefined, main: { path: 'fees', share: '0.6' }, count: undefined } })).toBe(
      'Nobody is liquidated, neither under A set nor under B set. Every position ends alike; 2.50 less is left under B set. The trading fees make most of the difference.',
    )
    // Two of one name are told apart by their letters.
    expect(said({ a: side('One', [fate(SOL, 'open')]), b: side('One', [fate(SOL, 'open')]), headline: { move: none, about: 'nothing', leg: undefined, main: undefined, count: undefined } })).toBe(
      'Nobody is liquidated, neither under A (One) nor under B (One).',
    )
    expect(said({ a: side('A set', []), b: side('B set', []), headline: { move: none, about: 'nothing', leg: undefined, main: undefined, count: undefined } })).toBe('Nothing is traded in this scenario, so no rule can matter.')
  })
})

describe('a rule that differs', () => {
  const base = { effect: 'none', alone: undefined, move: { type: 'none' }, without: undefined, equity: '0' } as const
  const tiers = (first: string, leverage: string) => [{ maintenanceRate: first, maintenanceAmount: '0', maxLeverage: leverage }, { maintenanceRate: '0.05', maintenanceAmount: '9', maxLeverage: '10' }]

  it('has a name, in a sentence and in a table', () => {
    const baseOf = (symbol: string): string => symbol.replace('-PERP', '')
    expect([rulePhrase('tiers.BTC-PERP.maintenance', baseOf), ruleTitle('liquidation.trigger', baseOf), rulePhrase('somethingNew', baseOf)]).toEqual(['the maintenance rates of BTC', 'Price that liquidates', 'the rule somethingNew'])
    expect(['tiers.BTC-PERP.leverage', 'tiers.BTC-PERP', 'fees', 'funding'].map(isPlural)).toEqual([true, false, true, false])
  })

  it('has a name whatever it is', () => {
    const { liquidation, ...rules } = plainRules
    const described = new Set(['id', 'name', 'summary', 'date', 'source', 'contract', 'tiersBy'])
    const paths = [...Object.keys(rules).filter((key) => !described.has(key)), ...Object.keys(liquidation).map((key) => `liquidation.${key}`)]
    expect(paths.filter((path) => rulePhrase(path, (symbol) => symbol).startsWith('the rule '))).toEqual([])
  })

  it('says old and new: tier by tier, whole tables, or as the form words them', () => {
    expect(valueChanges({ ...base, path: 'tiers.BTC.leverage', from: tiers('0.004', '125'), to: tiers('0.004', '20') }, [], format)).toMatchObject([{ label: 'Tier 1', from: '125x', to: '20x' }])
    expect(valueChanges({ ...base, path: 'tiers.BTC', from: tiers('0.004', '125'), to: tiers('0.01', '50').slice(0, 1) }, [], format)).toMatchObject([{ from: '2 tiers, 0.40% to 5.00%, up to 125x', to: '1 tier, 1.00%, up to 50x' }])
    const changes = [{ id: 'fees.taker', place: 'Taker fee', from: '0%', to: '0.05%' }, { id: 'funding.type', place: 'Funding', from: 'None', to: 'A fixed rate' }]
    expect(valueChanges({ ...base, path: 'fees', from: {}, to: {} }, changes, format)).toEqual([{ id: 'fees.taker', label: undefined, from: '0%', to: '0.05%' }])
    expect(valueChanges({ ...base, path: 'collateral', from: {}, to: {} }, changes, format)).toEqual([{ id: 'collateral', label: 'Said otherwise', from: '', to: '' }])
  })

  it('does nothing, or only to the result', () => {
    const say = diffSay({ a: side('A', [fate(SOL, 'open')]), instruments }, 2, format)
    const kindOf = (equity: string, effect: 'none' | 'together' = 'none') => effectKind({ ...base, path: 'fees', from: 0, to: 0, equity, effect }, say)
    expect([kindOf('0'), kindOf('-3.5'), kindOf('0.0001'), kindOf('-3.5', 'together')]).toEqual(['none', 'money', 'none', 'together'])
    expect(aloneWords({ ...base, path: 'fees', from: 0, to: 0, move: { type: 'averted' } }, say)).toBe('Nobody')
    expect(aloneWords({ ...base, path: 'fees', from: 0, to: 0, move: { type: 'moved', millis: -MINUTE * 5, price: '1' }, alone: death(SOL, 5, '145') }, say)).toBe('SOL, 5 min earlier, at 145.00')
  })
})
