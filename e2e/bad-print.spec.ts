import { expect, test } from './fixtures.ts'
import { candles } from './prices.ts'

test('one bad print takes positions by the last price and none by the mark', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.scenario.show('Examples')
  await app.scenario.panel.getByRole('button', { name: 'Play One bad print: last against mark' }).click()
  const market = page.getByRole('region', { name: 'Market' })
  await expect(market).toContainText('Liquidated by')
  await expect(market.getByRole('term').filter({ hasText: 'Last' })).toBeVisible()
  // 10,000 - 2,000 of LINK's wall + 200 of BTC; in one pool the print takes all.
  await expect(page.getByText(/Isolated.*kept.*8,200.*of.*10,000/).first()).toBeVisible()
  await expect(page.getByText('when LINK’s last price fell').first()).toBeVisible()
  await page.getByRole('button', { name: 'Show it by the mark' }).click()
  // 10,000 + 200 + 6,250 x 0.12, whatever the walls.
  await expect(page.getByText(/both ended at.*10,950/).first()).toBeVisible()
})

test('files of two prices of one instrument become one tape', async ({ app }) => {
  await app.visitAtEnd()
  await app.importFiles([csv('LINK.csv', candles(40)), csv('trades.csv', candles(40))])
  const { dialog } = app.importing
  await dialog.getByRole('textbox', { name: 'Instrument name of trades.csv' }).fill('LINK')
  await expect(dialog.getByText('Another file has this name. Give it another, or say which price it is.').first()).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Which price trades.csv holds' }).selectOption('Last')
  await app.importing.play.click()
  await expect(dialog).toHaveCount(0)
  await expect(app.scenario.chip).toContainText('LINK')
})

function csv(name: string, text: string): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}
