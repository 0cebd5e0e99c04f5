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

  test('the calculator of a link: read by everybody, moved by nobody', async ({ page, context }) => {
    await page.goto('/#/calc')
    await page.getByRole('textbox', { name: 'Can lose at most' }).fill('250')
    const sentence = page.getByRole('heading', { level: 1 })
    await expect(sentence).toContainText('behind the wall at')
    await expect(sentence).toContainText('250')
    const said = await sentence.getAttribute('aria-label')
    await page.keyboard.press('Escape')
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click()
    const dialog = page.getByRole('dialog', { name: 'Share' })
    await dialog.getByRole('button', { name: 'Embed in a page' }).click()
    const html = dialog.getByLabel('HTML', { exact: true })
    await expect(html).toHaveValue(/embed=1&amp;show=calculator#\/calc\?s=1\./)
    const address = /src="([^"]+)"/.exec(await html.inputValue())?.[1]?.replaceAll('&amp;', '&') ?? ''
    const other = await context.newPage()
    await other.goto(address)
    const there = other.getByRole('heading', { level: 1 })
    await expect(there).toHaveAttribute('aria-label', said ?? 'nothing')
    await expect(other.getByRole('slider')).toHaveCount(0)
    const loss = other.getByRole('textbox', { name: 'Can lose at most' })
    await expect(loss).toHaveAttribute('readonly', '')
    await loss.focus()
    await other.keyboard.press('ArrowUp')
    await other.keyboard.type('9')
    await expect(loss).toHaveValue('250')
    await other.getByRole('button', { name: /^Can lose at most: given/ }).click({ force: true })
    await expect(there).toHaveAttribute('aria-label', said ?? 'nothing')
    await expect(other.getByRole('button', { name: 'Send to Simulate' })).toHaveCount(0)
    await scan(other, 'embedded calculator')
    await expect(other.getByRole('link', { name: 'Open in Bulkhead' })).toHaveAttribute('href', /\/#\/calc\?s=1\./)
  })

  test('axe finds nothing, on a phone too', async ({ page }) => {
    await page.goto('./?embed=1')
    await expect(page.getByRole('link', { name: 'Open in Bulkhead' })).toBeVisible()
    await expect(page.getByRole('heading', { name: /Isolated kept 9,300/ })).toBeVisible()
    await scan(page, 'embedded')
  })
})
