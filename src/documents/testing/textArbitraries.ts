import fc from 'fast-check'
import { quote } from '../../engine/index.ts'

/** A decimal text with `whole` and `places` digits at most, above 0. */
export function decimals(whole: number, places: number): fc.Arbitrary<string> {
  const digits = (length: number): fc.Arbitrary<string> => fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: length }).map((all) => all.join(''))
  return fc.tuple(digits(whole), digits(places)).map(([a, b]) => {
    const front = a.replace(/^0+/, '') || '0'
    const back = b.replace(/0+$/, '')
    const text = back === '' ? front : `${front}.${back}`
    return text === '0' ? '1' : text
  })
}

export const name = fc.stringMatching(/^[\p{L}\d][\p{L}\d @:._-]{0,12}$/u).filter((text) => !(text in Object.prototype))
export const amount = decimals(12, 12).map(quote)
