const DAY = 86_400_000
const HOUR = 3_600_000

interface Summer {
  readonly from: number
  readonly to: number
}

const known = new Map<string, Summer>()

/** Whether clocks are an hour ahead at a moment, ms since the epoch, UTC. EU: directive 2000/84/EC; US: the Energy Policy Act of 2005, from 2007, and the rule of 1987 before. */
export function isSummer(utc: number, place: 'EU' | 'US'): boolean {
  const year = new Date(utc).getUTCFullYear()
  const key = `${place}${year}`
  let summer = known.get(key)
  if (summer === undefined) {
    summer = place === 'EU' ? european(year) : american(year)
    known.set(key, summer)
  }
  return utc >= summer.from && utc < summer.to
}

/** 01:00 UTC of the last Sundays of March and October. */
function european(year: number): Summer {
  return { from: lastSunday(year, 2) + HOUR, to: lastSunday(year, 9) + HOUR }
}

/** 2 a.m. in New York of the second Sunday of March and the first of November; before 2007 the first of April and the last of October. */
function american(year: number): Summer {
  const from = year >= 2007 ? firstSunday(year, 2) + 7 * DAY : firstSunday(year, 3)
  const to = year >= 2007 ? firstSunday(year, 10) : lastSunday(year, 9)
  return { from: from + 7 * HOUR, to: to + 6 * HOUR }
}

function firstSunday(year: number, month: number): number {
  const first = Date.UTC(year, month, 1)
  return first + ((7 - new Date(first).getUTCDay()) % 7) * DAY
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0)
  return last - new Date(last).getUTCDay() * DAY
}
