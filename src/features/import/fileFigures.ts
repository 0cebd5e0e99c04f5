import { Decimal, type StatedFieldOf } from '../../engine/index.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { duration } from '../../ui/format/timeFormats.ts'
import type { SaidFigure } from '../../ui/primitives/FigureWords.tsx'
import type { CsvReport } from './ImportedFile.ts'
import { moment } from './reportFacts.ts'
import { tickSizeOf } from './tickSizeOf.ts'

/** The key of a number read from a file. */
export function fileFigure(field: Exclude<StatedFieldOf<'import'>, 'move'>, value: string | number, file: string): string {
  return figureTag(`import.${field}`, { file, value: new Decimal(value).toFixed() })
}

/** The figures that the report of a file tells: how much was found, and its prices. Lines and times are names. */
export function factFigures(report: CsvReport, file: string, format: Format): readonly SaidFigure[] {
  const { rows, gaps, largestMove, suspiciousPrints, firstNonPositive, decimals } = report
  const count = (value: number): SaidFigure => ({ text: format.exact(value), figure: fileFigure('count', value, file) })
  const price = (value: number): SaidFigure => ({ text: format.exact(value), figure: fileFigure('price', value, file) })
  const lines = [largestMove?.line, firstNonPositive?.line, ...suspiciousPrints.map(({ line }) => line)].flatMap((line) => (line === undefined ? [] : [{ text: `line ${format.exact(line)}`, figure: undefined }]))
  const violations = report.ohlcViolationLines.length === 0 ? [] : [{ text: report.ohlcViolationLines.map((line) => format.exact(line)).join(', '), figure: undefined }]
  const move = largestMove === undefined ? [] : [
    { text: format.percent(largestMove.value, { signed: true }), figure: figureTag('import.move', { file, from: new Decimal(largestMove.from).toFixed(), to: new Decimal(largestMove.to).toFixed() }) },
    price(largestMove.from), price(largestMove.to),
  ]
  const moments = [report.first, report.last, largestMove?.at, gaps.longest?.after, firstNonPositive?.at, ...suspiciousPrints.map(({ at }) => at)].flatMap((at) => (at === undefined ? [] : [{ text: moment(at), figure: undefined }]))
  const spans: readonly SaidFigure[] = [{ text: duration(report.barMillis), figure: undefined }]
  return [
    ...moments,
    ...spans,
    ...lines,
    { text: tickSizeOf(decimals), figure: fileFigure('tickSize', tickSizeOf(decimals), file) },
    ...move,
    ...suspiciousPrints.map((print) => price(print.price)),
    ...(firstNonPositive === undefined ? [] : [price(firstNonPositive.price)]),
    ...rateFigures(report, file, format),
    ...(report.trades === undefined ? [] : [count(report.trades)]),
    { text: format.exact(rows), figure: fileFigure('rows', rows, file) },
    ...[gaps.count, gaps.missingBars, gaps.longest?.missingBars ?? 0, report.problemCount, report.duplicates, report.conflictingDuplicates, report.missingRows, report.ohlcViolations, report.roundedPrices, Math.max(0, suspiciousPrints.length - 1)].map(count),
    ...violations,
    // Stated of the reader, not of the file.
    { text: '15 digits', figure: undefined },
  ]
}

/** Of funding: the largest rate with its place. */
function rateFigures({ largestRate }: CsvReport, file: string, format: Format): readonly SaidFigure[] {
  if (largestRate === undefined) return []
  const { price, at, line } = largestRate
  return [{ text: moment(at), figure: undefined }, { text: `line ${format.exact(line)}`, figure: undefined }, { text: format.exact(price), figure: fileFigure('rate', price, file) }]
}
