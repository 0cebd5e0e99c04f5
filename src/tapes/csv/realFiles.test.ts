import { existsSync, openAsBlob, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mergeTapes } from '../mergeTapes.ts'
import { csvTape } from './csvTape.ts'
import { importCsv } from './importCsv.ts'
import { instrumentOfFile } from './instrumentOfFile.ts'
import type { ParsedCsv } from './parseCsv.ts'

/*
 * Real files of ../shared/data, beside the repository. They may not be copied here, so these tests are skipped where the
 * folder is absent. What each file must hold is read from its README, which was made by another program.
 */
const folder = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const present = existsSync(`${folder}/README.md`)

interface Listed {
  readonly path: string
  readonly rows: number
  readonly first: number
  readonly last: number
  readonly gaps: string
}

/** The tables of files: | `file` | rows | from (UTC) | to | gaps (missing bars) | … under ### folder. */
function listedFiles(readme: string): Listed[] {
  let section = ''
  return readme.split('\n').flatMap((line) => {
    section = /^### (\S+)$/.exec(line)?.[1] ?? section
    const row = /^\| `([^`]+\.csv)` \| (\d+) \| (\d{4}-\d\d-\d\d \d\d:\d\d) \| (\d{4}-\d\d-\d\d \d\d:\d\d) \| (\d+(?: \(\d+\))?) \|/.exec(line)
    if (row === null) return []
    const [, file = '', rows = '', from = '', to = '', gaps = ''] = row
    return [{ path: `${section}/${file}`, rows: Number(rows), first: Date.parse(`${from}Z`), last: Date.parse(`${to}Z`), gaps }]
  })
}

/** The second table: | `file` | fall | from | to | worst bar | at |; the worst bar is close to close. */
function worstBars(readme: string): (readonly [path: string, percent: string, at: number])[] {
  return [...readme.matchAll(/^\| `([^`]+\.csv)` \| \S+ % \| [^|]+\| [^|]+\| (\S+) % \| (\d{4}-\d\d-\d\d \d\d:\d\d) \|$/gm)].map(([, path = '', percent = '', at = '']) => [path, percent, Date.parse(`${at}Z`)])
}

const readme = present ? readFileSync(`${folder}/README.md`, 'utf8') : ''
const isPrices = (path: string): boolean => !/^(adl|margins|orderbook)|options\/|-funding-/.test(path)
const listed = listedFiles(readme).filter(({ path, rows }) => isPrices(path) && rows > 0)

async function read(path: string): Promise<ParsedCsv> {
  const imported = await importCsv(await openAsBlob(`${folder}/${path}`))
  if (!imported.ok) throw new Error(imported.error.message)
  if (!imported.value.parsed.ok) throw new Error(imported.value.parsed.error.message)
  return imported.value.parsed.value
}

