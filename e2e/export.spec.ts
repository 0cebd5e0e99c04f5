import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { fits } from './pages/fits.ts'
import { scan } from './pages/scan.ts'
import { candles } from './prices.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' })

async function open(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page)).toBeVisible()
}

/** What a button of the dialog saves. */
async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const saving = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: button, exact: true }).click()
  const file = await saving
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
}

/** What a reader of the file sees: its words, and how many pictures of pixels are in it. */
async function look(page: Page, svg: string): Promise<{ readonly words: readonly string[]; readonly images: number; readonly active: number; readonly classes: number; readonly background: string | null }> {
  return page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      words: [...file.querySelectorAll('text')].map((each) => each.textContent ?? ''),
      images: file.querySelectorAll('image').length,
      active: file.querySelectorAll('script, foreignObject, a, parsererror').length,
      classes: file.querySelectorAll('[class]').length,
      background: file.querySelector('svg > rect')?.getAttribute('fill') ?? null,
    }
  }, svg)
}

test('tables are CSV in either writing, exact, and the scenario is a document', async ({ app, page }) => {
  await app.visitAtEnd()
  await open(page)
  const trades = await saved(page, 'Trades')
  expect(trades.name).toBe('one-bad-altcoin-trades.csv')
  const lines = trades.content.toString('utf8').split('\r\n')
  expect(lines[0]).toBe('\uFEFFaccount,event,bar,time,instrument,side,qty,price,notional,fee,realizedPnl,role,cause')
  expect(lines.filter((line) => line.includes('liquidation'))).toHaveLength(5)
  expect(lines.find((line) => line.startsWith('all-isolated') && line.includes('liquidation'))).toContain(',SOL-PERP,sell,266.66666666666666666666,143.94,')
  await dialog(page).getByText('1234,5 and semicolons').click()
  const comma = (await saved(page, 'Trades')).content.toString('utf8').split('\r\n')
  expect(comma.find((line) => line.startsWith('all-isolated') && line.includes('liquidation'))).toContain(';SOL-PERP;sell;266,66666666666666666666;143,94;')
  const names = [(await saved(page, 'Positions')).name, (await saved(page, 'Funding')).name, (await saved(page, 'Events')).name]
  expect(names).toEqual(['one-bad-altcoin-positions.csv', 'one-bad-altcoin-funding.csv', 'one-bad-altcoin-events.csv'])
  const scenario = await saved(page, 'Scenario (JSON)')
  expect(JSON.parse(scenario.content.toString('utf8'))).toMatchObject({ schema: 1, title: 'One bad altcoin' })
  await expect(dialog(page).getByRole('button', { name: 'Incident report (JSON)' })).toHaveAttribute('aria-disabled', 'true')
})

test('charts are pictures of their own: words, colours and lines without the page, in the theme asked for', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await app.visitAtEnd()
  await open(page)
  for (const [theme, background] of [['Dark', '#0e1116'], ['Light', '#ffffff']] as const) {
    await dialog(page).getByText(theme, { exact: true }).click()
    const { name, content } = await saved(page, 'Equity, USDT, SVG')
    expect(name).toBe(`one-bad-altcoin-equity-usdt-${theme.toLowerCase()}.svg`)
    const seen = await look(page, content.toString('utf8'))
    expect(seen).toMatchObject({ images: 0, active: 0, classes: 0 })
    expect(seen.background?.replace(/^#fff$/, '#ffffff')).toBe(background)
    expect(seen.words).toEqual(expect.arrayContaining(['Equity, USDT', 'All isolated', 'All cross', 'SOL hits its wall', '10,000']))
    expect(seen.words.at(-1)).toMatch(/^One bad altcoin · Plain · bar 120 · made with Bulkhead on \d{4}-\d\d-\d\d$/)
    // Buttons are no part of a picture.
    expect(seen.words).not.toContain('%')
  }
  // The page wears its own theme again.
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  const png = await saved(page, 'All in one picture, PNG')
  expect(png.name).toBe('one-bad-altcoin-all-in-one-picture-light.png')
  expect(png.content.subarray(1, 4).toString()).toBe('PNG')
  // Two pixels for one of the page; PNG keeps width and height at 16 and 20.
  expect(png.content.readUInt32BE(16)).toBeGreaterThan(1800)
  expect(png.content.readUInt32BE(20)).toBeGreaterThan(1000)
})

test('candles are in the picture; the dialog fits a phone', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.importFiles([{ name: 'BTC.csv', mimeType: 'text/csv', buffer: Buffer.from(candles(60)) }])
  await app.importing.play.click()
  await expect(app.importing.dialog).toBeHidden()
  await app.transport.seek(40, 59)
  await open(page)
  const { content } = await saved(page, 'BTC price, SVG')
  const seen = await look(page, content.toString('utf8'))
  expect(seen.images).toBeGreaterThan(0)
  // What the licence of the candles' library asks for.
  expect(seen.words).toContain('Charts by TradingView')
  await scan(page, 'export', { within: 'dialog[open]' })
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.keyboard.press('l')
  await page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Export tables and charts…' }).click()
  await expect(dialog(page)).toBeVisible()
  await fits(page, 'export on a phone')
})

