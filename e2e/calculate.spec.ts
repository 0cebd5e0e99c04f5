import { expect, test } from './fixtures.ts'
import { Calculate } from './pages/Calculate.ts'
import { scan } from './pages/scan.ts'

// Figures are those of shared/mock/calculate.html, computed there by hand from product.md 5.4: 500 USDT and 8 % on BTC at
// 60,000 under the standard rules (0.5 %, taker 0.05 %), and the table of product.md 5.3.

test('decide the loss, then the leverage: the trade of the mock', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await calculate.useOwn('BTCUSDT', '60,000')
  await expect(calculate.sentence).toHaveAccessibleName('Lose at most 500.00 USDT and survive a fall of 8.00%: put 500.00 USDT behind the wall at 11.82x.')
  const { wall } = calculate
  await expect(wall.solved('Size')).toHaveText('0.0979')
  await expect(wall.solved('Est. liq. price')).toHaveText('55,198.75')
  await expect(wall.root).toContainText('497.06 margin, 2.94 fee')
  await expect(wall.root).toContainText('5,874.00 USDT')
  // 0.0979 x (48,000 - 60,000) - 2.937 = -1,177.74, as the chart of the mock says of the shared pool
  await expect(wall.root.getByRole('img', { name: /In the shared pool it goes on/ })).toBeVisible()
})

test('solve the other way round: give the leverage, ask for the fall; give the size too, ask for the loss', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await calculate.useOwn('BTCUSDT', '60000')
  const { wall } = calculate
  await expect(wall.solved('Leverage')).toHaveText('11.82')
  await wall.unlock('Fall to liquidation')
  // Nothing moves by itself: what was solved is given now.
  await expect(wall.field('Leverage')).toHaveValue('11.82')
  await wall.field('Leverage').fill('10x')
  // At 10x the price falls (0.1 - 0.005) / 0.995 = 9.547 %, as the mock's table of leverages says.
  await expect(wall.solved('Fall to liquidation')).toHaveText(/^9\.5[45]$/)
  await wall.lock('Size')
  await wall.field('Size').fill('0.1 btc')
  // 0.1 BTC is 6,000: a tenth of it is the margin, and the fee is 3.
  await expect(wall.solved('Can lose at most')).toHaveText(/^60(2\.9\d|3\.0\d)$/)
  await wall.unlock('Leverage')
  await expect(wall.field('Fall to liquidation')).toHaveValue(/^9\.5/)
})

test('the price in the whole book is the one that the table of positions shows', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await page.getByLabel('Instrument').selectOption('BTC-PERP')
  const card = calculate.card('Liquidation price in the whole book')
  // product.md 5.3: 54,271.36 (-9.55 %) behind its wall. In the pool of 8,000 (SOL stands behind its own wall), with ETH
  // 10,000 short beside it: (20,000 - 8,000 + 50) / (1/3 x 0.995) = 36,331.66.
  await expect(card.root.getByRole('row', { name: /Isolated/ })).toContainText('54,271.36')
  await expect(card.root.getByRole('row', { name: /Isolated/ })).toContainText('−9.55%')
  await expect(card.root.getByRole('row', { name: /only BTC moves/ })).toContainText('36,331.66')
  await page.getByRole('link', { name: 'Simulate' }).click()
  await expect(page.getByRole('row', { name: /BTC-PERP/ }).first()).toContainText('36,331.66')
})

