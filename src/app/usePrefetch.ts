import { useEffect } from 'react'
import { useAppStore } from '../store/useAppStore.ts'

/** Not every browser has requestIdleCallback. */
const WITHOUT_IDLE = 1500

/** What `scripts/laterList.mjs` writes. */
interface LaterList {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/**
 * In an idle moment after the start, what is loaded by a click or by other prices: then it is there at once, also without a
 * network. Scripts are fetched and not run; the workers fetch their own parts.
 */
export function usePrefetch(): void {
  const { prepareImport, prepareRuleDiff } = useAppStore((state) => state.actions)
  useEffect(() => {
    const fetchAll = (): void => {
      if (import.meta.env.PROD) void fetchLater().catch(() => undefined) // what does not arrive now is asked for when it is wanted
      prepareRuleDiff()
      prepareImport()
    }
    if (typeof window.requestIdleCallback === 'function') {
      const handle = window.requestIdleCallback(fetchAll)
      return () => window.cancelIdleCallback(handle)
    }
    const timer = window.setTimeout(fetchAll, WITHOUT_IDLE)
    return () => window.clearTimeout(timer)
  }, [prepareImport, prepareRuleDiff])
}

async function fetchLater(): Promise<void> {
  const answer = await fetch(new URL('later.json', document.baseURI))
  if (!answer.ok) return
  const { scripts, styles } = (await answer.json()) as LaterList
  for (const script of scripts) link('modulepreload', script)
  // As an import would: a style that is here already is not asked for again.
  for (const style of styles) link('stylesheet', style)
}

function link(rel: 'modulepreload' | 'stylesheet', path: string): void {
  const { href } = new URL(path, document.baseURI)
  if ([...document.head.querySelectorAll('link')].some((each) => each.href === href && each.rel === rel)) return
  const made = document.createElement('link')
  made.rel = rel
  made.href = href
  document.head.append(made)
}
