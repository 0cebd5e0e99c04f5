import { describe, expect, it } from 'vitest'
import { modelDefault } from '../../../store/catalog/modelDefaults.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { errorText, formValue, parameterName, parameterText } from './parameterWords.ts'

const format = createFormat('1,234.5')

describe('the parameters of a fit', () => {
  it('are called as in the form, what they belong to first', () => {
    expect(parameterName('volatility')).toBe('Volatility a year')
    expect(parameterName('reversion')).toBe('Speed of return, a year')
    expect(parameterName('halfLife')).toBe('Half-life, hours')
    expect(parameterName('jumps.perYear')).toBe('Jumps a year')
    expect(parameterName('jumps.downMean')).toBe('Jumps: mean fall')
    expect(parameterName('regimes.calm.share')).toBe('Calm: share of the time')
    expect(parameterName('something.new')).toBe('something.new')
  })
  it('stand in the units of the form', () => {
    expect(parameterText('volatility', 0.1987, format)).toBe('19.9%')
    expect(parameterText('alpha', 0.12213, format)).toBe('0.1221')
    // 5,400,000 ms
    expect(parameterText('halfLife', 5_400_000, format)).toBe('1.5')
    expect(parameterText('jumps.mean', -0.0412, format)).toBe('−4.12%')
    expect(errorText('alpha', 0.010982, format)).toBe('0.011')
    expect(parameterText('beta', undefined, format)).toBe('—')
  })
  it('are found in the form: of the instrument, of its jumps or those of the market, of a state', () => {
    expect(formValue(modelDefault('heston'), 'ETH-PERP', 'volatility')).toBe(0.75)
    expect(formValue(modelDefault('heston'), 'SPX', 'volOfVol')).toBe(1.5)
    expect(formValue(modelDefault('kou'), 'BTC-PERP', 'jumps.upShare')).toBe(0.4)
    expect(formValue(modelDefault('regimes'), undefined, 'regimes.storm.volatilityTimes')).toBe(2.5)
    // What a source leaves unsaid is nothing; what the model has not is not there.
    expect(formValue(modelDefault('garch'), 'BTC-PERP', 'gamma')).toBe(0)
    expect(formValue(modelDefault('gbm'), 'BTC-PERP', 'reversion')).toBeUndefined()
    expect(formValue(undefined, 'BTC-PERP', 'volatility')).toBeUndefined()
  })
})
