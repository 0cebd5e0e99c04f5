import { describe, expect, it } from 'vitest'
import { problemWords } from './problemWords.ts'

describe('a problem of a document', () => {
  it('is said by place, counted from one', () => {
    expect(problemWords('commands[2].qty: a number above 0 was expected, "x" was given')).toEqual({
      place: 'Trade 3, size',
      path: 'commands[2].qty',
      message: 'a number above 0 was expected, "x" was given',
    })
    expect(problemWords('rules.tiers["BTC-PERP"][0].floor: missing').place).toBe('Rules, tier, BTC-PERP 1, floor')
    expect(problemWords('tape.files[0]: the prices of a.csv are not kept').place).toBe('Tape, file 1')
  })
  it('has no place where the whole document or no path is meant', () => {
    expect(problemWords('$: a scenario document was expected')).toEqual({ place: '', path: '', message: 'A scenario document was expected' })
    expect(problemWords('The prices could not be loaded (spx.json: 404).')).toEqual({ place: '', path: '', message: 'The prices could not be loaded (spx.json: 404).' })
    expect(problemWords('… and 3 more problems').place).toBe('')
  })
})
