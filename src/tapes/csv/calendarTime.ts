import type { DateOrder } from './CsvMapping.ts'

/*
 * Reads written dates and times without building strings: the characters of a cell become a few tokens in scratch
 * arrays, which are then taken in order. A token is a run of digits (its value and length) or of letters (its first
 * three, packed into a number); `before` is the last punctuation in front of it.
 */
const MOST_TOKENS = 12
const value = new Float64Array(MOST_TOKENS)
const length = new Int32Array(MOST_TOKENS)
const isWord = new Uint8Array(MOST_TOKENS)
const before = new Int32Array(MOST_TOKENS)
let count = 0
let next = 0

const PLUS = 43
const COMMA = 44
const MINUS = 45
const DOT = 46
const COLON = 58

const MONTHS = new Map(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i) => [packed(name), i + 1]))
const WEEKDAYS = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(packed))
const ZONES = new Set(['z', 'utc', 'gmt'].map(packed))
const T = packed('t')
const AM = packed('am')
const PM = packed('pm')

/**
 * Of the date read last: its first two numbers where it was written with three and the year at the end, else 0 (they
 * tell day from month), and whether it named its zone.
 */
export const lastDate = { first: 0, second: 0, zoned: false }

/**
 * A written moment in milliseconds since 1970, UTC: `2020-03-12T10:00:00.5Z`, `12.03.2020 10:00`, `3/12/2020 9:30 PM`,
 * `20200312 100000`, `Oct 10, 2025`, `2020-04-09 12-AM`; a zone of its own is taken into account. NaN where it is none.
 */
export function calendarTime(text: string, start: number, end: number, order: DateOrder): number {
  lastDate.first = 0
  lastDate.second = 0
  lastDate.zoned = false
  if (!tokenize(text, start, end)) return NaN
  next = 0
  while (next < count && isWord[next] === 1 && WEEKDAYS.has(value[next] as number)) next += 1
  const day = takeDate(order)
  if (day !== day) return NaN
  if (next < count && isWord[next] === 1 && value[next] === T) next += 1
  const clock = takeClock()
  const zone = takeZone()
  return next === count ? day + clock - zone * 60000 : NaN
}

function tokenize(text: string, start: number, end: number): boolean {
  count = 0
  let punctuation = 0
  for (let i = start; i < end; ) {
    const code = text.charCodeAt(i)
    const kind = kindOf(code)
    if (kind === 0) {
      if (code > 32 && code !== 34) punctuation = code
      i += 1
      continue
    }
    if (count === MOST_TOKENS) return false
    let j = i
    let total = 0
    while (j < end && kindOf(text.charCodeAt(j)) === kind) {
      const c = text.charCodeAt(j)
      if (kind === 1) total = total * 10 + (c - 48)
      else if (j - i < 3) total = total * 32 + (c & 31)
      j += 1
    }
    value[count] = total
    length[count] = j - i
    isWord[count] = kind - 1
    before[count] = punctuation
    count += 1
    punctuation = 0
    i = j
  }
  return count > 0
}

/** 1 a digit, 2 a letter, 0 anything else. */
function kindOf(code: number): 0 | 1 | 2 {
  if (code >= 48 && code <= 57) return 1
  const lower = code | 32
  return lower >= 97 && lower <= 122 ? 2 : 0
}

function packed(word: string): number {
  let total = 0
  for (let i = 0; i < Math.min(3, word.length); i++) total = total * 32 + (word.charCodeAt(i) & 31)
  return total
}

function takeDate(order: DateOrder): number {
  if (next >= count) return NaN
  const digits = isWord[next] === 1 ? 0 : (length[next] as number)
  if (digits === 8 || digits === 12 || digits === 14) return takeDigits(digits)
  if (next + 3 > count) return NaN
  const at = next
  next += 3
  const yearFirst = digits === 4
  if (!yearFirst && (isWord[at + 2] === 1 || length[at + 2] !== 4)) return NaN
  const words = (isWord[at] as number) + (isWord[at + 1] as number) + (isWord[at + 2] as number)
  if (words > 0) return words === 1 ? namedDate(at, yearFirst) : NaN
  return numberedDate(at, yearFirst, order)
}

