import { expect, test } from './fixtures.ts'
import { explains } from './pages/figures.ts'
import { RuleDiff } from './pages/RuleDiff.ts'
import { Rules } from './pages/Rules.ts'
import { scan } from './pages/scan.ts'
import type { SimulatePage } from './pages/SimulatePage.ts'
import { candles } from './prices.ts'

// Asks the engine for a hundred figures a state.
test.describe.configure({ timeout: 180_000 })

const drawer = '[data-explain]'

async function play(app: SimulatePage, title: string): Promise<void> {
  await app.visitAtEnd()
  await app.scenario.show('Examples')
  await app.scenario.panel.getByRole('button', { name: `Play ${title}` }).click()
  await expect(app.scenario.panel).toBeHidden()
}

test('every figure of the first screen: at the end, in the middle, at the start', async ({ app, page }) => {
  await app.visitAtEnd()
  await explains(page, 'end')
  await app.transport.seek(40, 120)
  await explains(page, 'bar 40')
  await app.transport.seek(0, 120)
  await explains(page, 'bar 0')
})

test('every figure after a liquidation, with the report on it', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.transport.seek(60, 120)
  await app.transport.setSpeed('Max')
  await app.transport.play.click()
  await app.transport.isAt(73, 120)
  await expect(app.incident.heading('All cross liquidated')).toBeVisible()
  await explains(page, 'incident')
})

test('every figure of every table and account', async ({ app, page }) => {
  await app.visitAtEnd()
  for (const tab of ['Trades', 'Funding', 'Insurance', 'Events'] as const) {
    await app.tables.choose(tab)
    await explains(page, tab)
  }
  await app.tables.choose('Positions')
  await app.transport.seek(5, 120)
  for (const account of ['All isolated', 'All cross'] as const) {
    await app.tables.chooseAccount(account)
    await explains(page, account)
  }
})

test('every figure of the ticket, of an order, and of the dialogs on a position', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.transport.seek(5, 120)
  await app.ticket.size.fill('1')
  await expect(app.ticket.summary).not.toContainText('—')
  await explains(page, 'ticket, isolated')
  await app.ticket.chooseMode('Cross')
  await app.ticket.chooseType('Limit')
  await app.ticket.price('Limit price').fill('100')
  await expect(app.ticket.change(/liq/i).first()).toBeVisible()
  await explains(page, 'ticket, cross, limit')
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
    const dialog = page.getByRole('dialog', { name: title })
    await expect(dialog).toBeVisible()
    if (title === 'Margin') await dialog.getByRole('button', { name: '25%' }).click()
    await explains(page, title)
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('Shift+X')
  await expect(page.getByRole('dialog')).toBeVisible()
  await explains(page, 'close all')
})

test('every figure of a fund that is empty, of an account in coins, of assets that are collateral', async ({ app, page }) => {
  for (const title of ['Deleveraging: when the fund is empty', 'Short 1x, coin-margined: no liquidation price', 'Depeg: USDC at 0.97 behind a long']) {
    await play(app, title)
    // It plays by itself; the end of the scenario before may still stand there.
    await app.transport.is('Playing')
    await app.transport.toEnd()
    await explains(page, title)
    for (const tab of ['Funding', 'Insurance', 'Events'] as const) {
      await app.tables.choose(tab)
      await explains(page, `${title}, ${tab}`)
    }
  }
})

test('every figure of the calculators', async ({ app, page }) => {
  await app.visitAtEnd()
  await page.goto('/#/calc')
  await expect(page.locator('[data-figure^="calc.wall.leverage"]').first()).toContainText(/\d/)
  // What was put in, as the bar and the names of rows say it again; numbers of steps; the tick a note names.
  await explains(page, 'calculate', ['[aria-label^="Inputs shared"]', 'th', 'main b', 'main p span'])
})

test('every figure of the rules: library, editor, and a comparison of two sets', async ({ app, page }) => {
  await app.visitAtEnd()
  const rules = new Rules(app)
  await rules.choose('Binance USD-M')
  await expect(rules.panel).toContainText(/Data of/)
  await explains(page, 'rules, library')
  await rules.copy('Binance USD-M')
  await rules.table('BTCUSDT and BTC-PERP')
  await rules.cell('Up to', 2).fill('1000000')
  await expect(rules.editor).toContainText('At 1,000,000 the requirement jumps')
  await rules.button('Maximum leverage…').click()
  await rules.editor.getByRole('textbox', { name: 'No tier allows more than' }).fill('20')
  await explains(page, 'rules, editor, tiers')
  await rules.button(/^Change \d+ tiers$/).click()
  await rules.editor.getByRole('button', { name: 'Show as table' }).click()
  await explains(page, 'rules, editor, the requirement as a table')
  for (const tab of ['Margin', 'Liquidation', 'Funding and fees', 'Changes'] as const) {
    await rules.editor.getByRole('tab', { name: tab }).click()
    await explains(page, `rules, editor, ${tab}`)
  }
  await rules.button('Compare on this scenario…').click()
  const diff = new RuleDiff(app)
  await expect(diff.headline).toBeVisible()
  await explains(page, 'rules, comparison')
})

