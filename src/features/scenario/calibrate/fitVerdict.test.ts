import { describe, expect, it } from 'vitest'
import type { FitFigure } from '../../../store/catalog/calibratedModels.ts'
import { distance, fitVerdict } from './fitVerdict.ts'

const figure = (name: FitFigure['name'], data: number, model: number, error: number): FitFigure => ({ name, data, model, error })
const calm = Array.from({ length: 20 }, (_, i): FitFigure => ({ name: 'squares', lag: i + 1, data: 0.01, model: 0, error: 0.02 }))

describe('the verdict on a fit', () => {
  it('is good where the data lie where the model would', () => {
    expect(fitVerdict([figure('volatility', 0.61, 0.6, 0.02), figure('excess-kurtosis', 0.1, 0, 0.1)], calm)).toMatchObject({ quality: 'good', off: [], squaresOff: 0 })
  })
  it('is poor where the tails are not those of the data, and says by how much', () => {
    const { quality, off } = fitVerdict([figure('skewness', -1, 0, 0.4), figure('excess-kurtosis', 25, 0, 0.2)], calm)
    // (25 − 0) / 0.2 = 125 errors; (1 − 0) / 0.4 = 2.5.
    expect([quality, off.map(({ name }) => name), off.map(distance)]).toEqual(['poor', ['excess-kurtosis', 'skewness'], [125, 2.5]])
  })
  it('is poor where storms last in the data and not in the model', () => {
    const clustered = calm.map((each) => ({ ...each, data: 0.2 }))
    expect(fitVerdict([], clustered)).toMatchObject({ quality: 'poor', squaresOff: 20 })
  })
  it('is in doubt for a figure that is off and eats no margin', () => {
    expect(fitVerdict([figure('mean', 3, 0, 1)], calm).quality).toBe('doubtful')
  })
  it('knows that a model without error cannot be a little off', () => {
    expect([distance(figure('mean', 1, 0, 0)), distance(figure('mean', 0, 0, 0))]).toEqual([Infinity, 0])
  })
})
