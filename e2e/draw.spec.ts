import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { untagged } from './pages/figures.ts'
import { fits } from './pages/fits.ts'
import { scan } from './pages/scan.ts'
import type { SimulatePage } from './pages/SimulatePage.ts'

/**
 * Scenario A at bar 10: SOL stands at 150 − 10 · 15/28 = 144.64. Behind its own wall it is lost at 142.5/0.99 = 143.9394
 * (src/workers/run/runSession.test.ts), shown as 143.94.
 */
const START = { bar: 10, price: 144.64 }
const LEVEL = 142.5 / 0.99

type Point = readonly [bar: number, price: number]

/** The bar in which a line from the start passes the level: each bar is at the cent nearest to it. */
function barOf(points: readonly Point[]): number {
  const path: readonly Point[] = [[START.bar, START.price], ...points]
  const cents = (price: number): number => Math.round(price * 100) / 100
  for (let i = 1; i < path.length; i += 1) {
    const [[from, a], [to, b]] = [path[i - 1] ?? [0, 0], path[i] ?? [0, 0]]
    for (let bar = from + 1; bar <= to; bar += 1) if (cents(a + ((b - a) * (bar - from)) / (to - from)) <= LEVEL) return bar
  }
  return -1
}

class Drawing {
  private readonly page: Page
  readonly pad: Locator
  readonly pen: Locator
  readonly points: Locator
  readonly story: Locator
  readonly use: Locator
  readonly marks: Locator

  constructor(page: Page) {
    this.page = page
    this.pad = page.getByRole('group', { name: 'Drawing of SOL-PERP' })
    this.pen = page.getByRole('slider', { name: /^Pen, SOL-PERP/ })
    this.points = page.getByRole('slider', { name: /^Point \d+ of \d+/ })
    this.story = page.getByRole('status').filter({ hasText: /SOL|Nobody|Draw a line/ })
    this.use = page.getByRole('button', { name: 'Use this path' })
    this.marks = this.pad.locator('[data-mark]')
  }

  /** Bar and price of every point, as a screen reader has them, once what the hand did last is drawn: moves come with the frames. */
  async drawn(): Promise<readonly Point[]> {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))))
    const texts = await this.points.evaluateAll((all) => all.map((each) => each.getAttribute('aria-valuetext') ?? ''))
    return texts.map((text) => {
      const [, bar, price] = /^bar (\d+), ([\d.]+), /.exec(text) ?? []
      return [Number(bar), Number(price)]
    })
  }

  async isLostAt(bar: number): Promise<void> {
    await expect(this.story).toHaveText(`SOL isolated at bar ${String(bar)}, yours at bar ${String(bar)}; cross survives.`)
    await expect(this.marks).toHaveText(`I Y 143.94, bar ${String(bar)}`)
  }
}

async function atBar10(app: SimulatePage): Promise<void> {
  await app.visitAtEnd()
  await app.transport.seek(START.bar, 120)
}

