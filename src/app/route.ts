import type { Screen } from '../store/slices/Screen.ts'

/** Where the address points: `#/calc?s=…` is the screen `calculate` with the parameters after the question mark. */
export interface Route {
  readonly screen: Screen
  readonly params: URLSearchParams
}

const PATHS: Readonly<Record<Screen, string>> = { simulate: '#/sim', calculate: '#/calc', report: '#/report' }
const SCREENS = new Map(Object.entries(PATHS).map(([screen, path]) => [path, screen as Screen]))

/** What an address's fragment names; what is not known is the Simulate screen. */
export function parseRoute(hash: string): Route {
  const at = hash.indexOf('?')
  const path = at === -1 ? hash : hash.slice(0, at)
  return { screen: SCREENS.get(path) ?? 'simulate', params: new URLSearchParams(at === -1 ? '' : hash.slice(at + 1)) }
}

/** The fragment of a screen. */
export function routePath(screen: Screen): string {
  return PATHS[screen]
}

/** The fragment of another screen with what the address carries: what came by a link stays in it, also for a reload. */
export function routeBeside(screen: Screen, hash: string): string {
  const { params } = parseRoute(hash)
  return params.size === 0 ? PATHS[screen] : `${PATHS[screen]}?${params}`
}