test('the report of the liquidation that is open is a document', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.transport.seek(60, 120)
  await app.transport.setSpeed('Max')
  await app.transport.play.click()
  await app.transport.isAt(73, 120)
  await expect(app.incident.heading('All cross liquidated')).toBeVisible()
  await open(page)
  const { name, content } = await saved(page, 'Incident report (JSON)')
  expect(name).toBe('one-bad-altcoin-incident.json')
  expect(JSON.parse(content.toString('utf8'))).toMatchObject({ schema: 1, scenario: 'One bad altcoin', rules: 'plain', account: 'all-cross', report: { pool: 'cross' } })
})

test('equity alone has a time axis; curves and the comparison of Calculate are taken away too', async ({ app, page }) => {
  await app.visitAtEnd()
  await open(page)
  const alone = await look(page, (await saved(page, 'Equity, USDT, SVG')).content.toString('utf8'))
  expect(alone.words).toEqual(expect.arrayContaining(['bar 0', '20', '40', '60', '80', '100', '120']))
  await page.keyboard.press('Escape')
  await page.goto('/#/calc')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('behind the wall at')
  await open(page)
  await expect(dialog(page).getByRole('button', { name: 'Comparison' })).toHaveAttribute('aria-disabled', 'true')
  const curve = await look(page, (await saved(page, 'Profit and loss at a price, SVG')).content.toString('utf8'))
  expect(curve).toMatchObject({ images: 0, active: 0, classes: 0 })
  expect(curve.words).toEqual(expect.arrayContaining(['Profit and loss at a price', 'Behind the wall', 'In the shared pool']))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Compare of/ }).first().click()
  await expect(page.getByRole('region', { name: /^Compare: / })).toBeVisible()
  await open(page)
  const lines = (await saved(page, 'Comparison')).content.toString('utf8').split('\r\n')
  expect(lines[0]).toBe('\uFEFFfield,A,now')
  expect(lines).toContain('maxLoss,500,500')
})

for (const { screen, says } of [{ screen: 'sim', says: 'Same trades, same prices' }, { screen: 'calc', says: 'Lose at most' }]) {
  test(`paper: ${screen} is as wide as a sheet, light and without what stands around it, and then as it was`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-asked', 'yes')
    })
    await app.visitAtEnd()
    await page.goto(`/#/${screen}`)
    const root = page.locator('html')
    await expect(page.getByText(says).first()).toBeVisible()
    await open(page)
    await dialog(page).getByRole('button', { name: 'Print…' }).click()
    await expect(root).toHaveAttribute('data-asked', 'yes')
    // The sheet is what media queries measure then.
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 718, height: 1046 })
    await expect(root).toHaveAttribute('data-theme', 'light')
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByText(says).first()).toBeVisible()
    const sizes = await page.evaluate(() => [...document.querySelectorAll('[data-print-page], [data-print-page] table, [data-print-page] [data-chart] svg')].map((each) => each.getBoundingClientRect().right - (document.querySelector('[data-print-page]')?.getBoundingClientRect().left ?? 0)))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(719)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect(root).toHaveAttribute('data-theme', 'dark')
    await expect(root).not.toHaveAttribute('data-printing')
  })
}