test('every figure of a file to be imported', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.importFiles([{ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(candles(40, { 7: '2024-03-01T07:00:00Z,107,109,106,n/v', 20: '2024-03-01T20:00:00.000Z,120,119,121,121' })) }])
  await app.importing.finds('Impossible candles', /line 22$/)
  await explains(page, 'import')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('every figure, and a long press where a tap does something else', async ({ app, page }) => {
    await app.visitAtEnd()
    await explains(page, 'phone')
    const card = page.getByRole('article', { name: 'BTC-PERP' })
    const figure = card.locator('[data-figure^="position.liquidation?"]').first()
    await figure.scrollIntoViewIfNeeded()
    const box = await figure.boundingBox()
    if (box === null) throw new Error('the liq. price of the card is not on screen')
    const touch = await page.context().newCDPSession(page)
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await page.waitForTimeout(700)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    const sheet = page.getByRole('dialog', { name: 'Explain' })
    await expect(sheet).toContainText('Liq. price, BTC-PERP')
    await scan(page, 'explanation on a phone', { within: 'dialog[open]', sizes: ['phone'] })
  })
})

test('by keyboard: the cell with the focus, what a value is made of, and back', async ({ app, page }) => {
  await app.visitAtEnd()
  const cell = app.tables.row(/^BTC-PERP/).getByRole('gridcell').nth(1)
  await cell.focus()
  const text = await cell.locator('[data-figure]').textContent()
  await page.keyboard.press('e')
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await expect(panel.locator('[data-value]')).toHaveText(text ?? '')
  await expect(panel).toContainText('Value, BTC-PERP')
  // Value = size × mark: each opens its own, and Back returns.
  await panel.getByRole('button', { name: /Explain Mark price/ }).focus()
  await page.keyboard.press('Enter')
  await expect(panel).toContainText('Mark price, BTC-PERP')
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(panel.locator('[data-value]')).toHaveText(text ?? '')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(cell).toBeFocused()
})

test('opened by a press, closed by Esc: the focus is on what was pressed, and E opens it again', async ({ app, page }) => {
  await app.visitAtEnd()
  const panel = page.getByRole('complementary', { name: 'Explain' })
  for (const figure of [app.account.table.locator('[data-figure^="account.equity"]').first(), page.locator('svg [data-figure]').first()]) {
    await figure.click()
    await expect(panel).toBeVisible()
    const text = await panel.locator('[data-value]').textContent()
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(page.locator('[data-figure]:focus, :focus [data-figure]').first()).toBeVisible()
    await page.keyboard.press('e')
    await expect(panel.locator('[data-value]')).toHaveText(text ?? '')
    await page.keyboard.press('Escape')
  }
})

test('by keyboard: any figure on screen, out of a list', async ({ app, page }) => {
  await app.visitAtEnd()
  await page.mouse.move(0, 0)
  await page.keyboard.press('e')
  const panel = page.getByRole('complementary', { name: 'Explain' })
  const search = panel.getByRole('searchbox', { name: 'Find' })
  await search.fill('equity all isolated')
  await page.keyboard.press('Enter')
  await expect(panel.locator('[data-value]')).toHaveText('9,300.00')
  await scan(page, 'an explanation', { within: drawer, sizes: ['desktop'] })
})

test('beside a dialog: the drawer waits below it, and explains its figures above it', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.account.table.locator('[data-figure^="account.equity"]').first().click()
  await expect(page.getByRole('complementary', { name: 'Explain' })).toBeVisible()
  await app.tables.row(/^BTC-PERP/).getByRole('button', { name: 'Close BTC-PERP' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close' })
  await expect(dialog).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await dialog.locator('[data-figure^="edit.realizedPnl"]').click()
  const sheet = page.getByRole('dialog', { name: 'Explain' })
  await expect(sheet.locator('[data-value]')).toHaveText('800.00')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(dialog).toBeVisible()
})

test('three levels: other words, the same number', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.account.table.locator('[data-figure^="account.available"]').first().click()
  const panel = page.getByRole('complementary', { name: 'Explain' })
  const value = panel.locator('[data-value]')
  const text = await value.textContent()
  const seen = new Set<string>()
  for (const level of ['Beginner', 'Trader', 'Quant']) {
    await panel.getByRole('radio', { name: level }).check()
    await expect(value).toHaveText(text ?? '')
    seen.add(await panel.innerText())
  }
  expect(seen.size).toBe(3)
  await expect(panel).toContainText('All digits')
  await panel.getByRole('radio', { name: 'Beginner' }).check()
  await expect(panel.getByRole('button', { name: 'Show the formula' })).toBeVisible()
})

test('stays open while the tape plays, and says what the figure is now', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.transport.seek(20, 120)
  await app.account.table.locator('[data-figure^="account.equity"]').first().click()
  const value = page.getByRole('complementary', { name: 'Explain' }).locator('[data-value]')
  const before = await value.textContent()
  await app.transport.forward.click()
  await expect(value).not.toHaveText(before ?? '')
  await expect(app.account.table.locator('[data-figure^="account.equity"]').first()).toHaveText((await value.textContent()) ?? '')
})

test('a term leads to the glossary, and the glossary is searched', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.account.table.getByRole('button', { name: 'Margin ratio' }).click()
  const panel = page.getByRole('complementary', { name: 'Explain' })
  await expect(panel.getByRole('heading', { name: 'Margin ratio' })).toBeVisible()
  await panel.getByRole('button', { name: 'All terms' }).click()
  await panel.getByRole('searchbox', { name: 'Find' }).fill('bust')
  await panel.getByRole('button', { name: /^Bankruptcy price/ }).click()
  await expect(panel).toContainText('Also called: bust price')
  await scan(page, 'the glossary', { within: drawer, sizes: ['desktop'] })
})

test('every figure of the report to be printed', async ({ app, page }) => {
  await app.visitAtEnd()
  await page.goto('/#/report')
  await expect(page.getByRole('article').first()).toBeVisible()
  await explains(page, 'report')
})
