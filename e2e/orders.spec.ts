import { lineScenario } from './documents.ts'
import { expect, test } from './fixtures.ts'

/*
 * BTC falls by 200 a bar from 60,000; rules Plain: maintenance 0.5 %, no fees. One BTC long, isolated, 10x: margin 6,000,
 * liquidated at 54,000/0.995 = 54,271.36.
 */

test.beforeEach(async ({ app }) => {
  await app.visitAtEnd()
})

test('a stop limit: its fields, what is missing, the order that waits, and the limit order it becomes', async ({ app }) => {
  await app.open(lineScenario())
  await app.ticket.chooseType('Stop limit')
  await app.ticket.size.fill('1')
  await expect(app.ticket.form).toContainText(/type a price/i)
  await app.ticket.price('Trigger price').fill('59000')
  await app.ticket.price('Limit price').fill('59100')
  await expect(app.ticket.form).toContainText('rests until the mark falls to 59,000.00')
  await app.ticket.sell.click()
  await expect(app.messages).toContainText('Sell 1 BTC, stop limit at 59,000.00 is waiting, isolated')
  await app.tables.choose('Orders')
  await expect(app.tables.row(/BTC-PERP/)).toContainText('Stop limit sell')
  await expect(app.tables.row(/BTC-PERP/)).toContainText('limit 59,100.00')
  // 59,000 is bar 5; it sells at 59,100 or better, and the price only falls: it rests as a limit order above
  await app.transport.seek(6, 60)
  await expect(app.tables.row(/BTC-PERP/)).toContainText('Limit sell')
  await app.tables.choose('Events')
  await expect(app.tables.region).toContainText('Order triggered')
})

test('a trailing stop order follows the price, and fires where it comes back', async ({ app }) => {
  await app.open(lineScenario({ step: -200 }))
  await app.ticket.chooseType('Trailing')
  await app.ticket.size.fill('1')
  await app.ticket.form.getByRole('textbox', { name: 'Callback' }).fill('1')
  await expect(app.ticket.form).toContainText('if it turned now, the order would fire at 60,600.00')
  await app.ticket.buy.click()
  await app.tables.choose('Orders')
  // at bar 10 the lowest is 58,000: 1 % more is 58,580
  await app.transport.seek(10, 60)
  await expect(app.tables.row(/BTC-PERP/)).toContainText('58,580.00')
  await expect(app.tables.row(/BTC-PERP/)).toContainText('1.00% back')
})

test('take profit and stop loss are moved on the chart, by mouse and by keys; undo takes them back', async ({ app, page }) => {
  await app.open(lineScenario())
  await app.ticket.size.fill('1')
  await app.ticket.buy.click()
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('54,271.36')
  // from the entry: the grip is dragged down to a stop loss
  const grip = page.getByRole('slider', { name: 'Add take profit or stop loss' })
  const from = await grip.boundingBox()
  if (from === null) throw new Error('the grip is not on the chart')
  await page.mouse.move(from.x + 8, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 30, { steps: 4 })
  await expect(page.getByText(/^Stop loss [\d,.]+$/)).toBeVisible()
  await expect(page.getByText(/PnL there −/)).toBeVisible()
  await page.mouse.up()
  await expect(app.messages).toContainText(/Stop loss at [\d,.]+/)
  const stop = page.getByRole('slider', { name: 'Stop loss', exact: true })
  const before = Number(await stop.getAttribute('aria-valuenow'))
  expect(before).toBeLessThan(60_000)
  expect(Math.round(before * 100) / 100).toBe(before)
  // ten ticks down and back one, by keys; Esc leaves it, Enter sets it
  await stop.focus()
  await stop.press('Shift+ArrowDown')
  await stop.press('Escape')
  await expect(stop).toHaveAttribute('aria-valuenow', String(before))
  await stop.press('Shift+ArrowDown')
  await stop.press('ArrowUp')
  await stop.press('Enter')
  const after = String(Math.round((before - 0.09) * 100) / 100)
  await expect(stop).toHaveAttribute('aria-valuenow', after)
  await expect(stop).toHaveAttribute('aria-valuetext', /Stop loss [\d,.]+, PnL there −/)
  await app.undo.click()
  await expect(page.getByRole('slider', { name: 'Stop loss', exact: true })).toHaveAttribute('aria-valuenow', String(before))
  await app.undo.click()
  await expect(page.getByRole('slider', { name: 'Stop loss', exact: true })).toHaveCount(0)
})

test('close all: says what it does, does it as one step, and one undo brings everything back', async ({ app, page }) => {
  await app.open(lineScenario())
  await app.ticket.size.fill('0.5')
  await app.ticket.buy.click()
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('54,271.36')
  await app.ticket.chooseType('Limit')
  await app.ticket.price('Limit price').fill('55000')
  await app.ticket.size.fill('0.1')
  await app.ticket.buy.click()
  await app.tables.counts('Orders', 1)
  await app.transport.seek(5, 60)
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
  await page.keyboard.press('Shift+X')
  const dialog = app.dialog('Close all positions')
  await expect(dialog).toContainText('1 position is closed')
  await expect(dialog).toContainText('1 order is cancelled')
  // 0.5 x 1,000 lost since 60,000
  await expect(dialog).toContainText('all together: −500.00')
  await dialog.getByRole('button', { name: 'Close 1, cancel 1' }).click()
  await expect(app.messages).toContainText('1 position closed, 1 order cancelled')
  await app.tables.counts('Orders', 0)
  await expect(app.tables.row(/^BTC-PERP/)).toHaveCount(0)
  await app.undo.click()
  await app.tables.counts('Orders', 1)
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('54,271.36')
})

test('auto-add margin: the wallet helps before the liquidation, as it was allowed', async ({ app }) => {
  await app.open(lineScenario())
  await app.ticket.size.fill('1')
  await app.ticket.buy.click()
  await app.tables.button(/Add or remove margin, BTC-PERP/).click()
  const margin = app.edit('Margin')
  await margin.dialog.getByRole('radio', { name: 'Auto-add' }).check()
  await expect(margin.dialog).toContainText('gets its initial margin once more')
  await margin.button('Switch on').click()
  await expect(margin.dialog).toHaveCount(0)
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('auto-add')
  // at 54,271.36 the wallet's 4,000 are less than the 5,427.14 of a tenth: all of them. (60,000 - 10,000) / 0.995 = 50,251.26
  await app.transport.seek(30, 60)
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('50,251.26')
  await app.tables.choose('Events')
  await expect(app.tables.region).toContainText('added as you allowed, before a liquidation')
})
