import { expect, test } from './fixtures.ts'
import { fits } from './pages/fits.ts'
import { scan } from './pages/scan.ts'
import type { SimulatePage } from './pages/SimulatePage.ts'

async function play(app: SimulatePage, title: string): Promise<void> {
  await app.visitAtEnd()
  await app.scenario.show('Examples')
  await app.scenario.panel.getByRole('button', { name: `Play ${title}` }).click()
  await expect(app.scenario.panel).toBeHidden()
  await app.transport.isAt(120, 120)
}

test('a coin account: money in coins, sizes in dollars, a short without a liquidation price', async ({ app, page }) => {
  await play(app, 'Short 1x, coin-margined: no liquidation price')
  await expect(app.headline).toContainText('both ended at 0.2602 of 1.01 BTC')
  // 0.26015720 BTC at 240,000
  await app.account.shows('Equity', ['0.26015720', '0.26015720', '0.26015720'])
  await app.account.shows('≈ USD', ['62,438', '62,438', '62,438'])
  const row = app.tables.row(/^BTCUSD/)
  await expect(row).toContainText('60,000 USD')
  await expect(row).toContainText('None')
  await app.tables.choose('Funding')
  await expect(app.tables.region.getByRole('paragraph').filter({ hasText: 'Next payment' })).toContainText('+0.00002500 (+0.0100%)')
  await expect(app.tables.region.getByRole('grid', { name: 'Funding' }).getByRole('row')).toHaveCount(16)
  await app.tables.choose('Positions')
  await row.getByRole('button', { name: 'Explain BTCUSD' }).click()
  const explained = page.getByRole('complementary', { name: 'Explain' })
  await expect(explained.getByRole('region', { name: 'Break-even and carry' })).toContainText('Never: its pool receives funding')
  await explained.getByRole('button', { name: 'Close' }).click()
  // The ticket: a size in dollars, its cost in coins.
  await app.ticket.size.fill('1000')
  await expect(app.ticket.form).toContainText('0.00416')
  await scan(page, 'a coin account')
})

test('a depeg: assets beside the account, and an asset sold', async ({ app, page }) => {
  await play(app, 'Depeg: USDC at 0.97 behind a long')
  await expect(app.headline).toContainText('Isolated kept 9,698 of 10,000 USD')
  await expect(app.headline).toContainText('Cross ended at 486 when BTC fell 19% with USDC at 0.9709')
  await app.account.shows('Equity', ['486.00', '9,698.00', '486.00'])
  await app.transport.seek(0, 120)
  const assets = page.getByRole('table', { name: 'Collateral, Yours' })
  await expect(assets.getByRole('row', { name: /^USDC/ })).toContainText('10,000')
  await expect(assets.getByRole('row', { name: /^USDC/ })).toContainText('1.00%')
  await expect(app.tables.row(/^USDC/)).toHaveCount(0)
  await scan(page, 'an account with assets')
  await assets.getByRole('button', { name: 'Sell USDC' }).click()
  await expect(assets).toHaveCount(0)
  // 10,000 USDC at 1 less 0.05 %, less the fee of 24: cash now.
  await app.account.shows('Equity', ['9,971.00', '9,971.00', '9,971.00'])
})

test('deleveraging: the fund, who pays when it is empty, and the incident that says so', async ({ app, page }) => {
  await play(app, 'Deleveraging: when the fund is empty')
  await app.tables.choose('Insurance')
  await expect(app.tables.region).toContainText('began with 2,000.00, holds 0.00')
  const closed = app.tables.region.getByRole('grid', { name: 'Deleveraged counterparties' })
  await expect(closed.getByRole('row', { name: /Desk/ })).toContainText('4,200.80')
  await expect(closed.getByRole('row', { name: /Miner/ })).toContainText('2,548.20')
  await expect(app.tables.region.getByRole('grid', { name: 'Insurance fund' }).getByRole('row')).toHaveCount(5)
  await app.tables.chooseAccount('All cross')
  await expect(app.tables.region).toContainText('is covered by nobody')
  await scan(page, 'the insurance fund')
  await app.tables.chooseAccount('Yours')
  await app.tables.choose('Positions')
  await app.tables.button(/^Why/).first().click()
  const incident = page.getByRole('region', { name: 'Incident' })
  await expect(incident).toContainText('2,000.00 came from the insurance fund and 12,000.00 from deleveraged counterparties')
  await expect(incident.getByRole('table', { name: 'Who was deleveraged' }).getByRole('row', { name: /Hedger/ })).toContainText('5,251.00')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('coins, assets and the fund fit', async ({ app, page }) => {
    await play(app, 'Short 1x, coin-margined: no liquidation price')
    await fits(page, 'a coin account')
    await app.tables.choose('Funding')
    await fits(page, 'funding in coins')
    await app.scenario.show('Examples')
    await app.scenario.panel.getByRole('button', { name: 'Play Deleveraging: when the fund is empty' }).click()
    await app.transport.isAt(120, 120)
    await app.tables.choose('Insurance')
    await expect(app.tables.region.getByRole('list', { name: 'Deleveraged counterparties' }).getByRole('article')).toHaveCount(3)
    await fits(page, 'the insurance fund')
  })
})
