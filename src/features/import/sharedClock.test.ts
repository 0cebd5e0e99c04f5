import { describe, expect, it } from 'vitest'
import type { ImportedFile } from './ImportedFile.ts'
import { sharedClock } from './sharedClock.ts'

const DAY = 86_400_000
/** A file of days since 1970, as far as the sentence looks at it. */
const file = (instrument: string, kind: ImportedFile['kind'], [first, last]: readonly [number, number]) =>
  ({ name: `${instrument}-${kind}-${String(first)}.csv`, instrument, kind, report: { first: first * DAY, last: last * DAY, gaps: { missingBars: 0 } } }) as ImportedFile

describe('what files make together', () => {
  it('says that funding is of another time, before it is refused, of one market as of several', () => {
    const says = 'The funding of BTC is of another time than the prices: remove it, or add prices of that time.'
    expect(sharedClock([file('BTC', 'mark', [10, 20]), file('BTC', 'funding', [21, 40])])).toEqual([says])
    expect(sharedClock([file('BTC', 'mark', [10, 20]), file('ETH', 'mark', [10, 20]), file('BTC', 'funding', [0, 9])])).toEqual(['Played together from 1970-01-11 to 1970-01-21.', says])
  })

  it('says nothing where some of it is, in whichever of its files', () => {
    expect(sharedClock([file('BTC', 'mark', [10, 20])])).toEqual([])
    expect(sharedClock([file('BTC', 'mark', [10, 20]), file('BTC', 'funding', [20, 40])])).toEqual([])
    expect(sharedClock([file('BTC', 'mark', [10, 20]), file('BTC', 'funding', [0, 9]), file('BTC', 'funding', [9, 15])])).toEqual([])
  })
})
