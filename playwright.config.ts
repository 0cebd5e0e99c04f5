import { defineConfig } from '@playwright/test'
import { systemChromium } from './scripts/chromium.mjs'

const { CI, BULKHEAD_BUILT, BULKHEAD_PORT = '4173', BULKHEAD_TRACE } = process.env
const baseURL = `http://127.0.0.1:${BULKHEAD_PORT}`
const executablePath = systemChromium()

/** Journeys in real Chromium on the built app. `scripts/test.mjs` builds first and says so; alone, this builds itself. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: CI !== undefined,
  workers: 2,
  // Once more before a test fails; one that needed it is reported as flaky, not as passed.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL,
    // Traces cost a third of the run; a failure leaves the page as text and a picture. `BULKHEAD_TRACE=1` for the film.
    trace: BULKHEAD_TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: BULKHEAD_BUILT === undefined ? 'npm run build && npm run preview' : 'node node_modules/vite/bin/vite.js preview',
    url: baseURL,
    reuseExistingServer: false, // another clone may be serving there
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
