import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test('open, trade, be liquidated, step back, undo: all without a mouse', async ({ app, page }) => {
  const { keyboard } = page
  await app.visitAtEnd()

  // Another scenario, through the header.
  await tabTo(page, app.scenario.chip)
  await keyboard.press('Enter')
  await expect(app.scenario.panel.getByRole('tablist')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Play The wick' }))
  await keyboard.press('Enter')
  await expect(app.scenario.chip).toContainText('The wick')
  // While it is open, keys are its own.
  await expect(app.scenario.panel).toBeHidden()
  await keyboard.press('z')
  await expect(app.scenario.chip).toContainText('One bad altcoin')
  // Back where it stood; until then it is at its first bar on the way there.
  await app.transport.isAt(120, 120)

  // Time.
  await keyboard.press('Home')
  await app.transport.isAt(0, 120)
  await keyboard.press('ArrowRight')
  await app.transport.isAt(1, 120)
  await keyboard.press('ArrowLeft')
  await app.transport.isAt(0, 120)
  await keyboard.press('Shift+ArrowRight')
  await app.transport.isAt(12, 120)
  await keyboard.press('Shift+ArrowRight')
  await app.transport.isAt(73, 120)
  await keyboard.press('Shift+ArrowLeft')
  await app.transport.isAt(12, 120)
  await keyboard.press('Home')
  await keyboard.press('5')
  await expect(app.transport.group.getByRole('radio', { name: 'Max' })).toBeChecked()

  // An order: S chooses the side and goes to the size, Enter to the button, Enter places it.
  await keyboard.press('s')
  await expect(app.ticket.size).toBeFocused()
  await keyboard.type('10')
  await tabTo(page, app.ticket.form.getByRole('radio', { name: 'Isolated' }), 'Shift+Tab')
  await keyboard.press('ArrowRight')
  await expect(app.ticket.form.getByRole('radio', { name: 'Cross' })).toBeChecked()
  await tabTo(page, app.ticket.size)
  await keyboard.press('Enter')
  await expect(app.ticket.sell).toBeFocused()
  await keyboard.press('Enter')
  await expect(app.messages).toContainText('Sold 10 SOL at 150.00, cross')
  await app.tables.counts('Positions', 4)

  // Played with Space until SOL's own wall breaks.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await keyboard.press('Space')
  await app.transport.isAt(12, 120)
  await app.transport.is('Paused')
  await expect(app.incident.heading('SOL long liquidated')).toBeVisible()
  await tabTo(page, app.incident.region.getByRole('button', { name: 'Continue' }))
  await keyboard.press('Enter')
  // With the short, all cross lives three bars longer than bar 73: equity at 75 is
  // 10,000 + 500 + 312.50 − (800/3 − 10) · 40.18 = 499.6, at 76 373.4; it must keep about 454.
  await app.transport.isAt(76, 120)
  await expect(app.incident.heading('All cross liquidated')).toBeVisible()

  await keyboard.press('ArrowLeft')
  await app.transport.isAt(75, 120)
  await expect(app.incident.region).toHaveCount(0)
  await keyboard.press('z')
  await app.tables.counts('Positions', 2)
  await keyboard.press('Shift+Z')
  await app.tables.counts('Positions', 3)
})

test('dialogs on a position open by key, take Enter and Esc, and give the focus back', async ({ app, page }) => {
  const { keyboard } = page
  await app.visitAtEnd()
  await keyboard.press('Home')
  await app.transport.isAt(0, 120)

  // Rows by arrow keys: the third is SOL, behind its own wall.
  const grid = page.getByRole('grid', { name: 'Positions' })
  await tabTo(page, grid.getByRole('columnheader', { name: 'Market' }).getByRole('button'))
  for (let row = 0; row < 3; row += 1) await keyboard.press('ArrowDown')
  const sol = grid.getByRole('row', { name: /^SOL-PERP/ })
  await expect(sol.locator(':focus')).toHaveCount(1)
  // A held key, or a slow frame: many keys before the next picture, and none is lost.
  await page.evaluate(() => {
    for (const key of [...Array.from({ length: 6 }, () => 'ArrowRight'), 'Enter']) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
  await expect(sol.getByRole('button', { name: /Add or remove margin/ })).toBeFocused()
  await keyboard.press('Enter')
  const margin = app.edit('Margin')
  await expect(margin.dialog.locator(':focus')).toHaveCount(1)
  await keyboard.press('Escape')
  await expect(margin.dialog).toHaveCount(0)
  await expect(sol.getByRole('button', { name: /Add or remove margin/ })).toBeFocused()

  // The selected position by letters.
  await keyboard.press('m')
  await tabTo(page, margin.field('Amount'))
  await keyboard.type('500')
  // (40,000 − 2,500)/(800/3 · 0.99) = 142.045…
  await margin.changes('Liq. price', '143.94', '142.05')
  await keyboard.press('Enter')
  await expect(margin.dialog).toHaveCount(0)
  await expect(sol).toContainText('142.05')

  await keyboard.press('t')
  await expect(app.dialog('Move to another pool')).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('x')
  await expect(app.dialog('Close')).toBeVisible()
  await keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  await keyboard.press('Escape')
  await keyboard.press('?')
  await expect(app.dialog('Keys')).toContainText('Play or pause')
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Tab goes through the page in the order it is read', async ({ app, page }) => {
  await app.visitAtEnd()
  const regions: string[] = []
  for (let i = 0; i < 70; i += 1) {
    await page.keyboard.press('Tab')
    const region = await page.evaluate(() => {
      const place = document.activeElement?.closest('header, section, form, main, aside, [role=group]')
      return place === null || place === undefined ? '' : `${place.tagName.toLowerCase()} ${place.getAttribute('aria-label') ?? ''}`.trim()
    })
    if (region !== regions.at(-1)) regions.push(region)
  }
  const named = ['header', 'section Market', 'section Tables', 'section Account', 'form Ticket', 'group Transport'].map((name) => regions.findIndex((region) => region.endsWith(name.split(' ')[1] ?? name)))
  expect(named.every((at) => at >= 0), regions.join(' > ')).toBe(true)
  expect(named, regions.join(' > ')).toEqual([...named].sort((a, b) => a - b))
})

/** Presses Tab until something has the focus: it must be reachable. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 90; i += 1) {
    if ((await target.count()) > 0 && (await target.first().evaluate((element) => element === document.activeElement))) return
    await page.keyboard.press(key)
    // A person is slower than a frame; tooltips come and go with the focus.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  await expect(target.first(), 'reachable by Tab').toBeFocused()
}
