import { describe, expect, it } from 'vitest'
import { FIGURE_IDS, STATED_FIGURE_IDS } from '../../../engine/index.ts'
import { figureWord } from './figureWords.ts'

describe('words of figures [X1]', () => {
  it('are there for every figure, at both levels', () => {
    for (const id of [...FIGURE_IDS, ...STATED_FIGURE_IDS]) {
      const word = figureWord(id)
      expect(word?.name).toBeTruthy()
      for (const sentence of [word?.beginner, word?.trader]) expect(sentence).toMatch(/^[^\s].*\.$/)
      // A beginner reads words before symbols.
      expect(word?.beginner).not.toMatch(/[=×Σ]|\b(MM|IM|uPnL)\b/)
    }
    expect(figureWord('position.nothing')).toBeUndefined()
    expect(figureWord('constructor')).toBeUndefined()
  })
})
