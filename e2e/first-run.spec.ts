import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { isKeptAt } from './storage.ts'

const A_END = 'Same trades, same prices. Isolated kept 9,300 of 10,000 USDT. Cross lost everything when SOL fell 26%.'
const B_END = 'Same trades, same prices. Cross made 12,100 of 10,000 USDT. Isolated ended at 8,500 when SOL fell 4.0%.'
/*
 * Scenario A by hand (product.md 5.3): wallet 10,000. BTC 20,000/60,000 = 1/3 BTC, +2,400: +800. ETH 10,000/3,000 = 10/3 ETH short,
 * −150: +500. SOL loses its 2,000 behind its wall: 10,000 + 800 + 500 − 2,000 = 9,300. In one pool all is lost: 0.
 * Scenario B: SOL's wall again costs 2,000; BTC +2 % of 20,000 = +400, ETH −1 % of 10,000 = +100: 8,500.
 * Cross lives on: + SOL 4 % of 40,000 = 1,600 → 10,000 + 400 + 100 + 1,600 = 12,100.
 */

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('the first visit plays scenario A once and ends on the sentence', async ({ app, page }) => {
    await app.visit()
    await expect(app.transport.pause).toBeVisible()
    await app.transport.is('Ended')
    await expect(app.headline).toHaveText(A_END)
    await app.account.shows('Equity', ['9,300.00', '9,300.00', '0.00'])
    await app.account.shows('Since bar 0', ['−7.00%', '−7.00%', '−100.00%'])
    // Nothing paused it on the way, and no dialog stands before the answer.
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('region', { name: /^Equity/ }).getByRole('paragraph')).toContainText('SOL closed, ETH and BTC taken along.')
    await expect(page.getByRole('region', { name: 'Firewall lanes' }).getByRole('paragraph')).toContainText('SOL took ETH and BTC along.')

    await page.getByRole('button', { name: 'Show when cross wins' }).click()
    await expect(app.transport.pause).toBeVisible()
    await app.transport.setSpeed('Max')
    await app.transport.is('Ended')
    await expect(app.headline).toHaveText(B_END)
    await app.account.shows('Equity', ['8,500.00', '8,500.00', '12,100.00'])
    await expect(page.getByRole('button', { name: 'Show when isolated wins' })).toBeVisible()
  })
})

test('the shell is painted before any code, the sentence and the account before the charts', async ({ app, page }) => {
  const entry = await held(page, 'index')
  const charts = await held(page, 'charts')
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.getByRole('banner')).toContainText('Bulkhead')
  await expect(app.headline).toHaveCount(0)
  entry.release()
  await charts.asked
  await expect(app.headline).toHaveText(A_END)
  await app.account.shows('Equity', ['9,300.00', '9,300.00', '0.00'])
  charts.release()
  await expect(page.getByRole('region', { name: 'Equity, USDT' }).getByText('taken along').first()).toBeVisible()
})

test('reduced motion shows the end at once', async ({ app, page }) => {
  await app.visit()
  await expect(app.headline).toHaveText(A_END)
  await app.transport.is('Ended')
  await expect(page.getByRole('button', { name: 'Try your own trade' })).toBeVisible()
})

test('a second visit finds what was left', async ({ app, page }) => {
  await app.visitAtEnd()
  await page.getByRole('button', { name: 'Show when cross wins' }).click()
  await expect(app.headline).toHaveText(B_END)
  await app.transport.seek(30, 120)
  await isKeptAt(page, 30)
  await expect(app.saved).toBeVisible()
  await page.reload()
  await app.transport.isAt(30, 120)
  await app.transport.is('Paused')
  await expect(app.scenario.chip).toContainText('The wick')
  await expect(app.messages).toContainText('“The wick” is back as you left it.')
})

test('Try your own trade goes to the first bar and to the ticket', async ({ app, page }) => {
  await app.visitAtEnd()
  await page.getByRole('button', { name: 'Try your own trade' }).click()
  await app.transport.isAt(0, 120)
  await expect(app.ticket.size).toBeFocused()
})

/** Keeps a script from arriving until it is released. */
async function held(page: Page, chunk: string): Promise<{ readonly asked: Promise<unknown>; readonly release: () => void }> {
  let release = (): void => undefined
  const promise = new Promise<void>((resolve) => {
    release = resolve
  })
  const file = new RegExp(`/assets/${chunk}-[^/]*\\.js$`)
  await page.route(file, async (route) => {
    await promise
    await route.continue()
  })
  return { asked: page.waitForRequest(file), release: () => release() }
}
