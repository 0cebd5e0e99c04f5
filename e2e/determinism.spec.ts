import { readFile } from 'node:fs/promises'
import { runCli } from '../src/cli/runCli.ts'
import { EVERY_MODEL, RANDOM_WALK, SP500 } from './documents.ts'
import { expect, test } from './fixtures.ts'
import type { SimulatePage } from './pages/SimulatePage.ts'

/*
 * [L2] The fingerprint of a run (prices, and the events of all three accounts) that the browser's worker computes is the
 * one that the command line prints in Node, for the document the browser saved.
 */

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const STORIES: readonly { readonly name: string; readonly open: (app: SimulatePage) => Promise<unknown>; readonly liquidations: boolean }[] = [
  { name: 'scenario A', open: () => Promise.resolve(), liquidations: true },
  {
    name: 'scenario B',
    open: async (app) => {
      await app.page.getByRole('button', { name: 'Show when cross wins' }).click()
      await expect(app.headline).toContainText('Cross made 12,100')
    },
    liquidations: true,
  },
  { name: 'a random walk under the standard rules', open: (app) => app.open(RANDOM_WALK), liquidations: true },
  { name: 'every model, amplified, in stretches', open: (app) => app.open(EVERY_MODEL), liquidations: true },
  { name: 'the S&P 500 since 2000', open: (app) => app.open(SP500), liquidations: true },
]

for (const { name, open, liquidations } of STORIES) {
  test(`the same run in Node and in Chromium: ${name}`, async ({ app, page }) => {
    await app.visitAtEnd()
    await open(app)
    await app.transport.toEnd()
    const { text } = await app.scenario.saveAsText()
    await app.scenario.panel.getByRole('button', { name: 'Copy the fingerprint of the run' }).click()
    const inBrowser: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))

    expect(inBrowser).toEqual(JSON.parse(await cli(['run', '-', '--hash'], text)))
    // A story in which nothing happens would prove nothing.
    const events = await cli(['run', '-', '--events'], text)
    expect(events.includes('"position-liquidated"')).toBe(liquidations)
  })
}

async function cli(args: readonly string[], input: string): Promise<string> {
  let printed = ''
  const said: string[] = []
  const code = await runCli(args, {
    read: () => Promise.resolve(input),
    beside: (_, name) => Promise.reject(new Error(`${name} is not there`)),
    today: () => '2026-11-22',
    asset: (path) => readFile(new URL(`../public/${path}`, import.meta.url), 'utf8'),
    out: (text) => {
      printed += text
    },
    say: (line) => said.push(line),
  })
  expect([code, ...said]).toEqual([0])
  return printed
}
