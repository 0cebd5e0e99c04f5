import { expect, it } from 'vitest'
import { shifted } from './shifted.ts'

it.each([
  ['2', -2, '0.02'], ['0.02', 2, '2'], ['0.0163', 2, '1.63'], ['-8', -2, '-0.08'], ['1', 3, '1000'], ['0', 2, '0'], ['12.5', 0, '12.5'],
])('moves the point of %s by %i: %s', (text, places, expected) => expect(shifted(text, places)).toBe(expected))

it('leaves what is absent absent', () => expect(shifted(undefined, 2)).toBeUndefined())
