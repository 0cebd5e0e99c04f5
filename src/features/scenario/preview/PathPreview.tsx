import { figureTag } from '../../../store/figures/figureTag.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { PathPicture } from '../../../ui/charts/PathPicture.tsx'
import { Skeleton } from '../../../ui/primitives/Skeleton.tsx'
import { FigureTable } from '../../../ui/primitives/FigureTable.tsx'
import { tickSizeOf } from '../start/scenarioOn.ts'
import { problemWords } from '../start/problemWords.ts'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import type { NewTape } from '../start/CurrentScenario.ts'
import { lookSummary, previewWords as words, spanOf } from './previewWords.ts'
import styles from './PathPreview.module.css'
import { type Look, usePathLook } from './usePathLook.ts'

export type PathPreviewProps = {
  /** Absent while the form above cannot be read: the last one stays, dimmed. */
  readonly tape: Pick<NewTape, 'tape' | 'instruments'> | undefined
}

/** Before anything is played: the path drawn small, where it ends, how far it goes, how much it moves. */
export function PathPreview({ tape }: PathPreviewProps) {
  const { look, problems, isStale } = usePathLook(tape?.tape)
  const decimals = new Map(tape?.instruments.map((each) => [each.symbol, each.decimals]))
  return (
    <section className={styles.preview} aria-label={words.label} aria-busy={tape !== undefined && isStale && problems.length === 0}>
      {problems.length === 0 ? null : (
        <div role="alert">
          <InlineWarning tone="error">{problems.slice(0, 3).map((problem) => problemWords(problem).message).join(' ')}</InlineWarning>
        </div>
      )}
      {look === undefined ? problems.length > 0 ? null : <Skeleton label={words.loading} height={196} lines={3} /> : <Shown look={look} decimals={decimals} isStale={tape === undefined || isStale} />}
    </section>
  )
}

function Shown({ look: made, decimals: stated, isStale }: { readonly look: Look; readonly decimals: ReadonlyMap<string, number>; readonly isStale: boolean }) {
  const format = useFormat()
  const look = { ...made, series: made.series.map((each) => ({ ...each, decimals: stated.get(each.instrument) ?? each.decimals })) }
  const marks = look.series.filter(({ kind }) => kind === 'mark')
  const only = marks.length === 1
  // Several prices are only alike as changes since the start.
  const isRelative = !only && marks.every(({ first }) => first > 0)
  const lines = marks.map(({ instrument, first, points }) => ({
    id: instrument,
    label: words.name(instrument),
    points: points.map(({ tick, price, isJump }) => ({ x: tick, y: isRelative ? price / first - 1 : price, isJump })),
  }))
  const tag = (field: 'price' | 'volatility', instrument: string, value: number | undefined): string | undefined =>
    value === undefined ? undefined : figureTag(`prices.${field}`, { instrument, value: plainText(value) })
  return (
    <>
      <PathPicture
        summary={lookSummary(look, format)}
        lines={lines}
        formatY={(value) => (isRelative ? format.percent(value, { signed: true, decimals: 0 }) : format.exact(value))}
        ends={spanOf(look)}
        reference={isRelative ? 0 : undefined}
        isStale={isStale}
      />
      <FigureTable
        caption={words.table}
        columns={[
          { id: 'last', header: words.last },
          { id: 'low', header: words.lowest },
          { id: 'high', header: words.highest },
          { id: 'vol', header: words.volatility },
        ]}
        rows={marks.map(({ instrument, last, lowest, highest, volatility, decimals }) => ({
          id: instrument,
          label: <span data-name="">{words.name(instrument)}</span>,
          cells: [...[last, lowest, highest].map((price) => format.price(price, { tickSize: tickSizeOf(decimals) })), volatility === undefined ? '—' : format.percent(volatility, { decimals: 1 })],
          figures: [...[last, lowest, highest].map((price) => tag('price', instrument, price)), tag('volatility', instrument, volatility)],
        }))}
      />
    </>
  )
}

/** Without an exponent, as keys of figures are written. */
function plainText(value: number): string {
  return value.toFixed(12).replace(/\.?0+$/, '')
}
