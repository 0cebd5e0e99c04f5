import { expect, test } from './fixtures.ts'
import { scan } from './pages/scan.ts'

/** A page of somebody else's, on the same server so that no other one is needed. */
const around = (address: string): string => `<!doctype html><html lang="en"><title>A lesson</title><main><h1>Lesson</h1><iframe src="${address}" title="One bad altcoin" width="700" height="420"></iframe></main></html>`

test.describe('embedded in another page', () => {
  test('one chart without anything around it, nothing kept, and a way to open it', async ({ page, baseURL }) => {
    await page.route('**/lesson', (route) => route.fulfill({ contentType: 'text/html', body: around('./?embed=1&show=lanes') }))
    await page.goto(`${baseURL}/lesson`)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('heading', { name: /^Same trades, same prices\. Isolated kept 9,300 of 10,000 USDT/ })).toBeVisible()
    await expect(frame.getByText('taken along').first()).toBeVisible()
    for (const name of ['Screens', 'Account', 'Positions']) await expect(frame.getByRole('navigation', { name })).toHaveCount(0)
    await expect(frame.getByRole('button', { name: 'Undo' })).toHaveCount(0)
    await expect(frame.getByRole('textbox')).toHaveCount(0)
    const kept = await page.evaluate(async () => ({ records: (await indexedDB.databases()).length, local: localStorage.length }))
    expect(kept).toEqual({ records: 0, local: 0 })
    const link = frame.getByRole('link', { name: 'Open in Bulkhead' })
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()])
    expect(new URL(opened.url()).search).toBe('')
    await expect(opened.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  })

  test('axe finds nothing, on a phone too', async ({ page }) => {
    await page.goto('./?embed=1')
    await expect(page.getByRole('link', { name: 'Open in Bulkhead' })).toBeVisible()
    await expect(page.getByRole('heading', { name: /Isolated kept 9,300/ })).toBeVisible()
    await scan(page, 'embedded')
  })
})
