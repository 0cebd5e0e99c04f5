import { lineScenario } from './documents.ts'
import { expect, test } from './fixtures.ts'
import { RuleDiff } from './pages/RuleDiff.ts'
import { candles } from './prices.ts'

test('once loaded, everything works without a network', async ({ app, page, context }) => {
  // The last of what is fetched in an idle moment.
  const ready = page.waitForResponse(/importCsv\.worker/)
  await app.visitAtEnd()
  await ready
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  await page.getByRole('button', { name: 'Show when cross wins' }).click()
  await expect(app.headline).toContainText('Cross made 12,100')
  await app.open(lineScenario())
  await app.ticket.size.fill('1')
  await app.ticket.shows('Est. liq. price', [/^54,271\.36/, /^65,671\.64/])
  await app.ticket.buy.click()
  await app.tables.button(/Add or remove margin, BTC-PERP/).click()
  await app.edit('Margin').field('Amount').fill('1000')
  await app.edit('Margin').button('Add 1,000.00').click()
  await expect(app.edit('Margin').dialog).toHaveCount(0)
  await app.transport.setSpeed('Max')
  await app.transport.play.click()
  await expect(app.incident.heading('BTC long liquidated')).toBeVisible()
  await app.transport.seek(2, 60)
  await app.ticket.size.fill('0.1')
  await app.ticket.buy.click()

  await page.keyboard.press('c')
  const diff = new RuleDiff(app)
  await diff.choose('B', 'Binance USD-M')
  await expect(diff.headline).toContainText('Under Binance USD-M')
  await page.keyboard.press('Escape')

  await app.importFiles([{ name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(candles(20)) }])
  await app.importing.finds('Rows', '20')
  await app.importing.play.click()
  await app.transport.isAt(0, 19)
  await app.scenario.show('Model')
  await app.scenario.panel.getByRole('button', { name: 'Play this path' }).click()
  await expect(app.scenario.chip).toContainText(/seed/)
  expect(asked.filter((url) => url.startsWith('http'))).toEqual([])
})

test('real prices that were not loaded yet say why they cannot come', async ({ app, page, context }) => {
  await app.visitAtEnd()
  await app.scenario.show('Real')
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await app.scenario.panel.getByRole('button', { name: 'Play these prices' }).click()
  await expect(app.dialog('This scenario was not opened')).toBeVisible()
  await expect(app.scenario.chip).toContainText('One bad altcoin')
})
