import { expect, test } from './fixtures.ts'
import { fits } from './pages/fits.ts'
import { RuleDiff } from './pages/RuleDiff.ts'
import { Rules } from './pages/Rules.ts'
import { scan } from './pages/scan.ts'

/** The S&P 500 from January to April 2020: 50x and 10x behind walls of their own, 5x in the shared pool, by Binance's rules. */
const CRASH = {
  schema: 1,
  title: 'The crash of 2020',
  rules: 'binance-usdm',
  tape: { type: 'bundled', id: 'spx', from: '2020-01-02', to: '2020-04-17' },
  wallet: '10000',
  commands: ['50', '10', '5'].map((leverage) => ({
    type: 'place-order', leg: `SPX@${leverage}x`, instrument: 'SPX', pool: leverage === '5' ? 'cross' : 'isolated', side: 'buy', notional: leverage === '5' ? '10000' : '20000', leverage,
  })),
}

/** Twenty years of daily closes and rules that differ in all: long enough to be stopped. */
const LONG = { ...CRASH, title: 'Twenty years', tape: { type: 'bundled', id: 'spx' }, wallet: '100000', commands: CRASH.commands.map((command) => ({ ...command, leverage: '2' })) }

test('a product team lowers Binance to 20x and sees on a crash who dies first, and that the limit decides', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.open(CRASH)
  const rules = new Rules(app)
  const diff = new RuleDiff(app)
  await rules.copy('Binance USD-M')
  await rules.button('Maximum leverage…').click()
  await rules.editor.getByRole('textbox', { name: 'No tier allows more than' }).fill('20')
  await rules.button(/^Change \d+ tiers$/).click()
  await rules.editor.getByRole('textbox', { name: 'Name' }).fill('Binance at 20x')
  await rules.editor.getByRole('tab', { name: 'Changes' }).click()

  // Before anything is saved, against the set it was copied from.
  await rules.button('Compare on this scenario…').click()
  await expect(diff.headline).toContainText('SPX@50x is liquidated first under Binance USD-M, at ')
  await expect(diff.headline).toContainText('under Binance at 20x it is SPX@10x, 55 d')
  await expect(diff.headline).toContainText('The order of SPX@50x is refused under Binance at 20x: 50x is above its limit of 20x.')
  await expect(diff.headline).toContainText('The leverage limits of SPX make all of the difference.')
  await expect(diff.dialog).toContainText(/Binance USD-M: data of 2024-10-24, \d{3,4} days old/)
  await page.keyboard.press('Escape')
  await expect(diff.dialog).toHaveCount(0)
  await expect(rules.editor).toBeVisible()
  await rules.button('Save only').click()

  // From the library, on its own.
  await rules.choose('Binance at 20x')
  await rules.panel.getByRole('button', { name: 'Compare…' }).click()
  await expect(diff.set('A')).toHaveValue('scenario')
  await expect(diff.set('B')).toHaveValue('saved:binance-usdm-edited')
  await expect(diff.dialog.getByRole('table', { name: 'Both in brief' })).toContainText(/Orders refused\s*0\s*1\s*\+1/)
  await expect(diff.positions.getByRole('row', { name: /^B\b.*Refused/ })).toHaveCount(1)
  // The only rule in which they differ here.
  await expect(diff.rules.getByRole('row')).toHaveCount(2)
  await expect(diff.rule('Leverage limits of SPX')).toContainText(/75x\s*becomes\s*20x/)
  await expect(diff.rule('Leverage limits of SPX')).toContainText('Decides it')

  // With the limit in place of a refusal the position has more margin behind it, and dies later.
  await diff.dialog.getByRole('switch', { name: 'Lower leverage to the limit instead of refusing' }).check()
  await expect(diff.headline).toContainText(/SPX@50x is liquidated first under both\. Under Binance at 20x that is \d+ d.* later/)
  await expect(diff.positions.getByRole('row', { name: /Refused/ })).toHaveCount(0)

  // A death is one click from the replay.
  await diff.positions.getByRole('button', { name: 'Show bar 1, SPX@50x under A in the replay' }).click()
  await expect(diff.dialog).toHaveCount(0)
  await app.transport.isAt(1, 73)
  await expect(app.scenario.chip).toContainText('Binance USD-M')
})

