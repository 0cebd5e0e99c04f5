import { describe, expect, it } from 'vitest'
import { MODEL_IDS, modelDefault } from '../../../store/catalog/modelDefaults.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { newSeed, withAnother, withModel, withoutRow, withPairs } from './changedModel.ts'
import { draftOf, modelDraft } from './draftOf.ts'
import type { ModelDraft } from './ModelDraft.ts'
import { modelOf, openedModel } from './openedModel.ts'
import { readModel } from './readModel.ts'

const format = createFormat('1,234.5')
const comma = createFormat('1.234,5')
const changed = (draft: ModelDraft, index: number, values: Partial<ModelDraft['rows'][number]['values']>): ModelDraft => ({
  ...draft,
  rows: draft.rows.map((row, i) => (i === index ? { ...row, values: { ...row.values, ...values } } : row)),
})

describe('the form of a model', () => {
  it('gives every model back as it was written into it, in either style of numbers', () => {
    for (const id of MODEL_IDS) {
      for (const style of [format, comma]) {
        const { errors, source } = readModel(modelDraft(id, style), style)
        expect(errors).toEqual({})
        // Without what is 0 or absent; the correlation of the pair model is 0.
        const { correlation, ...rest } = modelDefault(id)
        expect(source).toEqual({ ...rest, ...(correlation === 0 ? {} : { correlation }) })
      }
    }
  })
  it('says what will be played: a title with model and seed, the instruments, the last bar', () => {
    expect(readModel(modelDraft('heston', format), format).tape).toMatchObject({ title: 'Stochastic volatility (Heston), seed 7', lastTick: 719, instruments: [{ symbol: 'BTC-PERP', decimals: 1 }, { decimals: 2 }, { decimals: 3 }] })
    // A tape of closes has the start besides.
    expect(readModel({ ...modelDraft('gbm', format), hasCandles: false }, format).tape?.lastTick).toBe(720)
  })
  it('reads shares in percent and a half-life in hours', () => {
    const draft = changed(modelDraft('ou', format), 0, { halfLife: '1.5', volatility: '20' })
    const process = readModel(draft, format).source?.instruments[0]?.process
    // 1.5 h = 5,400,000 ms
    expect(process).toEqual({ type: 'ou', level: 1, halfLife: 5_400_000, volatility: 0.2 })
  })
  it('names every field that cannot be read, in its place', () => {
    const draft = modelDraft('heston', format)
    const broken: ModelDraft = {
      ...changed(draft, 1, { reversion: '0', leverage: '-1.2' }),
      seed: '1.5',
      bars: '0',
      regimes: [{ name: ' ', values: { volatilityTimes: '1', days: '', drift: '0', jumpsTimes: '1' } }],
    }
    const { errors, tape } = readModel({ ...broken, rows: [...broken.rows.slice(0, 2), { ...(broken.rows[0] ?? fail()), price: '0' }] }, format)
    expect(tape).toBeUndefined()
    expect(Object.keys(errors).sort()).toEqual(['1.leverage', '1.reversion', '2.price', '2.symbol', 'bars', 'regimes.0.days', 'regimes.0.name', 'seed'])
    expect(errors['1.leverage']).toBe('Enter a number from −1 to 1.')
    expect(errors['2.symbol']).toBe('This name is taken.')
  })
  it('takes no seed that JSON would not keep', () => {
    const errorOf = (seed: string) => readModel({ ...modelDraft('gbm', format), seed }, format).errors['seed']
    expect(errorOf('999999999999999')).toBeUndefined()
    expect(errorOf('1000000000000000')).toBe('Enter a whole number from 0 to 999,999,999,999,999.')
  })
  it('refuses a GARCH whose volatility would grow without end', () => {
    // 0.2 + 0.75 + 0.1/2 = 1
    const { errors } = readModel(changed(modelDraft('gjr', format), 0, { alpha: '0.2', beta: '0.75', gamma: '0.1' }), format)
    expect(errors['0.beta']).toContain('alpha + beta + gamma/2 is 1')
    expect(readModel(changed(modelDraft('gjr', format), 0, { alpha: '0.2', beta: '0.74', gamma: '0.1' }), format).errors).toEqual({})
    expect(readModel(changed(modelDraft('gjr', format), 0, { alpha: '0.05', gamma: '-0.1' }), format).errors['0.gamma']).toContain('below 0')
  })
  it('plays no correlation that no prices could have: neither one number nor a table', () => {
    const draft = modelDraft('gbm', format)
    // Three prices cannot all move with −0.6: 1 + 2·(−0.6) is below 0.
    expect(readModel({ ...draft, correlation: '-0.6' }, format).tape).toBeUndefined()
    expect(readModel({ ...draft, correlation: '-0.4' }, format).tape).toBeDefined()
    const pairs = withPairs(draft)
    expect(pairs.pairs).toEqual(['0.75', '0.75', '0.75'])
    expect(readModel(pairs, format).source?.correlation).toEqual([[1, 0.75, 0.75], [0.75, 1, 0.75], [0.75, 0.75, 1]])
    const contradiction = readModel({ ...pairs, pairs: ['0.9', '-0.9', '0.9'] }, format)
    expect([contradiction.tape, contradiction.matrix?.[0]]).toEqual([undefined, [1, 0.9, -0.9]])
  })
  it('switches out of a state as often as it lasts, to each of the others alike', () => {
    const draft = modelDraft('regimes', format)
    const three = { ...draft, regimes: [...draft.regimes, { name: 'panic', values: { volatilityTimes: '4', days: '1', drift: '-500', jumpsTimes: '1' } }] }
    const regimes = readModel(three, format).source?.regimes
    // 10 days: 36.5 times a year, half of them to each.
    expect(regimes?.switching[0]).toEqual([0, 18.25, 18.25])
    expect(regimes?.switching[2]).toEqual([182.5, 182.5, 0])
    expect(regimes?.states[2]).toEqual({ name: 'panic', volatilityTimes: 4, drift: -5 })
  })
})

