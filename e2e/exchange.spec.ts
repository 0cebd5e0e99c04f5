import { startLoopbackVenue, type LoopbackVenue } from '../src/sources/exchange/testing/loopbackVenue.ts'
import { CANDLE_CASES, type VenueCase } from '../src/sources/exchange/testing/venueCases.ts'
import { tapeFromColumns } from '../src/tapes/tapeFromColumns.ts'
import { tapeHash } from '../src/tapes/tapeHash.ts'
import { expect, test } from './fixtures.ts'
import { Exchange } from './pages/Exchange.ts'
import { scan } from './pages/scan.ts'
import type { SimulatePage } from './pages/SimulatePage.ts'
import { kept } from './storage.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** What a venue that misbehaves makes the browser say. */
const HEARD = /request to http:\/\/127\.0\.0\.1:\d+\/|Failed to load resource|CORS policy/

const NAMES: Readonly<Record<VenueCase['venue'], string>> = {
  bybit: 'Bybit', deribit: 'Deribit', coinbase: 'Coinbase', binance: 'Binance', okx: 'OKX', hyperliquid: 'Hyperliquid', 'kraken-futures': 'Kraken Futures', dydx: 'dYdX',
}

const today = Math.floor(Date.now() / DAY) * DAY
const day = (back: number): string => new Date(today - back * DAY).toISOString().slice(0, 10)
/** Three hours in which nothing traded. */
const MISSING = { from: today - 14 * DAY + 5 * HOUR, to: today - 14 * DAY + 8 * HOUR }

/** Pages of 60 rows and three hours missing, so that every venue has seams, and a gap. */
async function withVenue(act: (venue: LoopbackVenue) => Promise<void>): Promise<void> {
  const venue = await startLoopbackVenue({ pageSize: 60, missing: [MISSING] })
  try {
    await act(venue)
  } finally {
    await venue.close()
  }
}

async function opened(app: SimulatePage): Promise<Exchange> {
  await app.visitAtEnd()
  const exchange = new Exchange(app.page, app.scenario)
  await exchange.show()
  return exchange
}

/** Hash of the tape that these rows are, put together here and not by the loader. */
function checksumOf(rows: ReturnType<LoopbackVenue['truth']>): string {
  const column = (cell: number): Float64Array => Float64Array.from(rows, (row) => Number(row[cell]))
  return tapeHash(tapeFromColumns({ id: '', title: '', source: '', instrument: 'BTC', barMillis: HOUR }, { time: column(0), open: column(1), high: column(2), low: column(3), close: column(4) }))
}

/** A page, a limit, another page, silence: there it is called off. Hyperliquid is asked four times in a row and then slowly. @returns what was answered */
async function stopsHalfway(exchange: Exchange, venue: LoopbackVenue, { venue: id, symbol, path }: VenueCase): Promise<ReadonlySet<string>> {
  venue.misbehave(
    { do: 'seam', path, times: 99 },
    { do: 'status', path, status: 429, retryAfter: '0.1', body: 'slow down', after: 1 },
    { do: 'slow', path, millis: 60_000, after: 3, times: 99 },
  )
  await exchange.askFor({ venue: NAMES[id], base: venue.baseUrl, symbols: symbol, from: day(20), to: day(13), series: ['Candles'] })
  const before = venue.requests.length
  await exchange.load.click()
  await expect.poll(() => venue.requests.length - before, `${id}: a page, one asked for twice, and one more`).toBe(4)
  await exchange.button('Cancel').click()
  await expect(exchange.button(new RegExp(`^Go on with ${NAMES[id]}, ${symbol} 1 h from ${day(20)} \\(\\d\\d%\\)$`))).toBeVisible()
  return new Set(venue.requests.slice(before, -1))
}

