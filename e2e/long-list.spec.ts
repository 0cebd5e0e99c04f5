import { lineScenario } from './documents.ts'
import { expect, test } from './fixtures.ts'

test('a list of hundreds of rows builds what is seen, wherever it is scrolled, by wheel and by key', async ({ app, page }) => {
  const buy = { type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: 'buy', qty: '0.001', leverage: '10' } as const
  await app.visitAtEnd()
  await app.open({ ...lineScenario({ step: 1, bars: 300 }), commands: Array.from({ length: 300 }, (_, tick) => ({ ...buy, tick })) })
  await app.transport.seek(300, 300)
  await app.tables.counts('Trades', 300)
  await app.tables.choose('Trades')
  const grid = app.tables.region.getByRole('grid', { name: 'Trades' })
  const rows = grid.getByRole('row')
  const row = (index: number) => grid.locator(`[aria-rowindex="${String(index)}"]`)
  await expect(grid).toHaveAttribute('aria-rowcount', '301')
  await expect(row(2)).toBeInViewport()
  await expect.poll(() => rows.count()).toBeLessThan(60)

  await grid.hover()
  await page.mouse.wheel(0, 5000)
  await expect(row(2)).toHaveCount(0)
  await expect.poll(() => rows.count()).toBeLessThan(60)
  await page.mouse.wheel(0, 20_000)
  await expect(row(301)).toBeInViewport()

  await row(301).locator('[data-cell]').first().focus()
  await page.keyboard.press('Control+Home')
  await expect(row(2).locator('[data-cell]').first()).toBeFocused()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('ArrowDown')
  await expect(row(13).locator('[data-cell]').first()).toBeFocused()
  await page.keyboard.press('Control+End')
  await expect(row(301).locator('[data-cell]').last()).toBeFocused()
  await expect(row(301)).toBeInViewport()
})
