import { expect, test } from './fixtures.ts'
import { explains } from './pages/figures.ts'
import { scan } from './pages/scan.ts'

/*
 * Scenario A, all cross, inside bar 73, x bars after 72: SOL 111.43 − 0.54x, BTC 61,440 + 20x, ETH 2,910 − 1.25x.
 * Equity      10,000 + (1,440 + 20x)/3 + (90 + 1.25x) · 10/3 − (38.57 + 0.54x) · 800/3 = 494.6667 − 133.1667x
 * Maintenance 0.005 · BTC/3 + 0.005 · ETH · 10/3 + 0.01 · SOL · 800/3                  = 448.0467 − 1.4275x
 * They meet at x = 0.35388: SOL 111.2389, BTC 61,447.0776, ETH 2,909.5576; closed on the tick that is earlier.
 * SOL −38.76 · 800/3 = −10,336.00; BTC 1,447.08/3 = +482.36; ETH 90.45 · 10/3 = +301.50; together −9,552.14, and 447.86 are left.
 */
test('a shared pool is liquidated: what happened, why, what it took along, where the money went', async ({ app }) => {
  await app.visitAtEnd()
  await app.transport.seek(72, 120)
  await app.transport.play.click()
  await app.transport.isAt(73, 120)
  await app.transport.is('Paused')
  await expect(app.headline).toHaveText('Same trades, same prices. Cross has just lost all 10,000 USDT. Isolated holds 8,790.83, with BTC and ETH still open.')
  const { region } = app.incident
  await expect(app.incident.heading('All cross liquidated')).toBeVisible()
  await expect(region).toContainText('SOL’s mark fell to 111.24, 25.84% below its entry.')
  await expect(region).toContainText('so all three were closed')
  await expect(app.incident.heading('Why BTC, 482.36 in profit?')).toBeVisible()
  await expect(region).toContainText('BTC’s came up to its mark without BTC falling.')

  const along = region.getByRole('table', { name: 'Positions of the pool' }).getByRole('row')
  await expect(along.nth(1)).toHaveText(/^SOL long\s*culprit\s*111\.24\s*−10,336\.00\s*−2,000\.00$/)
  await expect(along.nth(2)).toHaveText(/^ETH short\s*bystander\s*2,909\.55\s*\+301\.50\s*open$/)
  await expect(along.nth(3)).toHaveText(/^BTC long\s*bystander\s*61,447\.08\s*\+482\.36\s*open$/)
  await app.incident.books('Your wallet', '−10,000.00')
  await app.incident.books('Other side of the three trades', '+9,552.14')
  await app.incident.books('Insurance fund, the forfeited rest', '+447.86')
  await app.incident.books('Sum', '0.00')

  // To the liquidation before it, and back in time.
  await region.getByRole('button', { name: 'Liquidation before' }).click()
  await expect(app.incident.heading('SOL long liquidated')).toBeVisible()
  await expect(region).toContainText('Nothing. The wall held.')
  await region.getByRole('button', { name: 'Rewind 10 bars' }).click()
  await app.transport.isAt(2, 120)
  await expect(region).toHaveCount(0)
})

test('a liquidation is also told among the events, and opened from there', async ({ app }) => {
  await app.visitAtEnd()
  await app.tables.choose('Events')
  const row = app.tables.row(/^12\b.*SOL long/).filter({ has: app.page.getByRole('button', { name: /Why\?/ }) })
  await row.getByRole('button', { name: /Why\?/ }).click()
  await expect(app.incident.heading('SOL long liquidated')).toBeVisible()
  await app.incident.books('Sum', '0.00')
  await app.incident.press('Close')
  await expect(app.incident.region).toHaveCount(0)
})

/*
 * What would have saved the shared pool: it is lowest when SOL reaches 105, at bar 84; BTC is at 61,680 there, ETH at 2,895.
 * Equity      10,000 + w + 1,680/3 + 105 · 10/3 − 45 · 800/3                  = w − 1,090.00
 * Maintenance 0.005 · 61,680/3 + 0.005 · 2,895 · 10/3 + 0.01 · 105 · 800/3    = 431.05
 * At or below is liquidated: w = 1,521.06. With a wall around SOL all ends as All isolated does, with 9,300.
 */
test('the full report tells it as a story, and what would have saved it is tried and taken back', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.tables.choose('Events')
  await app.tables.row(/^73\b.*BTC long/).getByRole('button', { name: /Why\?/ }).click()
  await expect(app.incident.heading('Why BTC, 482.36 in profit?')).toBeVisible()
  await app.incident.press('Full report')
  await expect(page).toHaveURL(/#\/report$/)
  await expect(page).toHaveTitle('Incident report · Bulkhead')

  const list = page.getByRole('navigation', { name: 'Liquidations so far' })
  await expect(list.getByRole('button')).toHaveText([/bar 12 · SOL/, /bar 12 · SOL/, /bar 73 · SOL and its pool/])
  const article = page.getByRole('article', { name: 'All cross liquidated' })
  await expect(article).toContainText('BTC long was opened at bar 0, on average at 60,000.00. Its liquidation price was 30,150.76 and came to 61,446.23. Most of that was SOL’s loss: +30,852.18.')
  const shares = article.getByRole('table', { name: 'What moved the liq. price of BTC' })
  await expect(shares.getByRole('rowheader')).toHaveText(['Liq. price at bar 0', 'SOL’s loss', 'SOL’s trades', 'ETH’s gain', 'ETH’s trades', 'Liq. price at bar 73, the liquidation'])
  const savers = article.getByRole('table', { name: 'What would have saved it' })
  await expect(savers.getByRole('row', { name: /A wall around SOL/ })).toContainText('9,300.00')
  await expect(savers.getByRole('row', { name: /1,521\.06 more in the wallet/ })).toBeVisible()
  await explains(page, 'report')

  // Another one of the list, and back.
  await list.getByRole('button').first().click()
  await expect(page.getByRole('article', { name: 'SOL long liquidated' })).toContainText('The liq. price of SOL stood still; its mark came down to it.')
  await list.getByRole('button').last().click()

  // A larger wallet is tried: the shared pool lives to the end.
  await savers.getByRole('row', { name: /more in the wallet/ }).getByRole('button', { name: /^Try/ }).click()
  await app.transport.isAt(120, 120)
  await expect(page.getByText(/^Margin 10,000 → 11,521\.06\. Undo takes it back\.$/)).toBeVisible()
  await app.tables.choose('Events')
  await expect(app.tables.row(/^73\b/)).toHaveCount(0)
  await app.undo.click()
  await expect(app.tables.row(/^73\b.*BTC long/)).toHaveCount(1)
})

test('the report can be read by everyone, and on paper', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.tables.choose('Events')
  await app.tables.row(/^73\b.*BTC long/).getByRole('button', { name: /Why\?/ }).click()
  await app.incident.press('Full report')
  await expect(page.getByRole('table', { name: 'What would have saved it' })).toBeVisible()
  await scan(page, 'report')
  await page.emulateMedia({ media: 'print' })
  // Nothing but the report, and nothing cut off: paper has no scroll bars.
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  const { height, content } = await page.evaluate(() => ({ height: document.documentElement.scrollHeight, content: document.querySelector('article')?.getBoundingClientRect().height ?? 0 }))
  expect(height).toBeGreaterThanOrEqual(Math.floor(content))
})
