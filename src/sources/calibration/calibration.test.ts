import { describe, expect, it } from 'vitest'
import type { Tape } from '../../engine/index.ts'
import { modelMarketOf } from '../../documents/scenario/modelMarketOf.ts'
import type { ModelInstrument, ModelSource } from '../../documents/scenario/sources/ModelSource.ts'
import { parseTapeSource } from '../../documents/scenario/parseTapeSource.ts'
import { modelTape } from '../../tapes/synthetic/modelTape.ts'
import { calibrationSteps } from './calibrationSteps.ts'
import { CALIBRATED_MODELS, type CalibratedModel, type CalibrationReport } from './CalibrationReport.ts'

const DAY = 86_400_000

function sourceOf(one: Omit<ModelInstrument, 'symbol' | 'price'>, more: Partial<ModelSource> = {}): ModelSource {
  return { type: 'model', seed: 5, bars: 15_000, instruments: [{ symbol: 'A', price: 100, decimals: 8, ...one }], ...more }
}

function tapeOf(source: ModelSource): Tape {
  const made = modelTape(modelMarketOf(source))
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

function fitted(tape: Tape, model: CalibratedModel, instruments?: readonly string[]): CalibrationReport {
  const steps = calibrationSteps(tape, model, instruments)
  let done = -1
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      if (!step.value.ok) throw new Error(step.value.error)
      return step.value.value
    }
    // Progress never goes back and never past the end.
    expect(step.value.done).toBeGreaterThanOrEqual(done)
    expect(step.value.done).toBeLessThanOrEqual(step.value.total)
    done = step.value.done
  }
}

function refusal(tape: Tape, model: CalibratedModel, instruments?: readonly string[]): string {
  const step = calibrationSteps(tape, model, instruments).next()
  return step.done === true && !step.value.ok ? step.value.error : 'it was fitted'
}

/** Value and standard error of a parameter, of the first instrument or of the market. */
function found(report: CalibrationReport, name: string): { readonly value: number; readonly error: number } {
  const one = [...(report.instruments[0]?.parameters ?? []), ...report.market].find((each) => each.name === name)
  if (one === undefined) throw new Error(`${name} is not among the parameters`)
  return { value: one.value, error: one.error ?? NaN }
}

const MERTON = { perYear: 150, mean: -0.01, volatility: 0.04 }
const KOU = { type: 'kou', perYear: 150, upShare: 0.4, upMean: 0.02, downMean: 0.03 } as const

/** A market, the model fitted to it, what it must find, and what it must tell from it. */
const CASES: readonly { readonly model: CalibratedModel; readonly source: ModelSource; readonly truth: Readonly<Record<string, number>>; readonly wrong: Readonly<Record<string, number>> }[] = [
  { model: 'gbm', source: sourceOf({ process: { type: 'gbm', drift: 0.3, volatility: 0.6 } }), truth: { drift: 0.3, volatility: 0.6 }, wrong: { volatility: 0.63 } },
  { model: 'merton', source: sourceOf({ process: { type: 'gbm', volatility: 0.5 }, jumps: MERTON }), truth: { volatility: 0.5, 'jumps.perYear': 150, 'jumps.mean': -0.01, 'jumps.volatility': 0.04 }, wrong: { volatility: 0.53, 'jumps.perYear': 220, 'jumps.volatility': 0.055 } },
  { model: 'kou', source: sourceOf({ process: { type: 'gbm', volatility: 0.5 }, jumps: KOU }), truth: { volatility: 0.5, 'jumps.perYear': 150, 'jumps.upShare': 0.4, 'jumps.upMean': 0.02, 'jumps.downMean': 0.03 }, wrong: { volatility: 0.53, 'jumps.perYear': 250, 'jumps.downMean': 0.045 } },
  { model: 'garch', source: sourceOf({ process: { type: 'garch', volatility: 0.6, alpha: 0.08, beta: 0.88 } }), truth: { volatility: 0.6, alpha: 0.08, beta: 0.88 }, wrong: { alpha: 0.11, beta: 0.8 } },
  { model: 'gjr', source: sourceOf({ process: { type: 'garch', volatility: 0.6, alpha: 0.04, beta: 0.88, gamma: 0.08 } }), truth: { volatility: 0.6, alpha: 0.04, beta: 0.88, gamma: 0.08 }, wrong: { gamma: 0 } },
  {
    model: 'regimes',
    source: sourceOf({ process: { type: 'gbm', volatility: 0.5 } }, { regimes: { states: [{ name: 'calm', volatilityTimes: 1 }, { name: 'storm', volatilityTimes: 3 }], switching: [[0, 40], [200, 0]] } }),
    truth: { volatility: 0.5, 'regimes.storm.volatilityTimes': 3, 'regimes.calm.switches': 40, 'regimes.storm.switches': 200 },
    wrong: { volatility: 0.53, 'regimes.storm.volatilityTimes': 2.5 },
  },
  { model: 'ou', source: sourceOf({ process: { type: 'ou', level: 120, halfLife: DAY, volatility: 0.3 } }), truth: { level: 120, halfLife: DAY, volatility: 0.3 }, wrong: { level: 115, halfLife: DAY / 2, volatility: 0.33 } },
]

