import { describe, expect, it } from 'vitest'
import { fileName } from './saveText.ts'
import { sortFiles } from './sortFiles.ts'

describe('files', () => {
  it('are scenarios by their name or type, prices otherwise', () => {
    const files = [new File(['{}'], 'a.JSON'), new File(['{}'], 'b', { type: 'application/json' }), new File([''], 'c.csv'), new File([''], 'd')]
    const { documents, prices } = sortFiles(files)
    expect([documents.map(({ name }) => name), prices.map(({ name }) => name)]).toEqual([['a.JSON', 'b'], ['c.csv', 'd']])
  })
  it('are named after the title, in any script', () => {
    expect(fileName('One bad altcoin')).toBe('one-bad-altcoin.scenario.json')
    expect(fileName('Shock: −20 %')).toBe('shock-20.scenario.json')
    expect(fileName('暴落 / 2020')).toBe('暴落-2020.scenario.json')
    expect(fileName('…')).toBe('scenario.scenario.json')
  })
})
