import type { ExchangeTrouble, ExchangeTroubleCode } from './ExchangeTrouble.ts'
import type { ExchangeVenue } from './ExchangeVenue.ts'

/** What each failure looks like, before the way by hand is offered. */
const LOOKS: Readonly<Record<Exclude<ExchangeTroubleCode, 'cancelled'>, (name: string) => string>> = {
  offline: (name) => `It looks as if there is no network: ${name} was not reached. Go online and load again; what was loaded is kept.`,
  blocked: (name) => `It looks as if the browser stopped it: ${name} may not allow pages of other sites to read its replies, or an extension or the network blocks it. Try without blockers or from another network.`,
  region: (name) => `It looks as if ${name} does not serve the place you ask from. Nothing on this page changes that.`,
  'rate-limit': (name) => `${name} says that too much was asked of it. Wait some minutes and load again; what was loaded is kept.`,
  symbol: (name) => `${name} does not know this instrument. Check how it writes it.`,
  'no-data': (name) => `${name} has nothing in this period. Choose a later or a longer one.`,
  reply: (name) => `${name} answered with something else than prices. It may be down for maintenance, have changed, or a page of your network stands in between. Try again later.`,
  stalled: (name) => `${name} gives the same page again and again, so the load would never end. Try a shorter period or another size of bar.`,
  connection: (name) => `The connection to ${name} broke off or it gave no answer in time. Load again; what was loaded is kept.`,
  server: (name) => `${name} is out of order right now. Try again later; what was loaded is kept.`,
  request: (name) => `${name} cannot be asked this.`,
  rejected: (name) => `${name} refused the question.`,
}

/**
 * A failure in a sentence that says what it looks like and what to do, and offers the file. [S57]
 * @param words  what is particular: the venue's own words, which symbol
 */
export function troubleOf(code: Exclude<ExchangeTroubleCode, 'cancelled'>, venue: ExchangeVenue, words = '', detail?: string): ExchangeTrouble {
  const said = words === '' ? '' : ` ${words}`
  return { code, message: `${LOOKS[code](venue.name)}${said} ${venue.file}`, ...(detail === undefined ? {} : { detail }) }
}

export const CANCELLED: ExchangeTrouble = { code: 'cancelled', message: 'Cancelled. What was loaded is kept: load again to go on from there.' }
