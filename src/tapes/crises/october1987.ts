import type { Crisis } from './Crisis.ts'
import { MINUTE, said, SOURCES } from './facts.ts'

const cnn = said('CNNfn, “The blackest of Mondays”, 13 October 1997')
const blog = said('unclemikesmusings.blogspot.com, “October 19, 1987: Black Monday”')
const meltzer = said('Allan Meltzer, “Overview”, on the crash of 1987 (CMU KiltHub)')
const memory = said(SOURCES.memory, true)

/** Hours since 14 October 1987, 13:30 UTC, when New York opens; a session has six and a half. */
const open = (day: number): number => 24 * day
const close = (day: number): number => open(day) + 6.5
/** Wednesday 14 is day 0, Monday 19 day 5. */
const MONDAY = 5

const friday = cnn.price('Dow before, 16 October', 2246.74, 'DJI', close(2))
const monday = cnn.price('Dow on Black Monday', 1738.74, 'DJI', close(MONDAY))
const fall = cnn.change('Dow on Black Monday', -0.226, 'DJI', [close(2), close(MONDAY)])
const early = cnn.price('Dow soon after the opening', 2046, 'DJI', open(MONDAY) + 0.5)
const late = cnn.price('Dow when the last selling began, 14:45', 2046, 'DJI', open(MONDAY) + 5.25)
const broad = cnn.price('S&P 500 on Black Monday', 224.84, 'SPX', close(MONDAY))
const broadFall = cnn.change('S&P 500 on Black Monday', -0.205, 'SPX', [close(2), close(MONDAY)])
const since = meltzer.change('Dow from the opening of 14 October to the close of the 19th', -0.307, 'DJI', [0, close(MONDAY)])
const tuesday = blog.change('Dow the day after, +102 points', 0.059, 'DJI', [close(MONDAY), close(MONDAY + 1)])
const wednesday = blog.change('Dow two days after, +186 points', 0.101, 'DJI', [close(MONDAY + 1), close(MONDAY + 2)])
const broadTuesday = memory.change('S&P 500 the day after', 0.053, 'SPX', [close(MONDAY), close(MONDAY + 1)])
const weekend = cnn.closed('Hours closed over the weekend', 65.75)
const calm = memory.volatility('Dow’s volatility on the Wednesday, a year of round-the-clock bars', 0.6, 'DJI', [0, close(0)])

const dow0 = monday.value / (1 + since.value)
const spx = broad.value / (1 + broadFall.value)

/** The worst day of Wall Street, and the two good ones after it. */
export const october1987: Crisis = {
  id: 'october-1987',
  title: 'Black Monday 1987',
  when: '14 to 21 October 1987',
  story: 'After three bad days and a weekend to think about them the Dow loses 22.6 % in one session, most of it in the last hour. On the two days after it half of that comes back.',
  real: 'Play the built-in Nasdaq-100, daily, October 1987; or load ^GSPC or ^DJI from Stooq or Yahoo, daily, as a file. There is no exchange that serves it.',
  rules: 'standard',
  start: Date.UTC(1987, 9, 14, 13, 30),
  barMillis: 15 * MINUTE,
  seed: 19871019,
  volatility: calm.value,
  correlation: 0.9,
  instruments: [{ instrument: 'DJI', decimals: 2 }, { instrument: 'SPX', decimals: 2 }],
  lines: {
    DJI: [[0, dow0], [close(0), 2412.7], [open(1) + 0.25, 2408], [close(1), 2355.09], [open(2) + 0.25, 2350], [close(2), friday.value], [open(MONDAY) + 0.25, 2180], [open(MONDAY) + 0.5, early.value], [open(MONDAY) + 1, 2105], [open(MONDAY) + 2.5, 2150], [open(MONDAY) + 5.25, late.value], [close(MONDAY), monday.value], [open(6) + 0.25, 1850], [open(6) + 3, 1750], [close(6), monday.value * (1 + tuesday.value)], [open(7) + 0.25, 1900], [close(7), monday.value * (1 + tuesday.value) * (1 + wednesday.value)]],
    SPX: [[0, 314.5], [close(0), 305.23], [open(1) + 0.25, 304.5], [close(1), 298.08], [open(2) + 0.25, 297.5], [close(2), spx], [open(MONDAY) + 0.25, 275], [open(MONDAY) + 0.5, 262], [open(MONDAY) + 1, 268], [open(MONDAY) + 2.5, 271], [open(MONDAY) + 5.25, 258], [close(MONDAY), broad.value], [open(6) + 0.25, 236], [open(6) + 3, 226], [close(6), broad.value * (1 + broadTuesday.value)], [open(7) + 0.25, 243], [close(7), 258.38]],
  },
  phases: [0, 1, 2, MONDAY, 6, 7].flatMap((day) => [...(day === 0 ? [] : [{ until: open(day) + 0.25, closed: true as const }]), { until: close(day), noise: day < 2 ? 1 : 2 }]),
  facts: [friday, monday, fall, early, late, broad, broadFall, since, tuesday, wednesday, broadTuesday, weekend, calm],
}
