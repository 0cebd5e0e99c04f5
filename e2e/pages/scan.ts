import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Tall: axe sees no colours in what is scrolled out of sight. */
const SIZES = { desktop: { width: 1440, height: 1300 }, phone: { width: 390, height: 2600 } }

type Size = keyof typeof SIZES

interface Look {
  readonly size: Size
  readonly colorScheme: 'dark' | 'light'
  /** All rules, or those that theme and width can change. */
  readonly rules: 'all' | 'looks'
}

const WHOLE_PAGE: readonly Look[] = [
  { size: 'desktop', colorScheme: 'dark', rules: 'all' },
  { size: 'desktop', colorScheme: 'light', rules: 'looks' },
  { size: 'phone', colorScheme: 'light', rules: 'all' },
  { size: 'phone', colorScheme: 'dark', rules: 'looks' },
]
/** Colours and sizes of a dialog are those of the primitives: each theme once. */
const PART: readonly Look[] = [
  { size: 'desktop', colorScheme: 'dark', rules: 'all' },
  { size: 'phone', colorScheme: 'light', rules: 'looks' },
]

interface ScanOptions {
  readonly sizes?: readonly Size[]
  /** Only what is new in this state; the page around it has been looked at. */
  readonly within?: string
}

/** axe on what is on the screen, wide and narrow, dark and light. */
export async function scan(page: Page, state: string, { sizes = ['desktop', 'phone'], within }: ScanOptions = {}): Promise<void> {
  const found: string[] = []
  for (const { size, colorScheme, rules } of (within === undefined ? WHOLE_PAGE : PART).filter((look) => sizes.includes(look.size))) {
    await page.setViewportSize(SIZES[size])
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(colorScheme)
    await settled(page)
    // Legacy mode: the page has no frames, and axe then needs no second page for its result.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    if (within !== undefined) axe.include(within)
    const { violations, passes } = await (rules === 'all' ? axe.withTags(TAGS) : axe.withRules(['color-contrast', 'target-size'])).analyze()
    expect(passes.length, `axe: ${state}, rules that looked at something`).toBeGreaterThan(0)
    found.push(...violations.map(({ id, help, nodes }) => `${size}, ${colorScheme}: ${id} (${help})\n${nodes.slice(0, 4).map((node) => `    ${node.target.join(' ')}  ${node.any[0]?.message ?? node.failureSummary ?? ''}`).join('\n')}`))
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(found, `axe: ${state}`).toEqual([])
}

/** Colours that are on their way somewhere have no contrast yet. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))))
}
