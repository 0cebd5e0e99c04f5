import type { LinkView } from './LinkPayload.ts'

/** The routes of the screens, as they stand after the `#`. */
const ROUTES: Readonly<Record<LinkView, string>> = { simulate: '/sim', calculate: '/calc', report: '/report' }

/** The part of an address after which nothing is sent to a server: `#/sim?s=1.eJy…`. @param code  what `encodeLink` gave */
export function linkFragment(code: string, view: LinkView): string {
  return `#${ROUTES[view]}?s=${code}`
}

/**
 * The packed part of an address, a fragment, or the packed part itself, as it was pasted: broken into lines by a mail
 * program, with the punctuation of the sentence it stood in, in angle brackets. Nothing where there is none.
 */
export function linkCodeOf(text: string): string | undefined {
  const found = /^[\s<("']*(?:\S*#\S*?[?&]s=)?(\d{1,9}\.[^&#]*)/.exec(text)?.[1]
  return found?.replaceAll(/\s/g, '').replace(/[^A-Za-z0-9_-]+$/, '')
}
