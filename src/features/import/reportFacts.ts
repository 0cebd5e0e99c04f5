import type { Format } from '../../ui/format/createFormat.ts'
import { duration, utcDate, utcTime } from '../../ui/format/timeFormats.ts'
import type { CsvReport } from './ImportedFile.ts'
import { tickSizeOf } from './tickSizeOf.ts'
import { bars } from './words.ts'

export interface ReportFact {
  readonly id: string
  readonly label: string
  readonly value: string
  /** Something a person should look at before trusting the file. */
  readonly isOdd?: boolean
}

/** The report as lines of label and text; what is zero and unremarkable is left out, but gaps and order always say so. */
export function reportFacts(report: CsvReport, format: Format): readonly ReportFact[] {
  const { rows, order, barMillis, decimals } = report
  if (report.content === 'funding') return fundingFacts(report, format)
  return [
    ...(report.trades === undefined ? [] : [{ id: 'trades', label: 'Trades', value: `${format.exact(report.trades)}, made into bars` }]),
    { id: 'rows', label: report.trades === undefined ? 'Rows' : 'Bars', value: `${format.exact(rows)}${ORDERS[order]}` },
    { id: 'range', label: 'Range', value: `${moment(report.first)} to ${moment(report.last)}` },
    { id: 'bar', label: 'Bar size', value: duration(barMillis) },
    { id: 'tick', label: 'Tick size', value: tickSizeOf(decimals) },
    gapFact(report, format),
    ...moveFacts(report, format),
    ...rowFacts(report, format),
    ...priceFacts(report, format),
  ]
}

/** Of funding: payments, their range, how often and the largest. */
function fundingFacts(report: CsvReport, format: Format): readonly ReportFact[] {
  const { rows, order, barMillis, largestRate, roundedPrices } = report
  return [
    { id: 'rows', label: 'Payments', value: `${format.exact(rows)}${ORDERS[order]}` },
    { id: 'range', label: 'Range', value: `${moment(report.first)} to ${moment(report.last)}` },
    { id: 'bar', label: 'Paid every', value: duration(barMillis) },
    gapFact(report, format),
    ...(largestRate === undefined ? [] : [{ id: 'rate', label: 'Largest rate', value: `${format.exact(largestRate.price)} at ${moment(largestRate.at)}, line ${format.exact(largestRate.line)}`, isOdd: Math.abs(largestRate.price) > ODD_RATE }]),
    ...rowFacts(report, format),
    ...(roundedPrices > 0 ? [{ id: 'rounded', label: 'Rounded rates', value: `${format.exact(roundedPrices)} had more than 15 digits` }] : []),
  ]
}

/** Venues cap one payment at a few percent of the value. */
const ODD_RATE = 0.03
const ORDERS = { ascending: '', descending: ', newest first in the file', mixed: ', not in order in the file' } as const

/** A day alone where the time is midnight. */
export function moment(millis: number): string {
  return millis % 86_400_000 === 0 ? utcDate(millis) : `${utcDate(millis)} ${utcTime(millis, { seconds: millis % 60_000 !== 0 })}`
}

function gapFact({ gaps, barMillis }: CsvReport, format: Format): ReportFact {
  if (gaps.count === 0) return { id: 'gaps', label: 'Gaps', value: 'None' }
  const { longest } = gaps
  if (gaps.count === 1 && longest !== undefined) {
    return { id: 'gaps', label: 'Gaps', value: `One, ${bars(gaps.missingBars, format.exact(gaps.missingBars))} of ${duration(barMillis)} missing after ${moment(longest.after)}`, isOdd: true }
  }
  const tail = longest === undefined ? '' : `; the longest, ${bars(longest.missingBars, format.exact(longest.missingBars))} of ${duration(barMillis)}, after ${moment(longest.after)}`
  return { id: 'gaps', label: 'Gaps', value: `${format.exact(gaps.count)}, ${bars(gaps.missingBars, format.exact(gaps.missingBars))} missing${tail}`, isOdd: true }
}

function moveFacts({ largestMove }: CsvReport, format: Format): readonly ReportFact[] {
  if (largestMove === undefined) return []
  const { value, at, line, column, from, to } = largestMove
  const place = `${moment(at)}, ${column}, line ${format.exact(line)}`
  return [{ id: 'move', label: 'Largest move', value: `${format.percent(value, { signed: true })}: ${format.exact(from)} to ${format.exact(to)} at ${place}`, isOdd: Math.abs(value) > 0.5 }]
}

function rowFacts(report: CsvReport, format: Format): readonly ReportFact[] {
  const { duplicates, conflictingDuplicates, missingRows, ohlcViolations, ohlcViolationLines, problemCount } = report
  const facts: ReportFact[] = []
  if (problemCount > 0) facts.push({ id: 'problems', label: 'Rows left out', value: `${format.exact(problemCount)}, named by line and column below`, isOdd: true })
  if (duplicates > 0) {
    const other = conflictingDuplicates === 0 ? 'all alike' : `${format.exact(conflictingDuplicates)} with other prices`
    facts.push({ id: 'duplicates', label: 'Same time twice', value: `${format.exact(duplicates)}, ${other}; the later row counts`, isOdd: conflictingDuplicates > 0 })
  }
  if (missingRows > 0) facts.push({ id: 'missing', label: 'Rows without a price', value: `${format.exact(missingRows)}, left out as no trade` })
  if (ohlcViolations > 0) {
    const lines = ohlcViolationLines.map((line) => format.exact(line)).join(', ')
    const more = ohlcViolations > ohlcViolationLines.length ? ' and more' : ''
    facts.push({ id: 'ohlc', label: 'Impossible candles', value: `${format.exact(ohlcViolations)}, high and low widened to hold open and close; ${ohlcViolations === 1 ? 'line' : 'lines'} ${lines}${more}`, isOdd: true })
  }
  return facts
}

function priceFacts(report: CsvReport, format: Format): readonly ReportFact[] {
  const { suspiciousPrints, hasNonPositive, firstNonPositive, roundedPrices } = report
  const facts: ReportFact[] = []
  const [print] = suspiciousPrints
  if (print !== undefined) {
    const count = suspiciousPrints.length
    const others = count === 1 ? '' : ` and ${format.exact(count - 1)} more`
    facts.push({
      id: 'prints',
      label: 'Prices that stand alone',
      value: `${format.exact(print.price)}, ${print.column} at ${moment(print.at)}, line ${format.exact(print.line)}${others}. Kept as they are: a stop or a liquidation will see them.`,
      isOdd: true,
    })
  }
  if (hasNonPositive) {
    const where = firstNonPositive === undefined ? '' : `, first ${format.exact(firstNonPositive.price)} at ${moment(firstNonPositive.at)}, line ${format.exact(firstNonPositive.line)}`
    facts.push({ id: 'negative', label: 'Zero or negative prices', value: `Yes${where}. A linear contract can be played through them.`, isOdd: true })
  }
  if (roundedPrices > 0) facts.push({ id: 'rounded', label: 'Rounded prices', value: `${format.exact(roundedPrices)} had more than 15 digits` })
  return facts
}