/** Up to now: the bar that has not ended is served, and left out. */
async function leavesOutWhatRuns(exchange: Exchange, venue: LoopbackVenue, { venue: id, symbol }: VenueCase): Promise<void> {
  venue.misbehave({ do: 'seam', times: 9 })
  await exchange.field('From').fill(day(1))
  await exchange.field('To').fill(day(0))
  await exchange.load.click()
  await expect(exchange.play).toBeVisible()
  const rows = venue.truth({ venue: id, series: 'candles', symbol, barMillis: HOUR, from: today - DAY, to: today + DAY })
  expect(rows.at(-1)?.[0], `${id}: it has not ended`).toBe(Math.floor(Date.now() / HOUR) * HOUR - HOUR)
  expect((await exchange.found('BTC candles'))[0], `${id}: rows that have ended`).toBe(String(rows.length))
  // OKX marks it itself.
  if (id !== 'okx') await expect(exchange.panel).toContainText(/had not ended and was left out|Left out because outside/)
  await exchange.button('Load something else').click()
}

/** Pages that never advance end the load. */
async function givesUpAtStandstill(exchange: Exchange, venue: LoopbackVenue, { path, venue: id }: VenueCase): Promise<void> {
  venue.misbehave({ do: 'stuck', path, times: 999 })
  await exchange.field('From').fill(day(60))
  await exchange.field('To').fill(day(45))
  await exchange.load.click()
  await expect(exchange.alert, id).toContainText('the same page again and again')
  await exchange.button('Change').click()
}

/** After a reload, with a web page and a reply cut off before the next two pages: nothing that was answered is asked for again, and all prices are right. */
async function goesOn(exchange: Exchange, venue: LoopbackVenue, { venue: id, symbol, path }: VenueCase, answered: ReadonlySet<string>): Promise<void> {
  venue.misbehave({ do: 'seam', path, times: 99 }, { do: 'html', path }, { do: 'cut', path, after: 2 })
  const before = venue.requests.length
  await exchange.button(new RegExp(`^Go on with ${NAMES[id]}, ${symbol} 1 h`)).click()
  await expect(exchange.play).toBeVisible()
  const more = venue.requests.slice(before)
  expect(more.length, `${id}: two pages, each asked for twice`).toBeGreaterThanOrEqual(4)
  expect(more.filter((request) => answered.has(request)), `${id}: asked twice`).toEqual([])
  const rows = venue.truth({ venue: id, series: 'candles', symbol, barMillis: HOUR, from: today - 20 * DAY, to: today - 12 * DAY })
  const [count, , gaps, duplicates] = await exchange.found('BTC candles')
  expect([count, gaps], `${id}: rows, gaps`).toEqual([String(rows.length), '1 (3 bars)'])
  expect(Number(duplicates), `${id}: duplicates at the seams`).toBeGreaterThan(0)
  expect(await kept(exchange.page, `tape:${checksumOf(rows)}`), `${id}: these very prices`).toBeDefined()
  await exchange.button('Load something else').click()
}

