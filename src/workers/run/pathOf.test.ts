import { describe, expect, it } from 'vitest'
import { sessionAsk } from '../testing/sessionAsk.ts'
import type { PathLook, PathRequest } from './PathLook.ts'

const DAY = 86_400_000

async function look(source: PathRequest['source']): Promise<PathLook> {
  const answer = await sessionAsk().ask({ type: 'path', source, tape: undefined })
  if (answer.type !== 'path') throw new Error(JSON.stringify(answer))
  return answer.path
}

const inline = (closes: readonly number[], fields: object = {}): PathRequest['source'] => ({
  type: 'inline',
  time: closes.map((_, i) => Date.UTC(1990, 0, 1) + i * DAY),
  barMillis: DAY,
  series: [{ instrument: 'A', close: closes }],
  ...fields,
})

describe('a look at prices before they are played', () => {
  it('says the last, the lowest, the highest, and the realised volatility a year', async () => {
    const { series, ticks } = await look(inline([100, 110, 99]))
    // Returns ln 1.1 and ln 0.9 over two of 365 days.
    const expected = Math.sqrt((Math.log(1.1) ** 2 + Math.log(0.9) ** 2) * (365 / 2))
    expect([ticks, series[0]?.first, series[0]?.last, series[0]?.lowest, series[0]?.highest]).toEqual([3, 100, 99, 99, 110])
    expect(series[0]?.volatility).toBeCloseTo(expected, 12)
  })
  it('of candles: lows and highs within the bars, the first return from the open, and the length of the last bar', async () => {
    const candle = { instrument: 'A', open: [100, 100], high: [130, 121], low: [90, 80], close: [110, 110] }
    const { series, hasCandles } = await look(inline([1, 1], { series: [candle] }))
    // ln 1.1 in the first day, none in the second.
    expect(series[0]?.volatility).toBeCloseTo(Math.log(1.1) * Math.sqrt(365 / 2), 12)
    expect([hasCandles, series[0]?.lowest, series[0]?.highest]).toEqual([true, 80, 130])
  })
  it('has no volatility where a price is not positive', async () => {
    const { series } = await look(inline([20, -37, 10]))
    expect([series[0]?.volatility, series[0]?.lowest]).toEqual([undefined, -37])
  })
  it('draws a few hundred points of a long path, the deepest among them, the same each time', async () => {
    const closes = Array.from({ length: 20_000 }, (_, i) => (i === 12_345 ? 3 : 100 + (i % 7)))
    const [one, two] = [await look(inline(closes)), await look(inline(closes))]
    const points = one.series[0]?.points ?? []
    expect(points.length).toBeLessThanOrEqual(360)
    expect(points.find(({ tick }) => tick === 12_345)?.price).toBe(3)
    expect(two).toEqual(one)
  })
  it('marks where it jumps, with the end of the line before it', async () => {
    const closes = Array.from({ length: 2_000 }, (_, i) => (i < 777 ? 100 : 80))
    const { series } = await look(inline(closes, { jumps: [777] }))
    const at = series[0]?.points.findIndex(({ isJump }) => isJump === true) ?? -1
    expect([series[0]?.points[at - 1], series[0]?.points[at]]).toEqual([{ tick: 776, price: 100 }, { tick: 777, price: 80, isJump: true }])
  })
  it('refuses in the words of the source, by its path', async () => {
    const answer = await sessionAsk().ask({ type: 'path', source: { type: 'scripted', id: 'nothing' }, tape: undefined })
    expect(answer.type === 'refused' && answer.problems[0]).toContain('tape.id: no scripted tape is called "nothing"')
    const other = await sessionAsk().ask({ type: 'path', source: { type: 'inline' }, tape: undefined })
    expect(other.type === 'refused' && other.problems.every((line) => line.startsWith('tape.'))).toBe(true)
  })
})