test('by keyboard alone: a point is set, moved along and up, and the liquidation goes with it', async ({ app, page }) => {
  await atBar10(app)
  const drawing = new Drawing(page)
  await page.keyboard.press('d')
  await expect(drawing.pen).toBeFocused()
  await expect(drawing.pen).toHaveAttribute('aria-valuetext', 'bar 11, 144.64, 0.00%')
  await expect(drawing.story).toHaveText('Draw a line to see who would be liquidated on it.')
  for (let i = 0; i < 9; i += 1) await page.keyboard.press('ArrowRight')
  // 5 % of 144.64 is 7.23, 1 % is 1.45, a tick 0.01.
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  await expect(drawing.points).toHaveAttribute('aria-valuetext', 'bar 20, 137.41, −5.00%')
  // 144.64 − 0.723 a bar: 143.92 at bar 11.
  await drawing.isLostAt(11)
  await page.keyboard.press('ArrowUp')
  // 138.86: 144.06 at bar 11, 143.48 at bar 12.
  await drawing.isLostAt(12)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  // 141.76: 144.35, 144.06, 143.77.
  await drawing.isLostAt(13)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(drawing.points).toHaveAttribute('aria-valuetext', 'bar 20, 141.77, −1.98%')
  // Steps of the drawing are taken back in it, not in the scenario.
  await drawing.pen.focus()
  await page.keyboard.press('z')
  await expect(drawing.points).toHaveAttribute('aria-valuetext', /141\.76/)
  // The screen is laid out anew meanwhile, and nothing is lost.
  await scan(page, 'a path is drawn', { within: '[data-drawing]' })
  expect(await untagged(page)).toEqual([])
  await drawing.pen.focus()
  await page.keyboard.press('Escape')
  await expect(page.getByText('The drawing is not used yet. Leave it?').first()).toBeVisible()
  await page.getByRole('button', { name: 'Go on drawing' }).click()
  await drawing.use.focus()
  await page.keyboard.press('Enter')
  await expect(drawing.pad).toHaveCount(0)
  await app.transport.isAt(START.bar, 120)
  await app.transport.nextEvent.click()
  await app.transport.isAt(13, 120)
  await app.transport.toEnd()
  // SOL stays at 141.76: isolated 10,000 + 800 of BTC + 500 of ETH − 2,000; cross − 800/3 · 8.24 instead.
  await app.account.shows('Equity', ['9,300.00', '9,300.00', '9,102.67'])
  await app.undo.click()
  await app.transport.isAt(START.bar, 120)
  await app.transport.toEnd()
  await app.account.shows('Equity', ['9,300.00', '9,300.00', '0.00'])
})

