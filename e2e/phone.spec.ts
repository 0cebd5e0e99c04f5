import { lineScenario } from './documents.ts'
import { expect, test } from './fixtures.ts'
import { fits } from './pages/fits.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('first run, and the ticket as a sheet', async ({ app, page }) => {
  await app.visitAtEnd()
  await expect(app.headline).toContainText('Isolated kept 9,300 of 10,000 USDT.')
  await app.account.shows('Equity', ['9,300.00', '9,300.00', '0.00'])
  await fits(page, 'first run')
  await page.getByRole('button', { name: 'Show when cross wins' }).tap()
  await expect(app.headline).toContainText('Cross made 12,100')
  await fits(page, 'scenario B')

  await app.open(lineScenario())
  await page.getByRole('button', { name: 'Trade', exact: true }).tap()
  const sheet = page.getByRole('dialog', { name: 'BTC-PERP' })
  await expect(sheet).toBeVisible()
  await app.ticket.size.fill('1')
  await app.ticket.shows('Est. liq. price', [/^54,271\.36/, /^65,671\.64/])
  await fits(page, 'ticket')
  await app.ticket.protect({ stopLoss: '54000' })
  await expect(app.ticket.form).toContainText('it would never fire')
  await fits(page, 'ticket with a warning')
  await app.ticket.buy.tap()
  await expect(app.messages).toContainText('Bought 1 BTC at 60,000.00, isolated')
})

test('positions are cards: unfold, close', async ({ app, page }) => {
  await app.visitAtEnd()
  const cards = app.tables.region.getByRole('list', { name: 'Positions' }).getByRole('article')
  await expect(cards).toHaveCount(3)
  const btc = app.tables.region.getByRole('article', { name: 'BTC-PERP' })
  await btc.getByRole('button', { name: /^BTC-PERP/ }).tap()
  await expect(btc).toContainText('62,400.00')
  await fits(page, 'a card unfolded')
  await btc.getByRole('button', { name: 'Close BTC-PERP' }).tap()
  const close = app.edit('Close')
  await fits(page, 'the dialog to close')
  await close.button('50%').tap()
  await close.dialog.getByRole('button', { name: /^Close 50%/ }).tap()
  await expect(close.dialog).toHaveCount(0)
  // Half of 1/3 BTC at 62,400
  await expect(btc).toContainText('+400.00')
  await btc.getByRole('button', { name: 'Close BTC-PERP' }).tap()
  await close.dialog.getByRole('button', { name: /^Close 0\.16/ }).tap()
  await expect(btc).toHaveCount(0)
  await app.account.shows('Equity', ['9,300.00', '9,300.00', '0.00'])
})

test('a liquidation comes as a sheet, and every other dialog fits', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.tables.region.getByRole('button', { name: 'Why? SOL-PERP, opens the incident' }).tap()
  const incident = page.getByRole('dialog', { name: 'Incident' })
  await expect(incident).toContainText('SOL long liquidated')
  await app.incident.books('Sum', '0.00')
  await fits(page, 'incident')
  await incident.getByRole('button', { name: 'Rewind 10 bars' }).tap()
  await app.transport.isAt(2, 120)
  await expect(incident).toHaveCount(0)

  for (const tab of ['Orders', 'Trades', 'Funding', 'Events'] as const) {
    await app.tables.choose(tab)
    await fits(page, tab)
  }
  await app.scenario.show()
  for (const section of ['Examples', 'Crises', 'Model', 'Script', 'Vary', 'Real', 'Files', 'Rules', 'Settings'] as const) {
    await app.scenario.show(section)
    await fits(page, `scenario panel, ${section}`)
  }
  await app.scenario.show('Rules')
  await app.scenario.panel.getByRole('button', { name: 'Copy and edit' }).tap()
  const editor = app.dialog('Edit rules')
  for (const part of ['Tiers', 'Margin', 'Liquidation', 'Funding and fees', 'Collateral', 'Changes']) {
    await editor.getByRole('tab', { name: part }).tap()
    await fits(page, `rules editor, ${part}`)
  }
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
  await page.getByRole('button', { name: 'Settings' }).tap()
  await fits(page, 'settings')
})