test('margin for a wanted price, and what is typed stays as it was typed', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await page.getByLabel('Instrument').selectOption('BTC-PERP')
  const card = calculate.card('Margin for a wanted liq. price')
  await card.field('Wanted liq. price').fill('50,000')
  // (60,000 - 50,000 x 0.995) / 3 = 3,416.67; 1,416.67 of it is new. Effective leverage 20,000 / 3,416.67 = 5.85.
  await expect(card.solved('Add')).toHaveText('1,416.67')
  await expect(card.root.getByRole('row', { name: /^Margin/ })).toContainText('3,416.67')
  await expect(card.root.getByRole('row', { name: /Leverage, effective/ })).toContainText('5.85x')
  await expect(card.root).toContainText('Further away, and more to lose.')
  await expect(card.field('Wanted liq. price')).toHaveValue('50,000')
  await card.field('Wanted liq. price').fill('5e4')
  await expect(card.solved('Add')).toHaveText('1,416.67')
  await card.field('Wanted liq. price').fill('50,00')
  await expect(card.root).toContainText('A point or comma here could mean two things')
  await card.field('Wanted liq. price').fill('5%')
  await expect(card.root).toContainText('A percentage means nothing here')
})

test('stop and risk give the size; a leverage too high for the stop says so', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await calculate.useOwn('BTCUSDT', '60000')
  const card = calculate.card('Stop and risk give the size')
  await expect(card.root).toContainText('Fill in “Stop price”')
  await page.getByRole('button', { name: 'Edit inputs' }).click()
  await page.getByRole('region', { name: 'Inputs', exact: true }).getByLabel('Wallet balance').fill('10,000')
  await card.field('Stop price').fill('58,500')
  // 0.0641 x (1,500 + 30 + 29.25) = 99.95, not more than 1 % of 10,000: the mock's card.
  await expect(card.solved('Size')).toHaveText('0.0641')
  await expect(card.solved('Loss at the stop')).toHaveText('99.95')
  await expect(card.solved('Value')).toHaveText('3,846.00')
  await card.field('Stop price').fill('61,000')
  await expect(card.root).toContainText('The stop of a long is below its entry price')
})

test('send to Simulate: the ticket is filled; an instrument of one\'s own opens a scenario, and undo brings the old one back', async ({ app, page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await calculate.card('Stop and risk give the size').field('Stop price').fill('140')
  await expect(calculate.card('Stop and risk give the size').solved('Size')).not.toHaveText('—')
  await calculate.card('Stop and risk give the size').button('Send to Simulate').click()
  await expect(page).toHaveURL(/#\/sim/)
  await expect(app.ticket.size).not.toHaveValue('')
  await expect(app.ticket.form.getByLabel('Stop loss')).toHaveValue('140')
  await page.getByRole('link', { name: 'Calculate' }).click()
  await calculate.useOwn('BTCUSDT', '60000')
  await expect(calculate.wall.solved('Leverage')).toHaveText('11.82')
  await calculate.wall.button('Send to Simulate').click()
  await expect(page.getByRole('row', { name: /BTCUSDT/ }).first()).toContainText('0.0979')
  await expect(page.getByRole('row', { name: /BTCUSDT/ }).first()).toContainText('11.82x')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByRole('row', { name: /SOL-PERP/ }).first()).toBeVisible()
})

test('three variants side by side, what differs is marked; a reload keeps all of it', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await calculate.useOwn('BTCUSDT', '60000')
  await expect(calculate.wall.solved('Leverage')).toHaveText('11.82')
  await calculate.wall.button('Compare').click()
  const panel = calculate.card('Compare: Decide the loss, then the leverage').root
  await calculate.wall.field('Fall to liquidation').fill('20')
  await panel.getByRole('button', { name: 'Keep as B' }).click()
  await calculate.wall.field('Can lose at most').fill('1k')
  await expect(panel.getByRole('columnheader')).toHaveText([/^A/, /^B/, 'Now'])
  const row = panel.getByRole('row', { name: /^Leverage/ })
  await expect(row.getByRole('cell').first()).toHaveText('11.82')
  await expect(row.getByRole('cell').nth(1)).toHaveText(/, differs$/)
  await expect(panel.getByRole('row', { name: /^Can lose at most/ }).getByRole('cell').nth(2)).toHaveText(/^1,000.00/)
  // What was typed is saved a moment later.
  await expect.poll(() => page.evaluate(() => document.title)).toBe('Calculate · Bulkhead')
  await page.waitForTimeout(800)
  await page.reload()
  await expect(calculate.wall.field('Can lose at most')).toHaveValue('1k')
  await expect(calculate.wall.field('Fall to liquidation')).toHaveValue('20')
  await expect(panel.getByRole('columnheader')).toHaveText([/^A/, /^B/, 'Now'])
  await panel.getByRole('button', { name: 'Put A back into the form' }).click()
  await expect(calculate.wall.solved('Leverage')).toHaveText('11.82')
})

