import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { crisisTape } from './crisisTape.ts'
import { CRISES } from './crises.ts'

/* Real files of ../shared/data, beside the repository; skipped where the folder is absent. */
const folder = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const present = existsSync(`${folder}/README.md`)

/** The largest fall from a price to a later one, as the README of the data has it: high to later low. */
function largestFall(rows: readonly (readonly [high: number, low: number])[]): number {
  let top = Number.NEGATIVE_INFINITY
  let fall = 0
  for (const [high, low] of rows) {
    fall = Math.min(fall, low / top - 1)
    top = Math.max(top, high)
  }
  return fall
}

function realRows(file: string, [from, to]: readonly [number, number]): readonly (readonly [number, number])[] {
  const [head = '', ...lines] = readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n')
  const names = head.split(',')
  const column = (cells: readonly string[], name: string): number => Number(cells[names.includes(name) ? names.indexOf(name) : names.indexOf('close')])
  return lines.map((line) => line.split(',')).filter(([time]) => Number(time) >= from && Number(time) <= to).map((cells) => [column(cells, 'high'), column(cells, 'low')])
}

/** Points of percent a stylised fall may be away from the real one of the same days. */
const TOLERANCE = 0.03

describe.skipIf(!present)('stylised crises beside the real prices', () => {
  it.each([
    ['march-2020', 'BTC-PERP', '2020-03-covid/BTCUSDT-binance-spot-1h.csv'],
    ['march-2020', 'ETH-PERP', '2020-03-covid/ETHUSDT-binance-spot-1h.csv'],
    ['march-2020', 'LTC-PERP', '2020-03-covid/LTCUSDT-binance-spot-1h.csv'],
    ['may-2021', 'BTC-PERP', '2021-05-china/BTCUSDT-binance-spot-1h.csv'],
    ['may-2021', 'ETH-PERP', '2021-05-china/ETHUSDT-binance-spot-1h.csv'],
    ['may-2021', 'SOL-PERP', '2021-05-china/SOLUSDT-binance-spot-1h.csv'],
    ['may-2021', 'DOGE-PERP', '2021-05-china/DOGEUSDT-binance-spot-1h.csv'],
    ['luna-2022', 'BTC-PERP', '2022-05-luna/BTCUSDT-binance-spot-1h.csv'],
    ['luna-2022', 'LUNA-PERP', '2022-05-luna/LUNAUSDT-close-1h.csv'],
    ['ftx-2022', 'BTC-PERP', '2022-11-ftx/BTCUSDT-binance-perp-1h.csv'],
    ['ftx-2022', 'SOL-PERP', '2022-11-ftx/SOLUSDT-binance-perp-1h.csv'],
    ['ftx-2022', 'FTT-PERP', '2022-11-ftx/FTTUSDT-close-1h.csv'],
    ['august-2024', 'BTC-PERP', '2024-08-yen/BTCUSDT-binance-perp-1h.csv'],
    ['august-2024', 'ETH-PERP', '2024-08-yen/ETHUSDT-binance-perp-1h.csv'],
    ['august-2024', 'SOL-PERP', '2024-08-yen/SOLUSDT-binance-perp-1h.csv'],
    ['october-2025', 'BTC-PERP', '2025-10-10/BTCUSDT-binance-mark-5m.csv'],
    ['october-2025', 'ETH-PERP', '2025-10-10/ETHUSDT-bybit-perp-1h.csv'],
    ['october-2025', 'SOL-PERP', '2025-10-10/SOLUSDT-bybit-perp-1h.csv'],
    ['october-2025', 'POL-PERP', '2025-10-10/POLUSDT-binance-1m.csv'],
  ])('[S23] %s %s falls as it did, within three points', (id, instrument, file) => {
    const crisis = CRISES.find((each) => each.id === id)
    const made = crisis === undefined ? undefined : crisisTape(crisis)
    if (made?.ok !== true) throw new Error(`no tape of ${id}`)
    const { time, series } = made.value
    const close = series.find((each) => each.instrument === instrument)?.close ?? new Float64Array(0)
    const ours = largestFall([...close].map((price) => [price, price]))
    const theirs = largestFall(realRows(file, [time[0] ?? 0, time.at(-1) ?? 0]))
    expect(theirs).toBeLessThan(-0.1)
    expect(Math.abs(ours - theirs)).toBeLessThan(TOLERANCE)
  })

  it('[S23] negative oil and the doubled VIX are those of the daily files', () => {
    const dayOf = (file: string, day: string): number => Number(readFileSync(`${folder}/${file}`, 'utf8').split('\n').find((line) => line.startsWith(String(Date.parse(`${day}T00:00:00Z`))))?.split(',').at(-1))
    const fact = (id: string, what: string): number => CRISES.find((each) => each.id === id)?.facts.find((each) => each.what.startsWith(what))?.value ?? NaN
    expect(fact('oil-2020', 'Cushing spot that day')).toBe(dayOf('tradfi/WTI-spot-1d-1986-2026.csv', '2020-04-20'))
    expect(fact('oil-2020', 'Cushing spot the day after')).toBe(dayOf('tradfi/WTI-spot-1d-1986-2026.csv', '2020-04-21'))
    expect(fact('volmageddon-2018', 'VIX on Friday')).toBe(dayOf('tradfi/VIX-1d-1990-2026.csv', '2018-02-02'))
    expect(fact('volmageddon-2018', 'VIX on Monday')).toBe(dayOf('tradfi/VIX-1d-1990-2026.csv', '2018-02-05'))
    expect(fact('volmageddon-2018', 'VIX the day after')).toBe(dayOf('tradfi/VIX-1d-1990-2026.csv', '2018-02-06'))
  })
})
