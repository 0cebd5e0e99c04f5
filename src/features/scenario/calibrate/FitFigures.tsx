import { Decimal } from '../../../engine/index.ts'
import type { CalibratedInstrument, CalibratedModel, CalibrationReport, FitFigure } from '../../../store/catalog/calibratedModels.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { PathChart } from '../../../ui/charts/PathChart.tsx'
import type { Format } from '../../../ui/format/createFormat.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { FigureTable } from '../../../ui/primitives/FigureTable.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import styles from './CalibrationView.module.css'
import { calibrateWords as words, SHARES } from './calibrateWords.ts'
import { type FitVerdict, fitVerdict, isOff } from './fitVerdict.ts'

export type FitFiguresProps = { readonly report: CalibrationReport; readonly shown: CalibratedInstrument }

/** The prices beside what the model makes: moments, tails, and how long storms last; first in words. */
export function FitFigures({ report, shown: { symbol, figures, squares } }: FitFiguresProps) {
  const format = useFormat()
  const verdict = fitVerdict(figures, squares)
  const tag = (value: number, field: 'statistic' | 'statisticShare' = 'statistic'): string => figureTag(`prices.${field}`, { instrument: symbol, value: new Decimal(value).toFixed() })
  const { paths, bars } = report.simulated
  return (
    <>
      <InlineWarning tone={verdict.quality === 'good' ? 'info' : 'warn'}>{sentences(verdict, report.model)}</InlineWarning>
      <div className={styles.table}>
        <FigureTable
          caption={words.fit}
          isCaptionVisible
          columns={[{ id: 'data', header: words.fitColumns.data }, { id: 'model', header: words.fitColumns.model }, { id: 'error', header: words.fitColumns.error }]}
          rows={figures.map((figure) => ({
            id: figure.name,
            label: <>{words.figures[figure.name]}{isOff(figure) ? <span className={styles.off}> {words.off}</span> : null}</>,
            cells: [figure.data, figure.model, figure.error].map((value) => figureText(figure, value, format)),
            figures: [figure.data, figure.model, figure.error].map((value) => tag(value, SHARES.includes(figure.name) ? 'statisticShare' : 'statistic')),
          }))}
        />
      </div>
      <Squares squares={squares} symbol={symbol} tag={tag} />
      <p className={styles.note} data-name="">{words.paths(format.exact(paths), format.exact(bars), format.exact(report.data.returns))}</p>
    </>
  )
}

const HAS_JUMPS: readonly CalibratedModel[] = ['merton', 'kou']
const HAS_STORMS: readonly CalibratedModel[] = ['garch', 'gjr', 'heston']

function Squares({ squares, symbol, tag }: { readonly squares: readonly FitFigure[]; readonly symbol: string; readonly tag: (value: number) => string }) {
  const format = useFormat()
  if (squares.length === 0) return null
  const text = (value: number): string => format.exact(Number(value.toFixed(3)))
  const line = (id: 'data' | 'model') => squares.map((each, i) => ({ x: each.lag ?? i + 1, y: each[id] }))
  const first = squares[0]
  return (
    <PathChart
      title={words.squares}
      note={words.squaresNote}
      summary={`${words.squares}, ${symbol}: at lag 1 the prices have ${text(first?.data ?? 0)}, the model ${text(first?.model ?? 0)}.`}
      lines={[{ id: 'data', label: words.data, points: line('data') }, { id: 'model', label: words.ofModel, points: line('model') }]}
      formatY={text}
      ends={[`${words.lag} 1`, String(squares.length)]}
      reference={0}
      table={{
        caption: words.squares,
        columns: [words.lag, words.data, words.ofModel, words.fitColumns.error],
        rows: squares.map((each, i) => [String(each.lag ?? i + 1), text(each.data), text(each.model), text(each.error)]),
        figures: squares.map((each) => [undefined, tag(each.data), tag(each.model), tag(each.error)]),
      }}
    />
  )
}

/** What it is like, where it is not, and what may be more like it. */
function sentences({ quality, off, squaresOff, squares }: FitVerdict, model: CalibratedModel): string {
  const lacksTails = off.some(({ name, data, model: made }) => (name === 'excess-kurtosis' && data > made) || (name.startsWith('hill') && data < made))
  return [
    words.verdict[quality],
    ...(off.length === 0 ? [] : [words.offList(off.map(({ name }) => words.figures[name].toLowerCase()))]),
    ...(squaresOff > squares / 20 ? [words.squaresOff(squaresOff, squares)] : []),
    ...(lacksTails && !HAS_JUMPS.includes(model) ? [words.tryTails] : []),
    ...(squaresOff > squares / 4 && !HAS_STORMS.includes(model) ? [words.tryStorms] : []),
  ].join(' ')
}

function figureText({ name }: FitFigure, value: number, format: Format): string {
  return SHARES.includes(name) ? format.percent(value, { decimals: 2 }) : format.exact(Math.abs(value) < 1 ? Number(value.toFixed(3)) : Number(value.toPrecision(3)))
}