describe('changing the model', () => {
  it('keeps what both models have', () => {
    const draft = { ...changed(modelDraft('gbm', format), 0, { volatility: '33' }), seed: '99', bars: '50' }
    const next = withModel(draft, 'heston', format)
    expect([next.seed, next.bars, next.rows[0]?.values.volatility, next.rows[0]?.process]).toEqual(['99', '50', '33', 'heston'])
    expect(withModel(next, 'ou', format).rows.map(({ symbol }) => symbol)).toEqual(['STABLE-PERP', 'PAIR-PERP'])
    expect(withModel(withModel(next, 'ou', format), 'gbm', format).rows).toHaveLength(3)
  })
  it('leaves jumps behind that the new model does not bring', () => {
    const jumps = readModel(modelDraft('merton', format), format).source
    expect(jumps?.commonJumps).toMatchObject({ type: 'merton', perYear: 26 })
    expect(readModel(withModel(modelDraft('merton', format), 'gbm', format), format).source?.commonJumps).toBeUndefined()
  })
  it('adds instruments with names of their own, and keeps the table whole', () => {
    const two = withAnother(withAnother(withPairs(modelDraft('gbm', format))))
    expect(two.rows.map(({ symbol }) => symbol).slice(3)).toEqual(['ALT1-PERP', 'ALT2-PERP'])
    // Of five there are ten pairs; the first keeps what it was.
    expect(two.pairs).toHaveLength(10)
    const marked = { ...two, pairs: two.pairs.map((text, i) => (i === 4 ? '0.1' : text)) }
    // The fifth pair is second with third; without the first instrument it comes first.
    expect(withoutRow(marked, 0).pairs).toEqual(['0.1', '0.75', '0.75', '0.75', '0.75', '0.75'])
  })
  it('takes a fitted model into the form', () => {
    const source = { ...modelDefault('kou'), correlation: [[1, 0.5, 0.4], [0.5, 1, 0.3], [0.4, 0.3, 1]] }
    const draft = draftOf('kou', source, format)
    expect([draft.correlationBy, draft.pairs, draft.common.law, draft.common.values.upShare]).toEqual(['pairs', ['0.5', '0.4', '0.3'], 'kou', '40'])
    expect(readModel(draft, format).source).toEqual(source)
  })
  it('begins with the model that is open, called as it was chosen', () => {
    for (const id of MODEL_IDS) {
      expect(modelOf(modelDefault(id))).toBe(id)
      expect(openedModel(modelDefault(id), format)).toEqual(modelDraft(id, format))
    }
    expect(openedModel({ type: 'scripted', id: 'one-bad-altcoin' }, format).model).toBe('gbm')
  })
  it('finds another seed', () => {
    expect(newSeed('7')).not.toBe('7')
  })
})

function fail(): never {
  throw new Error('no row')
}