test('with the mouse: a future point is dragged while it is paused; then a tape from its first bar on', async ({ app, page }) => {
  await atBar10(app)
  const drawing = new Drawing(page)
  await page.getByRole('region', { name: 'SOL-PERP price' }).getByRole('button', { name: 'Draw prices from here on' }).click()
  await expect(drawing.pen).toBeFocused()
  for (const [bars, key] of [[9, 'Shift+ArrowDown'], [10, 'Shift+ArrowDown']] as const) {
    for (let i = 0; i < bars; i += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press(key)
    await page.keyboard.press('Enter')
  }
  await expect(drawing.points).toHaveCount(2)
  await drawing.isLostAt(11)
  await page.getByRole('radio', { name: 'Points' }).check({ force: true })
  // Bar 20 at 137.41 and bar 30 at 130.18 give the scale.
  const [one, two] = await Promise.all([centre(drawing.points.nth(0)), centre(drawing.points.nth(1))])
  const at = ([bar, price]: Point): readonly [number, number] => [one[0] + ((bar - 20) * (two[0] - one[0])) / 10, one[1] + ((price - 137.41) * (two[1] - one[1])) / (130.18 - 137.41)]
  await page.mouse.move(...one)
  await page.mouse.down()
  for (const target of [[20, 138.8], [20, 141.8], [25, 141.8], [28, 140]] as const) {
    await page.mouse.move(...at(target), { steps: 4 })
    await expect.poll(async () => (await drawing.drawn())[0]?.[0]).toBe(target[0])
    // While the button is down.
    await drawing.isLostAt(barOf(await drawing.drawn()))
  }
  const [moved] = await drawing.drawn()
  expect([moved?.[0], Math.abs((moved?.[1] ?? 0) - 140) < 0.5]).toEqual([28, true])
  await page.mouse.up()
  await page.getByRole('button', { name: 'Undo the last step' }).click()
  expect(await drawing.drawn()).toEqual([[20, 137.41], [30, 130.18]])
  await page.getByRole('button', { name: 'Repeat' }).click()
  // Twenty bars more, by the same ratios: 130.18 · 137.41/144.64 and 130.18 · 130.18/144.64.
  expect(await drawing.drawn()).toEqual([[20, 137.41], [30, 130.18], [40, 123.67], [50, 117.17]])
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: 'Leave the drawing' }).click()
  await expect(drawing.pad).toHaveCount(0)

  await app.scenario.show('Draw')
  await app.scenario.panel.getByRole('combobox', { name: 'Drawing of' }).selectOption('SOL-PERP')
  await app.scenario.panel.getByRole('textbox', { name: 'Bars' }).fill('41')
  await drawing.pen.focus()
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Enter')
  await expect(drawing.points).toHaveAttribute('aria-valuetext', 'bar 40, 157.50, +5.00%')
  await app.scenario.panel.getByRole('button', { name: 'Start on the drawn prices' }).click()
  await expect(app.scenario.chip).toContainText('Drawn by hand')
  await app.transport.toEnd()
  await app.transport.isAt(40, 40)
  // BTC and ETH stand still; SOL 800/3 · 7.5 = 2,000.
  await app.account.shows('Equity', ['12,000.00', '12,000.00', '12,000.00'])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('with a finger: a stroke is drawn, a point of it dragged, and nothing scrolls', async ({ app, page }) => {
    await atBar10(app)
    const drawing = new Drawing(page)
    await page.getByRole('button', { name: 'Draw prices from here on' }).tap()
    await expect(drawing.pad).toBeVisible()
    await fits(page, 'drawing')
    const box = await drawing.pad.boundingBox()
    expect(box?.height).toBeGreaterThan(330)
    const at = (x: number, y: number): readonly [number, number] => [(box?.x ?? 0) + (box?.width ?? 0) * x, (box?.y ?? 0) + (box?.height ?? 0) * y]
    const finger = new Finger(await page.context().newCDPSession(page))
    const scrolled = () => page.evaluate(() => [scrollY, ...[...document.querySelectorAll('dialog *')].map((each) => each.scrollTop)].reduce((sum, each) => sum + each, 0))
    const before = await scrolled()
    // Down by a fifth of the pad, from the left to the middle.
    await finger.down(at(0.3, 0.5))
    for (let i = 1; i <= 20; i += 1) await finger.to(at(0.3 + i * 0.02, 0.5 + i * 0.01))
    // The palm comes down beside it: what it does is not drawn.
    await finger.palm(at(0.9, 0.9))
    await finger.up()
    expect(await scrolled()).toBe(before)
    const stroke = await drawing.drawn()
    expect(stroke.length).toBeGreaterThan(10)
    expect(stroke.every(([, price]) => price > 125 && price < 150)).toBe(true)
    await drawing.isLostAt(barOf(stroke))

    // A press so soon after two fingers were lifted is no press for the browser: it is tried until it is one.
    await expect(async () => {
      await page.getByText('Straighten').tap()
      expect(await drawing.points.count()).toBeLessThan(stroke.length / 2)
    }).toPass()
    await page.getByText('Points', { exact: true }).tap()
    const last = await centre(drawing.points.last())
    await finger.down(last)
    for (let i = 1; i <= 10; i += 1) await finger.to([last[0] + i * 6, last[1] - i * 4])
    const dragged = await drawing.drawn()
    expect(dragged.at(-1)?.[0]).toBeGreaterThan(stroke.at(-1)?.[0] ?? 0)
    await drawing.isLostAt(barOf(dragged))
    await finger.up()
    expect(await scrolled()).toBe(before)
    await drawing.use.tap()
    await expect(drawing.pad).toHaveCount(0)
    await app.transport.isAt(START.bar, 120)
    await page.keyboard.press('Shift+ArrowRight')
    await app.transport.isAt(barOf(dragged), 120)
  })
})

async function centre(locator: Locator): Promise<readonly [number, number]> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('it is not on the screen')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** A finger of the browser's own: events as from a touch screen, where the page may scroll. */
class Finger {
  private place: readonly [number, number] = [0, 0]
  private readonly session: CDPSession

  constructor(session: CDPSession) {
    this.session = session
  }

  async down(at: readonly [number, number]): Promise<void> {
    await this.send('touchStart', [at])
  }

  async to(at: readonly [number, number]): Promise<void> {
    await this.send('touchMove', [at])
  }

  /** Another one is put down beside it and moved; both are lifted together. */
  async palm(at: readonly [number, number]): Promise<void> {
    const here = this.place
    await this.send('touchStart', [here, at])
    await this.send('touchMove', [here, [at[0] - 20, at[1] - 60]])
  }

  async up(): Promise<void> {
    await this.send('touchEnd', [])
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly (readonly [number, number])[]): Promise<void> {
    this.place = places[0] ?? this.place
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) })
  }
}
