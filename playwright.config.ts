import { defineConfig } from '@playwright/test'
import { systemChromium } from './scripts/chromium.mjs'

const { CI, BULKHEAD_BUILT, BULKHEAD_PORT = '4173' } = process.env
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
  timeout: 60_000,
  reporter: [['list']],
  use: {
    baseURL,
    trace: 'retain-on-failure',
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