test.describe('against a venue that misbehaves', () => {
  test.use({ expected: HEARD })
  for (const half of [CANDLE_CASES.slice(0, 4), CANDLE_CASES.slice(4)]) {
    test(`[S51] [S52] [S53] [S54] [S56] ${half.map(({ venue }) => NAMES[venue]).join(', ')}`, async ({ app, page }) => {
      await withVenue(async (venue) => {
        const exchange = await opened(app)
        const answered = new Map<string, ReadonlySet<string>>()
        for (const one of half) {
          answered.set(one.venue, await stopsHalfway(exchange, venue, one))
          await givesUpAtStandstill(exchange, venue, one)
          await leavesOutWhatRuns(exchange, venue, one)
        }
        await page.reload()
        await exchange.show()
        for (const one of half) await goesOn(exchange, venue, one, answered.get(one.venue) ?? new Set())
      })
    })
  }

  test('prices, mark and funding of two instruments are played; tiers open in the rules editor', async ({ app, page }) => {
    await withVenue(async (venue) => {
      const exchange = await opened(app)
      await exchange.askFor({ venue: 'Bybit', base: venue.baseUrl, symbols: 'BTCUSDT, ETHUSDT', from: '2024-08-03', to: '2024-08-05', series: ['Candles', 'Mark', 'Funding'] })
      await expect(exchange.panel).toContainText('About 306 rows in 6 pages')
      await scan(page, 'exchange, form', { within: '[popover]:popover-open' })
      await exchange.load.click()
      await expect(exchange.play).toBeVisible()
      expect(await exchange.found('ETH funding')).toEqual(['9', '2024-08-03 00:00 to 2024-08-05 16:00', '0', '0'])
      await scan(page, 'exchange, loaded', { within: '[popover]:popover-open' })
      await exchange.play.click()
      await expect(app.scenario.chip).toContainText('BTC and ETH on Bybit, 2024-08-03 to 2024-08-05')
      await app.transport.isAt(0, 71)
      await exchange.show()
      await exchange.button('Delete the kept pages').click()
      await expect(exchange.button('Delete the kept pages')).toHaveCount(0)
      await exchange.button('Load the list').click()
      await exchange.panel.getByRole('group', { name: 'Instruments of the exchange' }).getByRole('checkbox', { name: 'SOLUSDT' }).check()
      await expect(exchange.field('Instruments')).toHaveValue('BTCUSDT, ETHUSDT, SOLUSDT')
      await exchange.button('Load margin tiers').click()
      await expect(app.dialog('Edit rules').getByRole('textbox', { name: 'Name' })).toHaveValue('Plain, tiers of BTCUSDT, ETHUSDT, SOLUSDT')
      await expect(app.dialog('Edit rules')).toContainText('1 change from Plain')
    })
  })

  test('[S57] what a failure looks like, and the way by file', async ({ app, page, context }) => {
    await withVenue(async (venue) => {
      const exchange = await opened(app)
      await exchange.askFor({ venue: 'Bybit', base: venue.baseUrl, symbols: 'BTCUSDT', from: '2024-08-03', to: '2024-08-05', series: ['Candles'] })
      venue.misbehave({ do: 'no-cors', times: 99 })
      await exchange.load.click()
      await expect(exchange.alert).toContainText('It looks as if the browser stopped it')
      venue.misbehave({ do: 'error', kind: 'symbol', times: 99 })
      await exchange.button('Try again').click()
      await expect(exchange.alert).toContainText('does not know this instrument')
      venue.misbehave()
      await context.setOffline(true)
      await exchange.button('Try again').click()
      await expect(exchange.alert).toContainText('It looks as if there is no network')
      await context.setOffline(false)
      const chooser = page.waitForEvent('filechooser')
      await exchange.button('Choose files…').click()
      await (await chooser).setFiles({ name: 'BTCUSDT.csv', mimeType: 'text/csv', buffer: Buffer.from('time,close\n1722643200,60000\n1722646800,60100\n') })
      await app.importing.finds('Rows', '2')
    })
  })
})

test('[S55] nothing is asked for before a button says so', async ({ app, page }) => {
  const exchange = await opened(app)
  for (const name of Object.values(NAMES)) await exchange.choose(name)
  await exchange.button('Last 90 days').click()
  await exchange.panel.getByRole('combobox', { name: 'A known period' }).selectOption({ label: '5 August 2024' })
  await exchange.askAt('http://example.com')
  await expect(exchange.panel).toContainText('Use https')
  await exchange.askAt('https://prices.example.com')
  await exchange.field('Instruments').fill('BTC-USD, ETH-USD')
  await exchange.button('What to know about it').click()
  await page.waitForLoadState('networkidle')
  // Requests that leave the origin fail every story; hints to open a connection are none, and are not given either.
  expect(await page.locator('link:is([rel~=preconnect], [rel~=dns-prefetch], [rel~=prefetch])').count()).toBe(0)
})
