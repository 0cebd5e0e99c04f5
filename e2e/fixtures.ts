import { test as base, expect, type BrowserContext } from '@playwright/test'
import { SimulatePage } from './pages/SimulatePage.ts'

interface Fixtures {
  /** The app, not opened yet. */
  readonly app: SimulatePage
  /** What a story brings about on purpose, of all that the watch would report. */
  readonly expected: RegExp | undefined
  /** Watches every page of the test; whatever it finds fails the test. */
  readonly watch: Watch
}

interface Watch {
  readonly problems: readonly string[]
}

/**
 * Journeys start where a visitor with reduced motion does: the built-in scenario at its end, nothing moving. Stories about
 * motion say so with `test.use`.
 */
export const test = base.extend<Fixtures>({
  contextOptions: async ({ contextOptions }, use) => use({ reducedMotion: 'reduce', ...contextOptions }),
  expected: [undefined, { option: true }],
  watch: [
    async ({ context, baseURL, expected }, use) => {
      const problems: string[] = []
      listen(context, new URL(baseURL ?? '').origin, (problem) => {
        if (expected?.test(problem) !== true) problems.push(problem)
      })
      await use({ problems })
      expect(problems, 'console errors and warnings, uncaught errors, requests that leave the origin').toEqual([])
    },
    { auto: true },
  ],
  app: async ({ page }, use) => use(new SimulatePage(page)),
})

export { expect }

function listen(context: BrowserContext, origin: string, report: (problem: string) => void): void {
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') report(`console ${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => report(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:') report(`request to ${url.href}`)
  })
}