/** Oct 10, 2025; 10 Oct 2025; 2025 Oct 10. */
function namedDate(at: number, yearFirst: boolean): number {
  const word = isWord[at] === 1 ? at : at + 1
  const month = MONTHS.get(value[word] as number)
  if (isWord[word] === 0 || month === undefined) return NaN
  if (yearFirst) return dayStart(value[at] as number, month, value[at + 2] as number)
  return dayStart(value[at + 2] as number, month, value[word === at ? at + 1 : at] as number)
}

function numberedDate(at: number, yearFirst: boolean, order: DateOrder): number {
  const a = value[at] as number
  const b = value[at + 1] as number
  const c = value[at + 2] as number
  if (yearFirst) return dayStart(a, b, c)
  lastDate.first = a
  lastDate.second = b
  if (order === 'year-month-day') return NaN
  return order === 'day-month-year' ? dayStart(c, b, a) : dayStart(c, a, b)
}

/** 20200312, 202003121000 or 20200312100000. */
function takeDigits(digits: number): number {
  const all = value[next] as number
  next += 1
  const seconds = digits === 14 ? all % 100 : 0
  const rest = digits === 14 ? Math.floor(all / 100) : all
  const clock = digits === 8 ? 0 : rest % 10000
  const date = digits === 8 ? rest : Math.floor(rest / 10000)
  const day = dayStart(Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100)
  return day + clockMillis(Math.floor(clock / 100), clock % 100, seconds)
}

function dayStart(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1000)) return NaN
  const time = Date.UTC(year, month - 1, day)
  // 31 April would silently become 1 May.
  return day <= 28 || new Date(time).getUTCDate() === day ? time : NaN
}

function clockMillis(hour: number, minute: number, second: number): number {
  return hour < 24 && minute < 60 && second < 60 ? hour * 3600000 + minute * 60000 + second * 1000 : NaN
}

/** The time of day in milliseconds, 0 where there is none, NaN where it is not one. */
function takeClock(): number {
  if (next >= count || isWord[next] === 1 || before[next] === PLUS) return 0
  const digits = length[next] as number
  let hour = value[next] as number
  let minute = 0
  let second = 0
  next += 1
  if (digits === 6 || digits === 4) {
    second = digits === 6 ? hour % 100 : 0
    const rest = digits === 6 ? Math.floor(hour / 100) : hour
    minute = rest % 100
    hour = Math.floor(rest / 100)
  } else {
    if (digits > 2) return NaN
    minute = takeAfter(COLON)
    second = takeAfter(COLON)
  }
  const fraction = takeFraction()
  return clockMillis(takeHalf(hour), minute, second) + fraction
}

/** The hour of the day, after an AM or PM where one follows; 12 AM is midnight. */
function takeHalf(hour: number): number {
  const word = next < count && isWord[next] === 1 ? value[next] : undefined
  if (word !== AM && word !== PM) return hour
  next += 1
  if (hour < 1 || hour > 12) return NaN
  return (hour % 12) + (word === PM ? 12 : 0)
}

function takeAfter(mark: number): number {
  if (next >= count || isWord[next] === 1 || before[next] !== mark) return 0
  next += 1
  return value[next - 1] as number
}

/** Whole milliseconds of a decimal fraction of a second; the rest is dropped. */
function takeFraction(): number {
  if (next >= count || isWord[next] === 1 || (before[next] !== DOT && before[next] !== COMMA)) return 0
  next += 1
  return Math.floor(((value[next - 1] as number) * 1000) / Number(`1e${length[next - 1]}`))
}

/** Minutes ahead of UTC, 0 where nothing is said. */
function takeZone(): number {
  if (next < count && isWord[next] === 1 && ZONES.has(value[next] as number)) {
    lastDate.zoned = true
    next += 1
  }
  if (next >= count || isWord[next] === 1 || (before[next] !== PLUS && before[next] !== MINUS)) return 0
  lastDate.zoned = true
  const sign = before[next] === PLUS ? 1 : -1
  const digits = length[next] as number
  const number = value[next] as number
  next += 1
  if (digits === 4) return sign * (Math.floor(number / 100) * 60 + (number % 100))
  return sign * (number * 60 + takeAfter(COLON))
}