test('the comparison opens by a key, is worked by keys, and is a table too', async ({ app, page }) => {
  await app.visitAtEnd()
  const diff = new RuleDiff(app)
  await page.keyboard.press('c')
  await expect(diff.dialog).toContainText('Which rules would have saved it?')
  await expect(diff.set('A')).toBeFocused()
  await expect(diff.set('B').getByRole('option', { name: /^Binance COIN-M \(for contracts margined in the coin\)$/ })).toBeDisabled()
  await page.keyboard.press('Tab')
  await expect(diff.set('B')).toBeFocused()
  await diff.choose('B', 'Bulkhead standard')
  // 142.5 / 0.99 under the plain 1 %, 142.5 / 0.995 less one funding under the standard 0.5 %: docs/command-line.md.
  await expect(diff.headline).toContainText('SOL is liquidated first under both. Under Bulkhead standard that is 1 h 19 min later, at 143.23 instead of 143.94.')
  await expect(diff.headline).toContainText('The tier table of SOL makes nearly all of the difference.')
  await expect(diff.rule('Tier table of SOL')).toContainText('Matters')
  await expect(diff.rule('Trading fees')).toContainText(/Result only, −35\.00/)

  // The chart by keys: back from the end to the last death, and Enter.
  const cursor = diff.dialog.getByRole('slider', { name: /^Equity under A and B/ })
  await cursor.focus()
  for (let step = 0; step < 120 - 13; step += 1) await page.keyboard.press('ArrowLeft')
  await expect(cursor).toHaveAttribute('aria-valuetext', /^bar 13, A [\d,.]+, B [\d,.]+$/)
  await page.keyboard.press('Enter')
  await expect(diff.dialog).toHaveCount(0)
  await app.transport.isAt(13, 120)

  // As a table, and after the scenario has changed.
  await page.keyboard.press('c')
  await diff.dialog.getByRole('button', { name: 'Show as table' }).click()
  await expect(diff.dialog.getByRole('row', { name: /^13 .*SOL under B$/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(diff.dialog).toHaveCount(0)

  // In one pool all three go under the plain rules, which close it whole; worst loss first, SOL alone (product.md 5.3).
  await page.keyboard.press('c')
  await diff.dialog.getByRole('radio', { name: 'All cross' }).focus()
  await page.keyboard.press('Space')
  await expect(diff.headline).toContainText('ETH and BTC are liquidated only under Plain. The order in which a shared pool is closed makes all of that.')
  await diff.dialog.getByRole('radio', { name: 'As set' }).focus()
  await page.keyboard.press('Space')
  await expect(diff.headline).toContainText('at 143.23 instead of 143.94')
  await page.keyboard.press('Escape')

  // From the panel of the scenario too.
  await app.scenario.show()
  await app.scenario.panel.getByRole('button', { name: 'Compare rules…' }).click()
  await expect(diff.headline).toContainText('SOL is liquidated first under both.')
})

test('a long comparison tells how far it is and can be stopped; another scenario makes it old', async ({ app, page }) => {
  await app.visitAtEnd()
  const diff = new RuleDiff(app)
  await page.keyboard.press('c')
  await diff.choose('B', 'Bulkhead standard')
  await page.keyboard.press('Escape')
  await app.open(LONG)
  await page.keyboard.press('c')
  await expect(diff.dialog).toContainText('The scenario or the rules have changed since.')
  await diff.set('B').selectOption({ label: 'Hyperliquid' })
  await expect(diff.dialog.getByRole('progressbar')).toBeVisible()
  await diff.dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(diff.dialog.getByRole('progressbar')).toHaveCount(0)
  // What was known is still there, and says that it is old.
  await expect(diff.dialog).toContainText('These figures are of before.')
  await page.keyboard.press('Escape')
  await app.open(CRASH)
  await page.keyboard.press('c')
  await diff.dialog.getByRole('button', { name: 'Compare again' }).click()
  await expect(diff.headline).toContainText('Hyperliquid')
  await expect(diff.dialog).not.toContainText('These figures are of before.')
})

test('the comparison passes axe and fits, wide and narrow, dark and light', async ({ app, page }) => {
  await app.visitAtEnd()
  const diff = new RuleDiff(app)
  await page.keyboard.press('c')
  await expect(diff.dialog).toContainText('Which rules would have saved it?')
  await scan(page, 'no comparison yet', { within: 'dialog[open]' })
  await page.keyboard.press('Escape')
  await app.open(CRASH)
  await page.keyboard.press('c')
  await diff.choose('B', 'Bybit classic USDT')
  await expect(diff.headline).toContainText('Bybit classic USDT')
  await scan(page, 'a comparison', { within: 'dialog[open]' })
  for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]] as const) {
    await page.setViewportSize({ width, height })
    // The page behind it takes a frame to follow.
    await expect(() => fits(page, `the comparison at ${width}`)).toPass()
    // Nothing in it has to be scrolled sideways.
    expect(await diff.dialog.evaluate((dialog) => [...dialog.querySelectorAll('*')].filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth + 1).length)).toBe(0)
  }
})