describe.skipIf(!present)('files of ../shared/data', () => {
  it('are listed', () => expect(listed.length).toBeGreaterThan(60))

  it.each(listed.map((file) => [file.path, file] as const))('%s: rows, range and gaps of its README', async (path, file) => {
    const { report } = await read(path)
    expect([report.rows, Math.floor(report.first / 60000) * 60000, Math.floor(report.last / 60000) * 60000]).toEqual([file.rows, file.first, file.last])
    expect([report.order, report.duplicates, report.problemCount, report.missingRows]).toEqual(['ascending', 0, 0, 0])
    if (path.startsWith('tradfi/') || path.startsWith('long/BTCUSD-close')) return
    const { count, missingBars } = report.gaps
    expect(count === 0 ? '0' : `${count} (${missingBars})`).toBe(file.gaps)
  })

  it.each(listedFiles(readme).filter(({ path, rows }) => path.includes('-funding-') && rows > 0).map((file) => [file.path, file] as const))('[S44] %s: payments, range and gaps of its README', async (path, file) => {
    const imported = await importCsv(await openAsBlob(`${folder}/${path}`), { name: basename(path) })
    if (!imported.ok || !imported.value.parsed.ok) throw new Error('not read')
    const { report, columns, mapping } = imported.value.parsed.value
    expect([mapping.content, imported.value.look?.kind, report.rows, report.first, report.last]).toEqual(['funding', 'funding', file.rows, file.first, file.last])
    expect([report.barMillis, report.problemCount, report.duplicates, imported.value.detection.questions]).toEqual([28_800_000, 0, 0, []])
    const { count, missingBars } = report.gaps
    expect(count === 0 ? '0' : `${count} (${missingBars})`).toBe(file.gaps)
    // The rates are the decimals of the file.
    const rates = readFileSync(`${folder}/${path}`, 'utf8').trim().split('\n').slice(1).map((line) => Number(line.split(',')[1]))
    expect([...columns.close]).toEqual(rates)
  })

  it.each([
    // As they stand in the files: rows, then time and close, or rate, of the first and the last.
    ['binance-klines_response', 'bars', 1, 1499040000000, 0.015771],
    ['bitmex-http_get_trade_bins', 'bars', 3, Date.UTC(2024, 10, 25, 10, 30), 98950],
    ['bybit-http_get_klines_linear', 'bars', 1, 1709891679000, 27455],
    ['coinbase-http_candles', 'bars', 2, 1712188800000, 66314.59],
    ['deribit-http_get_tradingview_chart_data', 'bars', 5, 1766483460000, 87456.5],
    ['kraken-http_futures_candles_mark', 'bars', 3, 1731715200000, 91098.7132316333],
    ['kraken-http_futures_candles_trade', 'bars', 3, 1731715200000, 91045.5],
    ['okx-http_get_candlesticks', 'bars', 2, 1625097600000, 33783.9],
    ['okx-http_get_candlesticks_full', 'bars', 2, 1747093980000, 102806.1],
    ['bybit-http_get_funding_history', 'funding', 2, 1709856000000, 0.00015],
    ['hyperliquid-http_funding_history', 'funding', 3, 1769908800000, 0.0000125],
    ['okx-http_get_funding_rate_history', 'funding', 2, 1704038400000, -0.00002],
  ] as const)('[S45] rest-fixtures/%s.json', async (...[name, ...expected]) => {
    const imported = await importCsv(await openAsBlob(`${folder}/rest-fixtures/${name}.json`), { name: `${name}.json` })
    if (!imported.ok || !imported.value.parsed.ok) throw new Error('not read')
    const { report, columns, mapping } = imported.value.parsed.value
    expect([mapping.content ?? 'bars', report.rows, columns.time[0], columns.close[0], report.problemCount]).toEqual([...expected, 0])
    expect(imported.value.detection.questions).toEqual([])
  })

  it.each([
    // Newest first in the file: the newest row is the last of the tape.
    ['dydx-http_get_candles', Date.UTC(2025, 11, 8, 16, 11), 89941],
    ['dydx-http_get_historical_funding', Date.UTC(2025, 11, 8, 16), 0.000002375],
    ['kraken-http_futures_historical_funding_rates', Date.UTC(2025, 6, 11, 8), 0.0001],
  ] as const)('[S45] rest-fixtures/%s.json, newest first', async (name, time, close) => {
    const imported = await importCsv(await openAsBlob(`${folder}/rest-fixtures/${name}.json`))
    if (!imported.ok || !imported.value.parsed.ok) throw new Error('not read')
    const { columns, report } = imported.value.parsed.value
    expect([report.order, columns.time.at(-1), columns.close.at(-1)]).toEqual(['descending', time, close])
  })

  it('[S45] rest-fixtures/kraken-http_ohlc.json: every row but what its "last" says is unfinished', async () => {
    const path = `${folder}/rest-fixtures/kraken-http_ohlc.json`
    const { result } = JSON.parse(readFileSync(path, 'utf8')) as { result: { XBTUSDT: [number, ...unknown[]][]; last: number } }
    const imported = await importCsv(await openAsBlob(path))
    if (!imported.ok || !imported.value.parsed.ok) throw new Error('not read')
    const finished = result.XBTUSDT.filter(([time]) => time <= result.last)
    expect(result.XBTUSDT.length - finished.length).toBeLessThanOrEqual(1)
    expect([...imported.value.parsed.value.columns.time]).toEqual(finished.map(([time]) => time * 1000))
  })

  it('[S41] what holds no prices is refused or asked about: order books, tiers, margins, lists of instruments', async () => {
    for (const path of ['rest-fixtures/binance-depth_response.json', 'rest-fixtures/bybit-http_get_orderbook.json', 'rest-fixtures/okx-http_get_order_book.json', 'rest-fixtures/deribit-http_get_order_book.json', 'rest-fixtures/kraken-http_futures_instruments.json', 'rest-fixtures/hyperliquid-http_meta_perp_sample.json', 'adl-2025-10-10/headlines.json', 'orderbook/XRPUSDT-bybit-2024-12-01T0000Z.csv', 'margins/CME-BTC-margin.csv', 'margins/binance-usdm-leverage-tiers-2024-10.csv', '2022-05-luna/USTCUSDT-close-1h.csv']) {
      const imported = await importCsv(await openAsBlob(`${folder}/${path}`))
      expect([path, imported.ok && imported.value.parsed.ok]).toEqual([path, false])
    }
  })

  it.each(worstBars(readme).filter(([path]) => isPrices(path)))('%s: its worst bar is %s %%', async (path, percent, at) => {
    const { columns } = await read(path)
    let worst = 0
    let bar = 0
    columns.close.forEach((close, i) => {
      const before = columns.close[i - 1]
      const move = before === undefined ? 0 : close / before - 1
      if (move < worst) [worst, bar] = [move, i]
    })
    expect([(worst * 100).toFixed(2), columns.time[bar]]).toEqual([percent, at])
  })

  it('LINK: the low of 0.0001 on 12 March 2020 stays, and is shown as the largest move and as a suspicious print', async () => {
    const { columns, report } = await read('2020-03-covid/LINKUSDT-binance-spot-1h.csv')
    const at = Date.UTC(2020, 2, 12, 10)
    expect(columns.low?.[columns.time.indexOf(at)]).toBe(0.0001)
    const line = readFileSync(`${folder}/2020-03-covid/LINKUSDT-binance-spot-1h.csv`, 'utf8').split('\n').findIndex((one) => one.startsWith(`${at},`)) + 1
    expect(report.suspiciousPrints).toEqual([{ price: 0.0001, at, line, column: 'low' }])
    expect(report.largestMove).toMatchObject({ at, line, column: 'low', to: 0.0001 })
    expect(report.largestMove?.value).toBeLessThan(-0.9999)
    expect([report.hasNonPositive, report.ohlcViolations]).toEqual([false, 0])
  })

  it('WTI: −36.98 on 20 April 2020 is allowed and named, a move of −301.97 %', async () => {
    const { columns, report } = await read('tradfi/WTI-spot-1d-1986-2026.csv')
    const at = Date.UTC(2020, 3, 20)
    expect(columns.close[columns.time.indexOf(at)]).toBe(-36.98)
    expect(report.hasNonPositive).toBe(true)
    expect(report.firstNonPositive).toMatchObject({ at, price: -36.98, column: 'close' })
    expect(((report.largestCloseMove?.value ?? 0) * 100).toFixed(2)).toBe('-301.97')
  })

  it('VIX: 47 candles contradict themselves, as published', async () => {
    const { columns, report } = await read('tradfi/VIX-1d-1990-2026.csv')
    expect(report.ohlcViolations).toBe(47)
    columns.close.forEach((close, i) => {
      expect(columns.high?.[i]).toBeGreaterThanOrEqual(Math.max(close, columns.open?.[i] ?? NaN))
      expect(columns.low?.[i]).toBeLessThanOrEqual(Math.min(close, columns.open?.[i] ?? NaN))
    })
  })

  it('keeps every price of a long file as the decimal that stands there [N1]', async () => {
    const path = 'long/BTCUSDT-binance-perp-1h-2020-2024.csv'
    const { columns } = await read(path)
    const [, ...rows] = readFileSync(`${folder}/${path}`, 'utf8').trim().split('\n')
    rows.forEach((row, i) => {
      const [time, open, high, low, close] = row.split(',')
      const found = [columns.time, columns.open, columns.high, columns.low, columns.close].map((column) => String(column?.[i]))
      if (found.join() !== [time, open, high, low, close].map((cell) => String(Number(cell))).join()) expect(found).toEqual([time, open, high, low, close])
    })
  })

  it('LUNA: the halt of 437 hours is the one gap, and the step over it is a jump', async () => {
    const parsed = await read('2022-05-luna/LUNAUSDT-close-1h.csv')
    expect(parsed.report.gaps).toEqual({ count: 1, missingBars: 437, longest: { after: Date.UTC(2022, 4, 13, 0), missingBars: 437 } })
    const tape = csvTape(parsed, { fileName: 'LUNAUSDT-close-1h.csv', instrument: 'LUNAUSDT' })
    const jumps = [...(tape.jump ?? [])].flatMap((flag, i) => (flag === 1 ? [i] : []))
    expect(jumps).toEqual([tape.time.indexOf(Date.UTC(2022, 4, 13, 0)) + 1])
  })

  it('puts minute bars with holes of five coins on one clock', async () => {
    const paths = ['BTC', 'ETH', 'LTC', 'EOS', 'XRP'].map((coin) => `2019-09-24-bitfinex-1m/${coin}USD-bitfinex-1m.csv`)
    const tapes = await Promise.all(paths.map(async (path) => csvTape(await read(path), { fileName: basename(path), instrument: instrumentOfFile(path) })))
    const merged = mergeTapes(tapes)
    if (!merged.ok) throw new Error(merged.error.message)
    const { tape, filled } = merged.value
    expect(tape.series.map((one) => one.instrument)).toEqual(['BTCUSD', 'ETHUSD', 'LTCUSD', 'EOSUSD', 'XRPUSD'])
    // The shared period is that of XRP, 00:00 to 23:57 the next day; some coin traded in nearly every minute of it.
    expect([tape.time[0], tape.time.at(-1)]).toEqual([Date.UTC(2019, 8, 24), Date.UTC(2019, 8, 25, 23, 57)])
    const rows = tapes.map((one) => one.time.filter((time) => time <= Date.UTC(2019, 8, 25, 23, 57)).length)
    expect(filled.map((one) => one.bars)).toEqual(rows.map((count) => tape.time.length - count))
  })
})
