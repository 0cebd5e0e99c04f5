import type { Page } from '@playwright/test'
import { deflateSync } from 'node:zlib'
import { lineScenario } from './documents.ts'
import { expect, test } from './fixtures.ts'
import { fits } from './pages/fits.ts'
import { scan } from './pages/scan.ts'
import { SimulatePage } from './pages/SimulatePage.ts'
import { kept } from './storage.ts'

const banner = (page: Page) => page.getByRole('region', { name: 'Shared scenario' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' })
const refused = (page: Page) => page.getByRole('dialog', { name: 'This link was not opened' })

/** Makes the link of what is open, by keyboard, and closes the dialog. */
async function linkOf(page: Page): Promise<string> {
  await page.keyboard.press('l')
  const field = dialog(page).getByLabel('Link', { exact: true })
  await expect(field).toHaveValue(/^http:\/\/127\.0\.0\.1.*#\/sim\?s=1\.[\w-]+$/)
  // Selected, so that it can be copied by hand at once.
  await expect(field).toBeFocused()
  const link = await field.inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  return link
}

/** A link as somebody else's program would make one. */
function foreign(json: string): string {
  return `/#/sim?s=1.${deflateSync(json).toString('base64url')}`
}

function withTitle(title: string): string {
  return foreign(JSON.stringify({ view: 'simulate', scenario: { schema: 1, title, wallet: '1000', tape: { type: 'scripted', id: 'the-wick' } } }))
}

test('[D4] a link opens beside one’s own work, in a tab of its own and in the same one, and back is back', async ({ app, page, context }) => {
  await app.visitAtEnd()
  await app.transport.seek(60, 120)
  const link = await linkOf(page)
  await app.open(lineScenario())
  await app.ticket.size.fill('0.5')
  await app.ticket.buy.click()
  await app.tables.counts('Positions', 1)
  await expect.poll(async () => ((await kept(page, 'scenario')) as { document: { commands: object[] } }).document.commands.length).toBe(1)
  const before = await kept(page, 'scenario')

  const other = new SimulatePage(await context.newPage())
  await other.page.goto(link)
  await expect(banner(other.page)).toContainText('“One bad altcoin”')
  await other.transport.isAt(60, 120)
  await other.transport.seek(30, 120)
  expect(await kept(other.page, 'scenario')).toEqual(before)
  await other.page.reload()
  await expect(banner(other.page)).toBeVisible()
  await other.transport.isAt(60, 120)
  // Another screen and back: the link stays in the address.
  await other.page.getByRole('link', { name: 'Calculate' }).or(other.page.getByRole('tab', { name: 'Calculate' })).first().click()
  expect(new URL(other.page.url()).hash).toMatch(/^#\/calc\?s=1\./)
  await other.page.goBack()
  await expect(banner(other.page)).toBeVisible()
  await banner(other.page).getByRole('button', { name: 'Back to mine' }).click()
  await expect(banner(other.page)).toHaveCount(0)
  await expect(other.scenario.chip).toContainText('A straight line')
  await other.tables.counts('Positions', 1)
  expect(new URL(other.page.url()).hash).toBe('#/sim')
  await other.page.close()

  // In the tab where one is at work: its work is there again, with its history.
  await page.goto(link)
  await expect(banner(page)).toBeVisible()
  await expect(app.undo).toHaveAttribute('aria-disabled', 'true')
  await page.goBack()
  await expect(banner(page)).toHaveCount(0)
  await app.tables.counts('Positions', 1)
  await app.undo.click()
  await app.tables.counts('Positions', 0)
})

test('[D4] what is changed in a shared scenario is asked about before it is lost; a copy is kept', async ({ app, page }) => {
  await app.visitAtEnd()
  // The tick it goes to is kept before its frame is there; what was seen, after it.
  await expect.poll(() => kept(page, 'scenario')).toMatchObject({ tick: 120, tree: { list: [{ seen: 120 }] } })
  const before = await kept(page, 'scenario')
  const link = await linkOf(page)
  await page.goto(link)
  await expect(banner(page)).toBeVisible()
  await app.ticket.size.fill('1')
  await app.ticket.buy.click()
  await app.tables.counts('Positions', 3)
  await banner(page).getByRole('button', { name: 'Back to mine' }).click()
  await expect(banner(page)).toContainText('Your changes to the shared scenario will be gone.')
  await expect(banner(page).getByRole('button', { name: 'Keep a copy' })).toBeFocused()
  await banner(page).getByRole('button', { name: 'Stay here' }).click()
  expect(await kept(page, 'scenario')).toEqual(before)
  await banner(page).getByRole('button', { name: 'Keep a copy' }).click()
  await expect(app.messages).toContainText('Kept as your own.')
  await expect(app.saved).toBeVisible()
  await page.reload()
  await app.tables.counts('Positions', 3)
  await expect(banner(page)).toHaveCount(0)
})

test('[D4] a kept link and a reload leave one’s own work in the scenario panel, to be opened and saved', async ({ app, page }) => {
  await app.visitAtEnd()
  const link = await linkOf(page)
  await app.open(lineScenario())
  await app.ticket.size.fill('0.5')
  await app.ticket.buy.click()
  await app.tables.counts('Positions', 1)
  await page.goto(link)
  await banner(page).getByRole('button', { name: 'Keep a copy' }).click()
  await expect(app.saved).toBeVisible()
  await page.goto('about:blank')
  await page.goto('/')
  await expect(app.scenario.chip).toContainText('One bad altcoin')
  await app.scenario.show()
  await expect(app.scenario.panel).toContainText('Your work before the link: “A straight line”')
  await scan(page, 'before a link', { within: '[role="dialog"][aria-label="Scenario"]' })
  const saving = page.waitForEvent('download')
  await app.scenario.panel.getByRole('button', { name: /^Download “A straight line”/ }).click()
  expect((await saving).suggestedFilename()).toBe('a-straight-line.scenario.json')
  await app.scenario.panel.getByRole('button', { name: /^Open “A straight line”/ }).click()
  await expect(app.scenario.chip).toContainText('A straight line')
  await app.tables.counts('Positions', 1)
  await app.undo.click()
  await expect(app.scenario.chip).toContainText('One bad altcoin')
})

for (const { what, link, says } of [
  { what: 'cut off', link: withTitle('x').slice(0, -12), says: 'The link is damaged: it was cut off or changed on the way' },
  { what: 'made by a newer version', link: '/#/sim?s=2.abc', says: 'made by a newer version of Bulkhead' },
  { what: 'a bomb', link: `/#/sim?s=1.${deflateSync(Buffer.alloc(50_000_000, 32), { level: 9 }).toString('base64url')}`, says: 'unpacks to more than 300 kB' },
  { what: 'nested without end', link: foreign('['.repeat(100_000)), says: 'nested more than 32 levels deep' },
  { what: '__proto__', link: foreign('{"view":"simulate","scenario":{"__proto__":{"x":1}}}'), says: 'this key is not allowed' },
  { what: 'a walk of hours', link: foreign('{"view":"simulate","scenario":{"schema":1,"wallet":"1","tape":{"type":"gbm","seed":1,"bars":200000,"stepsPerBar":1000,"instruments":[{"symbol":"A","price":1,"volatility":1}]}}}'), says: '200000000 points would have to be made' },
  { what: 'a scenario that is none', link: foreign('{"view":"simulate","scenario":{"schema":1,"wallet":"much","tape":{}}}'), says: 'wallet' },
]) {
  test(`[D2] a link with ${what} is told, and the page is as it was`, async ({ app, page }) => {
    await app.visitAtEnd()
    await page.goto(link)
    await expect(refused(page)).toContainText(says)
    await expect(refused(page)).toContainText('“One bad altcoin” is still open and unchanged.')
    await refused(page).getByRole('button', { name: 'Close' }).last().click()
    await app.transport.seek(40, 120)
    await expect(banner(page)).toHaveCount(0)
    // The same at the start.
    await page.reload()
    await expect(refused(page)).toContainText(says)
    await page.keyboard.press('Escape')
    await app.transport.isAt(40, 120)
  })
}

test('[D2] a script in a title is shown as the text it is', async ({ app, page }) => {
  page.on('dialog', (shown) => {
    throw new Error(`a script ran: ${shown.message()}`)
  })
  const title = '<img src=x onerror=alert(1)><script>alert(2)</script>'
  await page.goto(withTitle(title))
  await expect(banner(page)).toContainText(title)
  await expect(app.scenario.chip).toContainText(title)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
})

test('the dialog copies, saves, and fits a phone; so does the banner', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.visitAtEnd()
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click()
  await expect(dialog(page)).toContainText('Nothing is sent to any server')
  await dialog(page).getByRole('checkbox', { name: /Where the cursor stands/ }).uncheck()
  const link = dialog(page).getByLabel('Link', { exact: true })
  const copy = dialog(page).getByRole('button', { name: 'Copy link' })
  await copy.click()
  await expect(dialog(page).getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue())
  const saving = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Save as file' }).click()
  expect((await saving).suggestedFilename()).toBe('one-bad-altcoin.scenario.json')
  await dialog(page).getByRole('button', { name: 'Embed in a page' }).click()
  await dialog(page).getByText('Firewall lanes').click()
  const html = dialog(page).getByLabel('HTML', { exact: true })
  await expect(html).toHaveValue(/^<iframe src="http:\/\/127\.0\.0\.1.*\?embed=1&amp;show=lanes#\/sim\?s=1\.[\w-]+" title="One bad altcoin" /)
  await scan(page, 'share', { within: 'dialog[open]' })
  await page.setViewportSize({ width: 390, height: 844 })
  await fits(page, 'share on a phone')
  const address = await link.inputValue()
  await page.keyboard.press('Escape')
  await page.goto(address)
  await expect(banner(page)).toBeVisible()
  await fits(page, 'a shared scenario on a phone')
  await scan(page, 'shared', { within: '[aria-label="Shared scenario"]' })
  // Without a cursor it opens at the start, where nothing of the prices is known yet.
  await app.transport.isAt(0, 120)
})

test('a link that is long says so and offers the file', async ({ app, page }) => {
  const commands = Array.from({ length: 500 }, (_, index) => ({ type: 'deposit', amount: String(((index + 1) * 7919) % 9973), tick: index % 50 }))
  await app.visitAtEnd()
  await app.open({ ...lineScenario(), commands })
  await page.keyboard.press('l')
  await expect(dialog(page)).toContainText('Some chat applications cut links of more than 2,000 characters')
  await expect(dialog(page).getByRole('button', { name: 'Save as file' })).toHaveCount(2)
})
