import { open } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const ROWS = 1_000_000
const MINUTE = 60_000
/** 1 January 2023, 00:00 UTC. */
const START = 1_672_531_200_000

test('a million rows are on screen, and how long the page did not answer is told', async ({ app, page }, testInfo) => {
  test.slow()
  const path = testInfo.outputPath('BTCUSDT-1m.csv')
  await writeCandles(path)
  await page.addInitScript(() => {
    const tasks: number[] = []
    Object.assign(window, { longTasks: tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })
  })
  await app.visitAtEnd()
  await app.scenario.show('Files')
  await page.evaluate(() => (window as unknown as Watched).longTasks.splice(0))
  const start = performance.now()
  await app.importFiles(path)
  await app.importing.finds('Rows', '1,000,000')
  const read = performance.now()
  await app.importing.play.click()
  await app.transport.isAt(0, ROWS - 1)
  const shown = performance.now()
  await app.transport.seek(20_000, ROWS - 1)
  const longest = await longestTask(page)
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(2)} s`
  console.log(`1,000,000 rows: read and reported ${seconds(start, read)}, on screen ${seconds(start, shown)}; longest main-thread task ${String(Math.round(longest))} ms (0: none of 50 ms or more)`)

  // Told, not asserted: beside another worker on two cores every task is longer. The watch is awake: a task of 80 ms is seen.
  await page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 80
      while (performance.now() < end);
    })
  })
  await expect.poll(() => longestTask(page)).toBeGreaterThan(50)
})

interface Watched {
  readonly longTasks: number[]
}

function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as Watched).longTasks))
}

/** A price that wanders by whole cents: no two rows alike, made without a random number. */
async function writeCandles(path: string): Promise<void> {
  const file = await open(path, 'w')
  let text = 'open_time,open,high,low,close,volume\n'
  let cents = 6_000_000
  for (let i = 0; i < ROWS; i += 1) {
    const next = cents + ((i * 7919) % 2001) - 1000
    const [high, low] = [Math.max(cents, next) + 150, Math.min(cents, next) - 150]
    text += `${START + i * MINUTE},${cents / 100},${high / 100},${low / 100},${next / 100},${(i % 97) / 10}\n`
    cents = next
    if (text.length > 4_000_000) {
      await file.write(text)
      text = ''
    }
  }
  await file.write(text)
  await file.close()
}
