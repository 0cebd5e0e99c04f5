import { expect, type Page } from '@playwright/test'

/** Nothing sticks out to the right, and the page does not scroll sideways. What scrolls inside its own box may. */
export async function fits(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const isClipped = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowY === 'hidden') return true
        if (at.matches('svg, .visually-hidden, table')) return at.getBoundingClientRect().right <= innerWidth + 1 || isClipped(at)
      }
      return false
    }
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0 && right > innerWidth + 1 && !isClipped(element)
    })
    return {
      sideways: document.documentElement.scrollWidth - innerWidth,
      out: out.slice(0, 5).map((element) => `${element.tagName.toLowerCase()} ${String(Math.round(element.getBoundingClientRect().right))} ${(element.textContent ?? '').slice(0, 40)}`),
    }
  })
  expect(found.out, `${where}: wider than the page`).toEqual([])
  expect(found.sideways, `${where}: scrolls sideways`).toBeLessThanOrEqual(0)
}
