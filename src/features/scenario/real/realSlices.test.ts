import { describe, expect, it } from 'vitest'
import { REAL_SERIES } from '../../../store/catalog/realSeries.ts'
import { rangeErrors, realTape, slicesOf } from './realSlices.ts'

function seriesOf(id: string) {
  const series = REAL_SERIES.find((one) => one.id === id)
  if (series === undefined) throw new Error(id)
  return series
}

describe('slices of a real series', () => {
  it('begin with the whole of it and keep one day of each story', () => {
    const slices = slicesOf(seriesOf('spx'))
    expect(slices[0]).toMatchObject({ from: '2000-01-03', to: '2020-04-17', day: undefined })
    // Of 9, 12 and 16 March 2020 the 16th moved most; of October and December 2008 the October day.
    expect(slices.slice(1).map(({ day }) => day)).toEqual(['2008-10-15', '2011-08-08', '2018-02-05', '2020-03-16'])
  })
  it('never reach beyond the series', () => {
    const covid = slicesOf(seriesOf('spx')).at(-1)
    // 60 days before 16 March; 90 days after it the series has ended.
    expect([covid?.from, covid?.to]).toEqual(['2020-01-16', '2020-04-17'])
  })
  it('hold October 1987, 2008, March 2020 and the franc of January 2015', () => {
    const days = REAL_SERIES.flatMap(slicesOf).map(({ id }) => id)
    for (const id of ['ndx@1987-10-19', 'spx@2008-10-15', 'spx@2020-03-16', 'usdchf@2015-01-15']) expect(days).toContain(id)
  })
})

describe('a period of a series', () => {
  it('is refused in words where it is no day, outside, or turned round', () => {
    const spx = seriesOf('spx')
    expect(rangeErrors(spx, '2020-02-30', '2020-04-17')).toEqual({ from: 'Write the day as 2000-01-03.', to: undefined })
    expect(rangeErrors(spx, '1999-12-31', '2020-04-17').from).toBe('This series has prices from 2000-01-03 to 2020-04-17.')
    expect(rangeErrors(spx, '2020-03-01', '2020-03-01').to).toBe('The end must be after the start.')
    expect(realTape(spx, '2020-03-01', 'soon')).toBeUndefined()
  })
  it('becomes a source with both ends, the whole series one without', () => {
    const spx = seriesOf('spx')
    expect(realTape(spx, '2020-02-03', '2020-03-31')).toMatchObject({
      title: 'S&P 500, 2020-02 to 2020-03',
      tape: { type: 'bundled', id: 'spx', from: Date.UTC(2020, 1, 3), to: Date.UTC(2020, 2, 31) },
    })
    expect(realTape(spx, spx.first, spx.last)).toMatchObject({ title: 'S&P 500, 2000–2020', tape: { type: 'bundled', id: 'spx' } })
  })
})