describe('calibration', () => {
  it.each(CASES)('[S13] finds the parameters of $model within four of its standard errors', ({ model, source, truth, wrong }) => {
    const report = fitted(tapeOf(source), model)
    const distance = (name: string, value: number): number => Math.abs(found(report, name).value - value) / found(report, name).error
    for (const [name, value] of Object.entries(truth)) expect([name, distance(name, value) < 4]).toEqual([name, true])
    // Standard errors so large that anything lies within them would find nothing.
    for (const [name, value] of Object.entries(wrong)) expect([name, distance(name, value) > 4]).toEqual([name, true])
    // The data lie where paths of the fitted model lie: of 30 figures, some of very skewed distributions, all but one within
    // five spreads of 20 paths.
    const all = [...(report.instruments[0]?.figures ?? []), ...(report.instruments[0]?.squares ?? [])]
    expect(all.length).toBe(30)
    const far = all.filter(({ data, model: expected, error }) => Math.abs(data - expected) > 5 * error)
    expect(far.slice(1).map(({ name, lag }) => `${name} ${lag ?? ''}`)).toEqual([])
  })

  it('[S13] finds Heston within a third, there being no errors of a formula', () => {
    const process = { type: 'heston', volatility: 0.7, longVolatility: 0.7, reversion: 20, volOfVol: 3, leverage: -0.5 } as const
    const report = fitted(tapeOf(sourceOf({ process }, { bars: 100_000 })), 'heston')
    expect(found(report, 'longVolatility').value).toBeCloseTo(0.7, 1)
    expect(found(report, 'longVolatility').error).toBeGreaterThan(0)
    for (const [name, truth] of [['reversion', 20], ['volOfVol', 3], ['leverage', -0.5]] as const) {
      expect(Math.abs(found(report, name).value / truth - 1)).toBeLessThan(1 / 3)
      expect(found(report, name).error).toBeNaN()
    }
  })

  it('[S13] sees clustering and fat tails where they are, and a model that lacks them by their absence', () => {
    const tape = tapeOf(sourceOf({ process: { type: 'garch', volatility: 0.6, alpha: 0.12, beta: 0.85 } }))
    const plain = fitted(tape, 'gbm').instruments[0]
    const first = plain?.squares[0]
    expect(first?.data).toBeGreaterThan(0.1)
    expect(Math.abs(first?.model ?? NaN)).toBeLessThan(0.01)
    const kurtosis = plain?.figures.find(({ name }) => name === 'excess-kurtosis')
    expect((kurtosis?.data ?? NaN) - (kurtosis?.model ?? NaN)).toBeGreaterThan(10 * (kurtosis?.error ?? NaN))
  })

  it('[S13] fits several instruments with the correlation of what drives them, or those that are chosen', () => {
    const process = { type: 'garch', volatility: 0.6, alpha: 0.1, beta: 0.85 } as const
    const source = sourceOf({ process }, { bars: 8000, correlation: 0.7, instruments: ['A', 'B'].map((symbol) => ({ symbol, price: 100, decimals: 8, process })) })
    const tape = tapeOf(source)
    const both = fitted(tape, 'garch')
    // (1 − ρ²)/√n = 0.0057.
    expect(Math.abs((both.correlation[0]?.[1] ?? NaN) - 0.7)).toBeLessThan(0.023)
    expect(both.source.correlation).toEqual(both.correlation)
    expect(fitted(tape, 'garch', ['B']).instruments.map(({ symbol }) => symbol)).toEqual(['B'])
    // Jumps of one are not taken for correlation: bars in which one jumps are left out.
    const jumpy = sourceOf({ process: { type: 'gbm', volatility: 0.5 } }, { bars: 8000, correlation: 0.7, instruments: ['A', 'B'].map((symbol) => ({ symbol, price: 100, decimals: 8, process: { type: 'gbm', volatility: 0.5 }, jumps: MERTON })) })
    expect(Math.abs((fitted(tapeOf(jumpy), 'merton').correlation[0]?.[1] ?? NaN) - 0.7)).toBeLessThan(0.03)
  })

  it('[S13] counts a year by the bars there are: closed hours make it shorter, and the fitted model too', () => {
    const tape = tapeOf(sourceOf({ process: { type: 'gbm', volatility: 0.6 } }, { bars: 5000, barMillis: DAY }))
    // Five days, then two on which nothing trades.
    const weekdays: Tape = { ...tape, time: tape.time.map((_, tick) => (tape.time[0] ?? 0) + (tick + 2 * Math.floor(tick / 5)) * DAY) }
    const report = fitted(weekdays, 'gbm')
    expect(report.data.barsPerYear).toBeCloseTo((365 * 5) / 7, 0)
    // The same moves in 7/5 of the time: a year has 5/7 of the variance.
    expect(Math.abs(found(report, 'volatility').value - 0.6 * Math.sqrt(5 / 7))).toBeLessThan(4 * found(report, 'volatility').error)
    expect(report.source.barMillis).toBe(Math.round((DAY * 7000) / 5000))
    expect(report.notes.join()).toMatch(/There are holes in time/)
  })

  it('[S13] gives a source that is read, played and fitted to the same parameters again', () => {
    const heston = sourceOf({ process: { type: 'heston', volatility: 0.7, longVolatility: 0.7, reversion: 20, volOfVol: 3, leverage: -0.5 } })
    for (const model of CALIBRATED_MODELS) {
      const tape = tapeOf({ ...(CASES.find((one) => one.model === model)?.source ?? heston), bars: 3000 })
      const { source } = fitted(tape, model)
      const read = parseTapeSource(JSON.parse(JSON.stringify(source)))
      expect(read.ok ? read.value : read.error).toEqual(source)
      expect(tapeOf(source).time.length).toBe(tape.time.length)
    }
  })

  it('[S13] gives what can be played of a few hours as well, whose drift a year is beyond all bounds', () => {
    // A minute goes up by 1e-4 on average, 52.56 a year, give or take a fifth of it.
    const minutes = (direction: 1 | -1): Tape => {
      const close = Float64Array.from({ length: 301 }, (_, t) => Number((100 * Math.exp(direction * 1e-4 * t + (((t * 7919) % 13) - 6) * 1e-4)).toFixed(6)))
      return { ...tapeOf(sourceOf({ process: { type: 'gbm', volatility: 0.6 } }, { bars: 300, barMillis: 60_000 })), series: [{ instrument: 'A', close }] }
    }
    for (const model of CALIBRATED_MODELS.filter((each) => !['heston', 'ou', 'regimes'].includes(each))) {
      for (const direction of [1, -1] as const) {
        const { source, notes, instruments } = fitted(minutes(direction), model)
        expect([model, modelTape(modelMarketOf(source)).ok]).toEqual([model, true])
        expect(source.instruments[0]?.process).toMatchObject({ drift: 10 * direction })
        expect(Math.abs(instruments[0]?.parameters.find(({ name }) => name === 'drift')?.value ?? NaN)).toBeGreaterThan(30)
        expect(notes.join()).toMatch(/the drift a year of these few prices, .* is played/i)
      }
    }
  })

  it('[S13] says what of a fitted model cannot be played', () => {
    const { series, ...rest } = tapeOf(sourceOf({ process: { type: 'gbm', volatility: 0.6 } }, { bars: 600, barMillis: 60_000 }))
    // Calm and storm by turns of ten minutes: 52,560 turns a year.
    const close = (series[0]?.close ?? new Float64Array()).map((_, t) => Number((100 + Math.sin(t * t) * (Math.floor(t / 10) % 2 === 0 ? 0.01 : 1)).toFixed(6)))
    const { source, notes } = fitted({ ...rest, series: [{ instrument: 'A', close }] }, 'regimes')
    const made = modelTape(modelMarketOf(source))
    expect(made.ok ? '' : made.error.message).toMatch(/switches of regime a year cannot be simulated/)
    expect(notes.at(-1)).toBe(`As it was fitted it cannot be played. ${made.ok ? '' : made.error.message}`)
  })

  it('[S13] gives what can be played of prices with many decimals', () => {
    const { series, ...rest } = tapeOf(sourceOf({ process: { type: 'gbm', volatility: 0.6 } }, { bars: 300 }))
    // As mark prices of Binance: 60,966.51234567.
    const close = Float64Array.from(series[0]?.close ?? [], (price) => Number((609 * price).toFixed(8)))
    const { source } = fitted({ ...rest, series: [{ instrument: 'A', close }] }, 'gbm')
    expect(modelTape(modelMarketOf(source)).ok).toBe(true)
    expect(source.instruments[0]).toMatchObject({ price: close[0], decimals: 7 })
  })

  it('[S13] says why it cannot fit', () => {
    const tape = tapeOf(sourceOf({ process: { type: 'gbm', volatility: 0.6 } }, { bars: 400 }))
    expect(refusal(tape, 'gbm', ['B'])).toBe('there are no prices of B; there are those of A')
    expect(refusal(tape, 'gbm', [])).toBe('no instrument was chosen: choose at least one')
    expect(refusal(tapeOf(sourceOf({ process: { type: 'gbm', volatility: 0.6 } }, { bars: 30 })), 'gbm')).toMatch(/^30 returns are too few/)
    expect(refusal(tapeOf(sourceOf({ process: { type: 'gbm', volatility: 0 } }, { bars: 400 })), 'gbm')).toMatch(/^the price of A does not move/)
    const below: Tape = { ...tape, series: [{ instrument: 'OIL', close: tape.time.map((_, t) => 10 - t) }] }
    expect(refusal(below, 'gbm')).toMatch(/^OIL has the price 0 at tick 10/)
    const rising: Tape = { ...tape, series: [{ instrument: 'A', close: tape.time.map((_, t) => 100 * Math.exp(1e-5 * t * t)) }] }
    expect(refusal(rising, 'ou')).toMatch(/^A: these prices do not return to a level/)
    // Of a plain walk the blocks are as alike as any: this seed's covariances do not decay.
    expect(refusal(tapeOf(sourceOf({ process: { type: 'gbm', volatility: 0.6 } }, { bars: 3000, seed: 1 })), 'heston')).toMatch(/^A: the volatility of these prices does not come and go/)
  })
})
