import { lineScenario, RANDOM_WALK } from './documents.ts'
import { expect, test } from './fixtures.ts'
import { scan } from './pages/scan.ts'
import { binanceKlines, candles } from './prices.ts'
import { isKeptAt, keep, kept, leave } from './storage.ts'

// Where to look, for axe alone: things are found by their roles.
const OPEN_DIALOG = 'dialog[open]'
const OPEN_POPOVER = '[popover]:popover-open'
const TABLES = '[data-tables]'
const CHARTS = 'main'
const TICKET = '#ticket'

test('first run, its end; charts as tables', async ({ app, page }) => {
  await app.visitAtEnd()
  await scan(page, 'first run')
  for (const region of ['Equity, USDT', 'Firewall lanes', 'SOL-PERP price']) await page.getByRole('region', { name: region }).getByRole('button', { name: 'Show as table' }).click()
  await scan(page, 'charts as tables', { within: CHARTS })
})

test('liquidated and paused', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.transport.seek(60, 120)
  await app.transport.setSpeed('Max')
  await app.transport.play.click()
  await app.transport.isAt(73, 120)
  await expect(app.incident.heading('All cross liquidated')).toBeVisible()
  await scan(page, 'liquidated')
})

test('ticket with warnings', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await page.keyboard.press('b')
  await app.ticket.size.fill('1')
  await app.ticket.protect({ stopLoss: '54000', takeProfit: '59000' })
  await expect(app.ticket.form).toContainText('it would never fire')
  await scan(page, 'stop beyond the liq. price', { within: TICKET })
  await app.ticket.size.fill('5')
  await app.ticket.chooseType('Limit')
  await app.ticket.price('Limit price').fill('58000.001')
  await expect(app.ticket.form).toContainText('is not a multiple of the tick size')
  await scan(page, 'ticket refused', { within: TICKET })
})

test('dialogs on a position', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.transport.seek(5, 120)
  const row = app.tables.row(/^SOL-PERP/)
  for (const { press, title } of [
    { press: /Add or remove margin, SOL-PERP/, title: 'Margin' },
    { press: /Change leverage, SOL-PERP/, title: 'Leverage' },
    { press: /Take profit and stop loss, SOL-PERP/, title: 'Take profit and stop loss' },
    { press: 'Move to another pool, SOL-PERP', title: 'Move to another pool' },
    { press: 'Close SOL-PERP', title: 'Close' },
    { press: 'Reverse SOL-PERP', title: 'Reverse' },
  ]) {
    await row.getByRole('button', { name: press }).click()
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    await scan(page, title, { within: OPEN_DIALOG })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('the other dialogs and menus', async ({ app, page }) => {
  await app.visitAtEnd()
  await page.keyboard.press('?')
  await scan(page, 'keys', { sizes: ['desktop'], within: OPEN_DIALOG })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).click()
  await scan(page, 'settings', { within: OPEN_POPOVER })
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Market' }).getByRole('button').click()
  await scan(page, 'market menu', { sizes: ['desktop'], within: OPEN_POPOVER })
  await page.keyboard.press('Escape')

  await app.transport.seek(20, 120)
  await app.ticket.size.fill('1')
  await app.ticket.buy.click()
  await app.transport.seek(3, 120)
  await app.ticket.size.fill('2')
  await app.ticket.buy.click()
  await expect(page.getByRole('region', { name: 'Branches' }).getByRole('treeitem')).toHaveCount(3)
  await scan(page, 'branches', { sizes: ['desktop'], within: '[data-branches]' })

  await app.scenario.openFile({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"schema": 1}') })
  await expect(app.dialog('This scenario was not opened')).toBeVisible()
  await scan(page, 'refused document', { within: OPEN_DIALOG })
})

for (const sections of [['Examples', 'Real', 'Files', 'Settings'], ['Crises', 'Script'], ['Model', 'Vary']] as const) {
  test(`scenario panel: ${sections.join(', ')}`, async ({ app, page }) => {
    await app.visitAtEnd()
    for (const section of sections) {
      await app.scenario.show(section)
      await scan(page, `scenario panel, ${section}`, { within: OPEN_POPOVER })
    }
  })
}

test('a model fitted', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.scenario.show('Model')
  await app.scenario.panel.getByRole('button', { name: 'Fit to real prices' }).click()
  await app.scenario.panel.getByRole('combobox', { name: 'Prices' }).selectOption({ label: 'Nasdaq-100, 1985–2012' })
  await app.scenario.panel.getByRole('button', { name: 'Fit', exact: true }).click()
  await expect(app.scenario.panel.getByRole('button', { name: 'Use these' })).toBeVisible({ timeout: 30_000 })
  await scan(page, 'a model fitted', { within: OPEN_POPOVER })
})

test('import with errors', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.importFiles([
    { name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(candles(40, { 7: '2024-03-01T07:00:00Z,107,109,106,n/v', 20: '2024-03-01T20:00:00.000Z,120,119,121,121' })) },
    { name: 'BTCUSDT.csv', mimeType: 'text/csv', buffer: Buffer.from(binanceKlines(48)) },
    { name: 'nothing.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') },
  ])
  await app.importing.show('odd.csv')
  await app.importing.finds('Rows', /^39/)
  await scan(page, 'import, rows left out', { within: OPEN_DIALOG })
  await app.importing.show('nothing.csv')
  await expect(app.importing.dialog.getByRole('alert').first()).toBeVisible()
  await scan(page, 'import, a file refused', { within: OPEN_DIALOG })
})

test('an empty account, and tables that are full', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await scan(page, 'empty account')
  for (const tab of ['Orders', 'Events'] as const) {
    await app.tables.choose(tab)
    await scan(page, `${tab}, empty`, { sizes: ['desktop'], within: TABLES })
  }
  await app.open(RANDOM_WALK)
  await app.transport.toEnd()
  for (const tab of ['Positions', 'Orders', 'Trades', 'Funding', 'Events'] as const) {
    await app.tables.choose(tab)
    await scan(page, tab, { within: TABLES })
  }
})

test('a saved scenario that could not be read', async ({ app, page }) => {
  await app.visitAtEnd()
  await isKeptAt(page, 120)
  const saved = (await kept(page, 'scenario')) as object
  await leave(page)
  await keep(page, 'scenario', { ...saved, document: { schema: 1, wallet: 'much' } })
  await app.visitAtEnd()
  await page.getByText('What is wrong').click()
  await scan(page, 'kept aside', { within: 'header + section' })
})
