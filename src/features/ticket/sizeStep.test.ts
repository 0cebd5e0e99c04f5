import { describe, expect, it } from 'vitest'
import { nudgeOf, shownStep } from './sizeStep.ts'

const FINE = '0.000000000000000001'

describe('steps of a size', () => {
  it('are the market’s, unless that is finer than can be read', () => {
    expect(shownStep('38', '0.01')).toBe('0.01')
    expect(shownStep('666.666666', FINE)).toBe('0.0001')
    expect(shownStep('0.00001234567', FINE)).toBe('0.00000001')
    expect(shownStep('', FINE)).toBe('0.0001')
  })

  it('nudge by a fraction of the largest size', () => {
    expect(nudgeOf('666.67', '0.01')).toBe('1')
    expect(nudgeOf('0.4418', '0.0001')).toBe('0.001')
    expect(nudgeOf('0.4418', '0.01')).toBe('0.01')
    expect(nudgeOf('0', FINE)).toBe('0.0001')
  })
})
