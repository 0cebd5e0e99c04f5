/**
 * Frames of the real app in Chromium while a heavy scenario plays at its fastest: `npm run bench -- screen`.
 * Builds into a folder of its own, serves it on loopback, drops the scenario on the page and presses Max and Play.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { systemChromium } from '../chromium.mjs'
import { replayScenario } from './replayScenario.ts'

const PORT = 4199
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']

interface Playing {
  readonly frames: readonly number[]
  readonly longTasks: readonly number[]
  readonly ticks: number
  readonly millis: number
}

export async function benchScreen(bars = 5000): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'bulkhead-bench-'))
  try {
    await run('npx', ['vite', 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'])
    const server = spawn('npx', ['vite', 'preview', '--outDir', outDir, '--port', String(PORT), '--strictPort'], { stdio: 'ignore', detached: true })
    try {
      await reachable(`http://127.0.0.1:${String(PORT)}/`)
      await measure(bars)
    } finally {
      if (server.pid !== undefined) process.kill(-server.pid)
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

async function measure(bars: number): Promise<void> {
  const executablePath = systemChromium()
  const browser = await chromium.launch({ args: FLAGS, ...(executablePath === undefined ? {} : { executablePath }) })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    // tsx names inner functions through a helper of its own, which the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.goto(`http://127.0.0.1:${String(PORT)}/`)
    const transport = page.getByRole('group', { name: 'Transport' })
    await transport.getByText('Ended', { exact: true }).waitFor()
    await drop(page, JSON.stringify(replayScenario(bars)))
    await transport.getByText(`/ ${String(bars)}`).waitFor({ timeout: 60_000 })
    await transport.getByText('Max', { exact: true }).click()
    report(await play(page, bars))
  } finally {
    await browser.close()
  }
}

/** Drops a file on the page, as a user does. */
async function drop(page: Page, text: string): Promise<void> {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'bench.scenario.json', { type: 'application/json' }))
    return data
  }, text)
  for (const type of ['dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: transfer })
}

/** Plays to the end of the tape and records every frame. Liquidations pause it: it is set off again at once. */
async function play(page: Page, bars: number): Promise<Playing> {
  const pauses = page.getByLabel('Pause at liquidations')
  if ((await pauses.count()) > 0) await pauses.uncheck()
  return page.evaluate(
    async ({ last }) => {
      const frames: number[] = []
      const longTasks: number[] = []
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) longTasks.push(entry.duration)
      }).observe({ type: 'longtask' })
      const shown = (): number => Number(/Bar\s*(\d+)/.exec(document.querySelector('[role=group][aria-label=Transport]')?.textContent ?? '')?.[1] ?? 0)
      const press = (): void => {
        document.querySelector<HTMLButtonElement>('button[aria-label^="Play"]')?.click()
      }
      press()
      const start = performance.now()
      let before = start
      await new Promise<void>((resolve) => {
        const onFrame = (now: number): void => {
          frames.push(now - before)
          before = now
          if (shown() >= last || now - start > 60_000) {
            resolve()
            return
          }
          if (frames.length % 10 === 0) press()
          requestAnimationFrame(onFrame)
        }
        requestAnimationFrame(onFrame)
      })
      return { frames: frames.slice(2), longTasks, ticks: shown(), millis: performance.now() - start }
    },
    { last: bars },
  )
}

function report({ frames, longTasks, ticks, millis }: Playing): void {
  const sorted = [...frames].sort((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  console.log(`replay in Chromium, ${String(ticks)} bars, 3 instruments, 30 positions, 3 twins, Max speed`)
  console.log(`  frames ${String(frames.length)}  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms`)
  console.log(`  bars per second ${(ticks / (millis / 1000)).toFixed(0)}   main-thread tasks over 50 ms: ${String(longTasks.length)}${longTasks.length > 0 ? ` (longest ${Math.max(...longTasks).toFixed(0)} ms)` : ''}`)
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${String(code)}`)
}

async function reachable(url: string): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not answer`)
}
