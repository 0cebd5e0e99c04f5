import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Tape } from '../../engine/index.ts'
import { extractTapes } from '../../../scripts/extractTapes.mjs'
import { BUNDLED_TAPES } from './bundledTapes.ts'
import { loadBundledTape } from './loadBundledTape.ts'
import { readTapeFile } from './readTapeFile.ts'

const folder = new URL('../../../public/tapes/', import.meta.url)
const fileText = (file: string): Promise<string> => readFile(new URL(file, folder), 'utf8')
const dayText = (time: number): string => new Date(time).toISOString().slice(0, 10)

async function load(id: string): Promise<Tape> {
  const loaded = await loadBundledTape(id, fileText)
  if (!loaded.ok) throw new Error(loaded.error.message)
  return loaded.value
}

/** The rows a tape holds, as the checksum of its file spells them. */
function rowsText(tape: Tape): string {
  const [series] = tape.series
  const columns = [series?.open, series?.high, series?.low, series?.close].filter((column) => column !== undefined)
  return [...tape.time].map((time, i) => `${dayText(time)},${columns.map((column) => String(column[i])).join(',')}\n`).join('')
}

describe('public/tapes', () => {
  const derived = extractTapes()

  it.each([...derived.keys()])('%s is what the installed package gives today', (file) => {
    expect(readFileSync(new URL(file, folder), 'utf8')).toBe(derived.get(file))
  })

  it.each([...derived.keys()])('%s loads to the rows of its checksum, every price an exact decimal [N1]', async (file) => {
    const text = await fileText(file)
    const header = JSON.parse(text) as { sha256: string; rows: number }
    const tape = readTapeFile(text)
    if (!tape.ok) throw new Error(tape.error.message)
    expect(tape.value.time).toHaveLength(header.rows)
    expect(createHash('sha256').update(rowsText(tape.value)).digest('hex')).toBe(header.sha256)
  })

  it('has the rows of data-sources.md: S&P 5,105, Nasdaq-100 6,724', async () => {
    expect((await load('spx')).time).toHaveLength(5105)
    expect((await load('ndx')).time).toHaveLength(6724)
  })

  it('begins and ends with the lines of the packages, typed in by hand', async () => {
    const spx = await load('spx')
    // 2000-01-03,1469.250000,1478.000000,1438.359985,1455.219971
    expect(rowsText(spx).split('\n')[0]).toBe('2000-01-03,1469.25,1478,1438.36,1455.22')
    const ndx = await load('ndx')
    expect(rowsText(ndx).split('\n')[0]).toBe('1985-11-01,115.48,116.78,115.48,116.28')
    expect(rowsText(ndx).split('\n').at(-2)).toBe('2012-06-29,2566.84,2615.82,2566.84,2615.72')
    expect([spx.between, spx.candlePath, ndx.between]).toEqual(['path', 'nearest-extreme', 'path'])
  })

  it('has the franc at 1.0221 before and 0.8756 after the cap was lifted, and nothing between', async () => {
    const chf = await load('usdchf')
    const at = chf.time.indexOf(Date.UTC(2015, 0, 15))
    expect([chf.series[0]?.close[at - 1], chf.series[0]?.close[at]]).toEqual([1.0221, 0.8756])
    expect(chf.between).toBe('jump')
  })

  it.each(BUNDLED_TAPES.map((one) => [one.id, one] as const))('%s has every moment it promises', async (id, bundled) => {
    const tape = await load(id)
    for (const moment of bundled.moments) {
      const close = tape.series.find((one) => one.instrument === moment.instrument)?.close
      const at = tape.time.indexOf(Date.parse(moment.day))
      expect(`${moment.day} ${((close?.[at] ?? NaN) / (close?.[at - 1] ?? NaN) - 1).toFixed(4)}`).toBe(`${moment.day} ${moment.move.toFixed(4)}`)
    }
  })

  it('puts the four pairs on one clock from the first day of the euro', async () => {
    const fx = await load('fx-majors')
    expect(fx.series.map((one) => one.instrument)).toEqual(['EURUSD', 'GBPUSD', 'USDJPY', 'USDCHF'])
    expect([dayText(fx.time[0] ?? NaN), fx.between]).toEqual(['1999-01-04', 'jump'])
    expect([...fx.time].every((time) => new Date(time).getUTCDay() % 6 !== 0)).toBe(true)
  })
})

describe('loadBundledTape', () => {
  it('says what could not be loaded and what to do', async () => {
    const missing = await loadBundledTape('spx', () => Promise.reject(new Error('spx.json: the server answered 404')))
    expect(missing.ok ? '' : missing.error.message).toBe(
      'The prices of S&P 500, 2000–2020 could not be loaded (spx.json: the server answered 404). Check that the program is still running and try again.',
    )
    const unknown = await loadBundledTape('dax', fileText)
    expect(unknown.ok ? '' : unknown.error.message).toBe(
      'There is no built-in tape called “dax”. Choose one of: spx, ndx, eurusd, gbpusd, usdjpy, usdchf, fx-majors.',
    )
  })

  it('cuts a period out, both ends included', async () => {
    const crash = await loadBundledTape('spx', fileText, { from: Date.UTC(2020, 2, 9), to: Date.UTC(2020, 2, 16) })
    expect(crash.ok ? [...crash.value.time].map(dayText) : []).toEqual(['2020-03-09', '2020-03-10', '2020-03-11', '2020-03-12', '2020-03-13', '2020-03-16'])
    const outside = await loadBundledTape('spx', fileText, { from: Date.UTC(2021, 0, 1) })
    expect(outside.ok ? '' : outside.error.message).toContain('it covers 2000-01-03 to 2020-04-17')
  })

  it('refuses a page that is not the file, a cut one and one with a changed row', async () => {
    const incomplete = 'A built-in price file is not complete. Reload the page; if it stays, install the program again.'
    const text = await fileText('eurusd.json')
    for (const broken of ['<!doctype html><title>Bulkhead</title>', text.slice(0, 5000), 'null', '{}']) {
      const read = readTapeFile(broken)
      expect(read.ok ? '' : read.error.message).toBe(incomplete)
    }
    const changed = readTapeFile(text.replace('"rows": 6594', '"rows": 6593'))
    expect(changed.ok ? '' : changed.error.message).toBe('The built-in price file of EURUSD contradicts itself. Install the program again.')
  })
})