test('every other calculator is there, with an answer or with what it needs', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await calculate.useOwn('BTCUSDT', '60000')
  const pnl = await calculate.more('PnL and ROE')
  await pnl.field('Exit price').fill('66,000')
  // 20,000 at 60,000 is 0.3333 BTC on this step; 10 % of 19,998 is 1,999.80, and 100 % of the margin at 10x.
  await expect(pnl.solved('PnL before costs')).toHaveText('1,999.80')
  await expect(pnl.solved('ROE before costs')).toHaveText('100.00')
  const target = await calculate.more('Target price')
  // 50 % of the margin at 10x is 5 % of the price.
  await expect(target.solved('Exit price')).toHaveText('63,000.00')
  const average = await calculate.more('Average entry')
  await average.field('Fill 1: price').fill('100')
  await average.field('Fill 1: size').fill('1')
  await average.button('Add a fill').click()
  await average.field('Fill 2: price').fill('200')
  await average.field('Fill 2: size').fill('3')
  await expect(average.solved('Average entry')).toHaveText('175.00')
  const evenly = await calculate.more('Break-even')
  // E (1 + f) / (1 - f) = 60,000 x 1.0005 / 0.9995 = 60,060.030015, up to the next tick: below it is a loss
  await expect(evenly.solved('Break-even price')).toHaveText('60,060.04')
  const bankruptcy = await calculate.more('Bankruptcy price')
  await expect(bankruptcy.solved('Bankruptcy price')).toHaveText('54,000.00')
  await calculate.more('Inverse contracts')
  const inverse = calculate.card('Inverse contracts')
  await inverse.field('Exit price').fill('75000')
  // 10,000 USD: 1/6 BTC at 60,000, 2/15 at 75,000: a gain of 1/30
  await expect(inverse.solved('PnL before costs')).toHaveText('0.03333333')
})

test('by keyboard alone: pull a number of the sentence, open a lock, hear the sentence', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  const fall = page.getByRole('slider', { name: /^Fall to liquidation/ }).first()
  await fall.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(calculate.wall.field('Fall to liquidation')).toHaveValue('9')
  await page.keyboard.press('ArrowDown')
  await expect(calculate.wall.field('Fall to liquidation')).toHaveValue('8.9')
  await expect(page.getByRole('status').filter({ hasText: 'survive a fall of 8.90%' })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(calculate.wall.field('Fall to liquidation')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(calculate.wall.field('Leverage')).toBeVisible()
  await expect(calculate.wall.solved('Fall to liquidation')).toBeVisible()
})

test('on a phone: one column, the sentence first, nothing wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const calculate = new Calculate(page)
  await calculate.visit()
  const isWide = await page.evaluate(() => [...document.querySelectorAll('main, main *')].some((each) => each.getBoundingClientRect().right > 391 && getComputedStyle(each).overflowX === 'visible' && each.closest('[class*=scroll]') === null && each.closest('.visually-hidden') === null))
  expect(isWide).toBe(false)
  await page.getByRole('combobox', { name: 'More' }).selectOption('Break-even')
  await expect(calculate.card('Break-even').root).toBeVisible()
})

test('axe finds nothing, in both themes, with everything open', async ({ page }) => {
  const calculate = new Calculate(page)
  await calculate.visit()
  await calculate.wall.button('Compare').click()
  await page.getByRole('button', { name: 'Edit inputs' }).click()
  await expect(page.getByRole('region', { name: 'Inputs', exact: true })).toBeVisible()
  await scan(page, 'calculate')
})
