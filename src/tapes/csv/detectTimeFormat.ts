import { calendarTime, lastDate } from './calendarTime.ts'
import type { DateOrder, TimeFormat } from './CsvMapping.ts'
import { epochTime } from './epochTime.ts'
import { isInRange } from './timeOfCell.ts'

/** Share of the cells of a sample that a format must read. */
const ENOUGH = 0.8

/** The format of a column of times, or absent where it is none. Empty cells are not counted. */
export function detectTimeFormat(cells: readonly string[]): TimeFormat | undefined {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 0) return undefined
  const share = (reads: (cell: string) => boolean): number => filled.filter(reads).length / filled.length
  if (share((cell) => /^\d{5}([.,]\d+)?$/.test(cell) && Number(cell.slice(0, 5)) >= 25569 && Number(cell.slice(0, 5)) < 73416) >= ENOUGH) return { type: 'spreadsheet-days' }
  if (share((cell) => /^\d{9,19}(\.\d*)?$/.test(cell) && !isDigitDate(cell) && isInRange(epochTime(cell, 0, cell.length, 'by-digits'))) >= ENOUGH) {
    return { type: 'epoch', unit: 'by-digits' }
  }
  return calendarFormat(filled, share)
}

function calendarFormat(cells: readonly string[], share: (reads: (cell: string) => boolean) => number): TimeFormat | undefined {
  const written = (cell: string): boolean => /\D/.test(cell) || isDigitDate(cell)
  const reads = (order: DateOrder) => (cell: string) => written(cell) && isInRange(calendarTime(cell, 0, cell.length, order))
  if (share(reads('year-month-day')) >= ENOUGH) return { type: 'calendar', order: 'year-month-day' }
  const dayFirst = share(reads('day-month-year'))
  const monthFirst = share(reads('month-day-year'))
  if (Math.max(dayFirst, monthFirst) < ENOUGH) return undefined
  if (dayFirst !== monthFirst) return { type: 'calendar', order: dayFirst > monthFirst ? 'day-month-year' : 'month-day-year' }
  // 03/04/2020 is American, 03.04.2020 and 03-04-2020 are not; nothing in the sample says more.
  const order = cells.some((cell) => cell.includes('/')) ? 'month-day-year' : 'day-month-year'
  return { type: 'calendar', order, ...(tellsNothing(cells) ? { undecided: true } : {}) }
}

/** True where day and month were both written as numbers, each up to 12, all the way. */
function tellsNothing(cells: readonly string[]): boolean {
  return cells.every((cell) => {
    calendarTime(cell, 0, cell.length, 'day-month-year')
    return lastDate.first > 0 && lastDate.first <= 12 && lastDate.second <= 12
  })
}

/** 20200312, 202003121000 or 20200312100000, which is no count of seconds. */
function isDigitDate(cell: string): boolean {
  return /^(19[7-9]\d|20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])([0-2]\d[0-5]\d([0-5]\d)?)?$/.test(cell)
}

/** A time of day alone: 10:00, 10:00:00, 9:30 PM, or the 100000 of MetaTrader and HistData. */
export function isClockCell(cell: string): boolean {
  return /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?( ?[AP]M)?$/i.test(cell) || /^([01]\d|2[0-3])[0-5]\d([0-5]\d)?$/.test(cell)
}
