import { join } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'
import { lineScenario, RANDOM_WALK } from './documents.ts'
import { expect, test } from './fixtures.ts'
import { candles } from './prices.ts'

// Pictures for people, in test-results/screens. Nothing is compared. `BULKHEAD_SCREENS=all` for every size in both themes.

const SIZES = [
  { width: 1440, height: 900, theme: 'dark' },
  { width: 1024, height: 768, theme: 'light' },
  { width: 390, height: 844, theme: 'dark' },
] as const

test('the end of the first run', async ({ app, page }, info) => {
  await app.visitAtEnd()
  await pictures(page, info, 'first-run')
})

test('nothing traded yet, and a ticket with warnings', async ({ app, page }, info) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.tables.counts('Positions', 0)
  await pictures(page, info, 'empty')
  await page.keyboard.press('b')
  await app.ticket.size.fill('1')
  await app.ticket.protect({ stopLoss: '54000', takeProfit: '66000' })
  await expect(app.ticket.form).toContainText('it would never fire')
  await pictures(page, info, 'ticket')
})

test('paused at a liquidation', async ({ app, page }, info) => {
  await app.visitAtEnd()
  await app.transport.seek(60, 120)
  await app.transport.setSpeed('Max')
  await app.transport.play.click()
  await expect(app.incident.heading('All cross liquidated')).toBeVisible()
  await pictures(page, info, 'liquidated')
})

test('a full account under the standard rules', async ({ app, page }, info) => {
  await app.visitAtEnd()
  await app.open(RANDOM_WALK)
  await app.transport.seek(70, 599)
  await pictures(page, info, 'full')
  await app.tables.choose('Events')
  await pictures(page, info, 'events')
})

test('scenario panel, import, a document refused', async ({ app, page }, info) => {
  await app.visitAtEnd()
  await app.scenario.show('Model')
  await pictures(page, info, 'scenario')
  await page.keyboard.press('Escape')
  await app.importFiles([{ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(candles(40, { 7: '2024-03-01T07:00:00Z,107,109,106,n/v' })) }])
  await app.importing.finds('Rows', /^39/)
  await pictures(page, info, 'import')
  await app.importing.dialog.getByRole('button', { name: 'Cancel' }).click()
  await app.scenario.openFile({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"schema": 1, "wallet": "much"}') })
  await expect(app.dialog('This scenario was not opened')).toBeVisible()
  await pictures(page, info, 'error')
})

async function pictures(page: Page, info: TestInfo, state: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of process.env['BULKHEAD_SCREENS'] === 'all' ? (['dark', 'light'] as const) : [size.theme]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(colorScheme)
      await page.screenshot({ path: join(info.project.outputDir, 'screens', `${state}-${String(size.width)}-${colorScheme}.png`) })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}
