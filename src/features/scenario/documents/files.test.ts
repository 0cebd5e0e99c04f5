import { describe, expect, it } from 'vitest'
import { pricesInJson } from './pricesInJson.ts'
import { fileName } from './saveText.ts'
import { sortFiles } from './sortFiles.ts'

describe('files', () => {
  it('are scenarios by their name or type, prices otherwise', () => {
    const files = [new File(['{}'], 'a.JSON'), new File(['{}'], 'b', { type: 'application/json' }), new File([''], 'c.csv'), new File([''], 'd')]
    const { documents, prices } = sortFiles(files)
    expect([documents.map(({ name }) => name), prices.map(({ name }) => name)]).toEqual([['a.JSON', 'b'], ['c.csv', 'd']])
  })
  it('that are JSON are prices where they look like those of a program or an exchange, documents otherwise', async () => {
    const isPrices = (text: string): Promise<boolean> => pricesInJson(new File([text], 'x.json'))
    expect(await Promise.all(['[[1,2]]', ' \n[{"t":1}]', '{"retCode":0,"result":{}}', '{"candles":[]}'].map(isPrices))).toEqual([true, true, true, true])
    expect(await Promise.all(['{"schema":1,"tape":{}}', '{}', '', 'null', '{"title":"x","schema":1,"result":2}'].map(isPrices))).toEqual([false, false, false, false, false])
  })
  it('are named after the title, in any script', () => {
    expect(fileName('One bad altcoin')).toBe('one-bad-altcoin.scenario.json')
    expect(fileName('Shock: −20 %')).toBe('shock-20.scenario.json')
    expect(fileName('暴落 / 2020')).toBe('暴落-2020.scenario.json')
    expect(fileName('…')).toBe('scenario.scenario.json')
  })
})
