import { refusedWith, type Parsed } from '../Problem.ts'
import { LINK_VERSION, MOST_LINK_CHARACTERS, MOST_MADE_POINTS, MOST_UNPACKED_BYTES } from './linkLimits.ts'

const INSTEAD = 'ask for the scenario as a file'

/** What can be wrong with a link as a link: what it is and what to do. */
export const LINK_PROBLEMS = {
  noLink: 'this is no Bulkhead link: an address with "#/sim?s=1." and what comes after it was expected',
  newer: (version: string) => `this link was made by a newer version of Bulkhead (links of version ${version}; this one reads up to ${LINK_VERSION}). Reload the page to get the newest, or ${INSTEAD}`,
  tooLong: (length: number) => `the link has ${length} characters; at most ${MOST_LINK_CHARACTERS} are read. ${capital(INSTEAD)}`,
  damaged: `the link is damaged: it was cut off or changed on the way, as chat applications do with long ones. Ask for it again, or ${INSTEAD}`,
  bomb: `the link unpacks to more than ${MOST_UNPACKED_BYTES / 1000} kB, which no scenario in a link does; it was not read any further`,
  tooMuch: 'this is more than a link holds. Save the scenario as a file and send that',
  manyParts: `there is more in this link than any link holds (about 1,000 commands). ${capital(INSTEAD)}`,
  longPath: (points: number) => `${points} points would have to be made; prices that a link makes have at most ${MOST_MADE_POINTS} (bars × points in a bar × instruments, those they are made from counted too)`,
  longWay: (points: number) => `${points} points have to be made for these prices; a link has at most ${MOST_MADE_POINTS}, because who opens one has not chosen to wait. Save the scenario as a file and send that`,
} as const

export function noLink(message: string): Extract<Parsed<never>, { ok: false }> {
  return refusedWith([{ path: [], message }])
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
