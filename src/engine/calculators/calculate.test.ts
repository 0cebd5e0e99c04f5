import { describe, expect, it } from 'vitest'
import { Decimal } from '../units/decimal.ts'
import { calculate } from './calculate.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Inverse } from './Calculator.ts'
import { lazyAnswers, valueAnswer } from './lazyAnswers.ts'

const scene = {} as CalculatorScene

const inverse = (input: string, from: string, more: Partial<Inverse> = {}): Inverse => ({
  input,
  from,
  domain: () => ({ low: new Decimal(0), high: new Decimal(100000), step: new Decimal('0.001') }),
  keeps: () => 'not-below',
  ...more,
})

/** value = size x price, margin = value / leverage, left = margin less a fee of a tenth of the size unless said. */
const toy: Calculator = {
  name: 'toy',
  fields: [
    { id: 'size', unit: 'size', role: 'input' },
    { id: 'price', unit: 'price', role: 'input' },
    { id: 'leverage', unit: 'leverage', role: 'input', otherwise: () => new Decimal(10) },
    { id: 'fee', unit: 'money', role: 'input', otherwise: ({ size }) => size?.div(10) },
    { id: 'value', unit: 'money', role: 'result' },
    { id: 'margin', unit: 'money', role: 'result' },
    { id: 'left', unit: 'money', role: 'result' },
  ],
  forward: (values) =>
    lazyAnswers(values, {
      value: { needs: ['size', 'price'], of: (given) => valueAnswer(given('size').times(given('price'))) },
      margin: { needs: ['size', 'price', 'leverage'], of: (given) => valueAnswer(given('size').times(given('price')).div(given('leverage'))) },
      left: { needs: ['size', 'price', 'leverage', 'fee'], of: (given) => valueAnswer(given('size').times(given('price')).div(given('leverage')).minus(given('fee'))) },
    }),
  inverses: [inverse('size', 'value'), inverse('size', 'margin'), inverse('size', 'left'), inverse('leverage', 'margin', { domain: () => ({ low: new Decimal(1), high: new Decimal(100), step: new Decimal('0.01') }) }), inverse('fee', 'left')],
}

function values(words: Readonly<Record<string, string>>): CalculatorValues {
  return Object.fromEntries(Object.entries(words).map(([id, text]) => [id, new Decimal(text)]))
}

function short(answers: Readonly<Record<string, CalculatorAnswer>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => {
      if (answer.type === 'value') return [id, answer.value.toFixed()]
      if (answer.type === 'word') return [id, answer.word]
      return [id, answer.reason === 'missing' || answer.reason === 'decided' ? `${answer.reason} ${answer.fields.join(' ')}` : answer.reason]
    }),
  )
}

function shown(given: Readonly<Record<string, string>>, solve?: string) {
  const { assumed, solved, results } = calculate(toy, values(given), scene, { solve })
  return { assumed: Object.fromEntries(Object.entries(assumed).map(([id, value]) => [id, value.toFixed()])), solved: short(solved), results: short(results) }
}

describe('calculate', () => {
  it('[A2] forwards, with what is assumed', () => {
    expect(shown({ size: '2', price: '50' })).toEqual({ assumed: { leverage: '10', fee: '0.2' }, solved: {}, results: { value: '100', margin: '10', left: '9.8' } })
  })

  it('[A2] says which inputs a result misses', () => {
    expect(shown({ size: '2' }).results).toEqual({ value: 'missing price', margin: 'missing price', left: 'missing price' })
  })

  it('[A2] a wanted result takes the place of the input that is missing', () => {
    expect(shown({ price: '50', value: '100' }).solved).toEqual({ size: '2' })
    expect(shown({ price: '50', margin: '10', leverage: '5' }).solved).toEqual({ size: '1' })
    // what is assumed follows the input that is tried: x 50 / 10 - x / 10 = 9.8
    expect(shown({ price: '50', left: '9.8' })).toMatchObject({ solved: { size: '2' }, assumed: { fee: '0.2', leverage: '10' } })
  })

  it('[A2] two wanted results are used one after the other: size from value, then leverage from margin', () => {
    expect(shown({ price: '50', value: '100', margin: '20' }, 'leverage').solved).toEqual({ size: '2', leverage: '5' })
    expect(shown({ price: '50', value: '100', margin: '20' }).solved).toEqual({ size: '2', leverage: '5' })
  })

  it('[A2] where nothing is missing the first input that is only assumed gives way', () => {
    expect(shown({ size: '2', price: '50', margin: '20' })).toMatchObject({ solved: { leverage: '5' }, results: { margin: '20' } })
    expect(shown({ size: '2', price: '50', left: '9' })).toMatchObject({ solved: { fee: '1' }, assumed: { leverage: '10' } })
  })

  it('[A2] an input that is asked for is found although it could be assumed, and what is given of it is not used', () => {
    expect(shown({ size: '2', price: '50', leverage: '10', margin: '20' }, 'leverage').solved).toEqual({ leverage: '5' })
    expect(shown({ size: '2', price: '50' }, 'leverage')).toMatchObject({ solved: { leverage: 'missing margin' }, results: { value: '100', margin: 'missing leverage' } })
  })

  it('[A2] a wanted result for which nothing is left to ask says what it follows from', () => {
    expect(shown({ size: '2', price: '50', leverage: '10', margin: '20' }).solved).toEqual({ margin: 'decided size leverage' })
  })
})
