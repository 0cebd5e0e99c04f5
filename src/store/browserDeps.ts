import { startExchangeWorker } from '../workers/exchange/startExchangeWorker.ts'
import { startImportWorker } from '../workers/import/startImportWorker.ts'
import { startRunWorker } from '../workers/run/startRunWorker.ts'
import { browserLastWords } from './persistence/browserLastWords.ts'
import { browserStorage } from './persistence/browserStorage.ts'
import { browserTabs } from './persistence/browserTabs.ts'
import type { StoreDeps } from './StoreDeps.ts'

/** The page, as the store needs it. */
export function browserDeps(): StoreDeps {
  return {
    startRunWorker: () => startRunWorker(new URL('./', document.baseURI).href),
    startImportWorker,
    startExchangeWorker,
    storage: browserStorage(),
    lastWords: browserLastWords(),
    tabs: browserTabs(),
    clock: {
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => cancelAnimationFrame(handle),
    },
    timers: { set: (callback, millis) => window.setTimeout(callback, millis), clear: (timer) => window.clearTimeout(timer) },
    onLeave(callback) {
      const hidden = (): void => {
        if (document.visibilityState === 'hidden') callback()
      }
      window.addEventListener('pagehide', callback)
      document.addEventListener('visibilitychange', hidden)
      return () => {
        window.removeEventListener('pagehide', callback)
        document.removeEventListener('visibilitychange', hidden)
      }
    },
  }
}
