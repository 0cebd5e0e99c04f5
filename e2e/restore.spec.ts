import { lineScenario } from './documents.ts'
import { expect, test } from './fixtures.ts'
import { SimulatePage } from './pages/SimulatePage.ts'
import { isKeptAt, keep, kept, leave } from './storage.ts'

test('reload keeps scenario, trades, cursor and settings', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.ticket.size.fill('0.5')
  await app.ticket.buy.click()
  await app.tables.counts('Positions', 1)
  await app.transport.seek(12, 60)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Light' }).check()
  await page.keyboard.press('Escape')
  await isKeptAt(page, 12)
  await page.reload()
  await app.transport.isAt(12, 60)
  await expect(app.scenario.chip).toContainText('A straight line')
  await expect(app.scenario.chip).toContainText('edited')
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('−1,200.00')
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light')
})

test('what was done the moment before leaving is kept', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.ticket.size.fill('0.5')
  await expect(app.ticket.buy).toBeEnabled()
  // The page goes away in the very moment in which the order stands on the screen.
  const reloaded = page.waitForEvent('load')
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('[role=tab][aria-selected=true]')?.textContent === 'Positions1') window.location.reload()
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await app.ticket.buy.click()
  await reloaded
  await app.tables.counts('Positions', 1)
})

test('a tab that is killed in the middle of trading has every order again', async ({ app, page, context }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  let last = { app, page }
  for (let orders = 1; orders <= 3; orders += 1) {
    // Its prices are written in the document: they are kept before what is done on them is said. [B12]
    await expect(last.page.getByRole('banner')).toContainText('Saved in this browser')
    await last.app.ticket.size.fill('0.1')
    await expect(last.app.ticket.buy).toBeEnabled()
    // Killed as by the system, in the very frame in which the order stands on the screen.
    const client = await context.newCDPSession(last.page)
    await last.page.evaluate((count) => {
      const { document } = window
      const isThere = (): boolean => document.querySelector('[role=tab][aria-selected=true]')?.textContent === 'Positions1' && (count === 1 || document.body.textContent.includes(`0.${String(count)}`))
      Object.assign(window, { there: new Promise<void>((resolve) => new MutationObserver(() => isThere() && resolve()).observe(document.body, { subtree: true, childList: true, characterData: true })) })
    }, orders)
    await last.app.ticket.buy.click()
    await last.page.evaluate('window.there')
    void client.send('Page.crash').catch(() => undefined)
    await last.page.waitForEvent('crash')
    const next = await context.newPage()
    last = { page: next, app: new SimulatePage(next) }
    await next.goto('/')
    await last.app.tables.counts('Positions', 1)
    await expect(last.app.tables.row(/^BTC-PERP/)).toContainText(`0.${String(orders)}`)
  }
})

for (const { what, spoil, says } of [
  { what: 'a newer version', spoil: { schema: 2 }, says: 'It was written by a newer Bulkhead. It is kept as it is.' },
  { what: 'something broken', spoil: { document: { schema: 1, wallet: 'much' } }, says: 'It is kept as it is.' },
]) {
  test(`a saved document of ${what} is kept aside, told and given back`, async ({ app, page }) => {
    await app.visitAtEnd()
    await isKeptAt(page, 120)
    // Nothing waits to be saved: what is said on leaving is later than what is kept.
    await expect(page.getByRole('banner')).toContainText('Saved in this browser')
    const saved = (await kept(page, 'scenario')) as object
    await leave(page)
    await keep(page, 'scenario', { ...saved, ...spoil })
    await app.visitAtEnd()
    const notice = page.getByRole('region', { name: 'The scenario saved last time could not be read' })
    await expect(notice).toContainText(says)
    const saving = page.waitForEvent('download')
    await notice.getByRole('button', { name: 'Download it' }).click()
    expect((await saving).suggestedFilename()).toMatch(/\.json$/)
    await notice.getByRole('button', { name: 'Start fresh' }).click()
    await expect(notice).toHaveCount(0)
    // Saving goes on; what was put aside stays.
    await isKeptAt(page, 120)
    expect(await kept(page, 'aside:1')).toMatchObject(spoil)
    await page.reload()
    await app.transport.isAt(120, 120)
    await expect(notice).toHaveCount(0)
  })
}

test('of two tabs the newer one saves, and the older one says that it does not', async ({ app, page, context }) => {
  await app.visitAtEnd()
  await isKeptAt(page, 120)
  const second = new SimulatePage(await context.newPage())
  await second.visit()
  await second.transport.isAt(120, 120)
  await expect(page.getByRole('banner')).toContainText('Saved by another tab')
  await expect(app.messages).toContainText('Bulkhead was opened in another tab, which saves now. Changes made here are not saved.')
  await second.transport.seek(40, 120)
  await isKeptAt(second.page, 40)
  await app.transport.seek(20, 120)
  await second.transport.seek(41, 120)
  await isKeptAt(second.page, 41)
  await expect(second.saved).toBeVisible()
})
