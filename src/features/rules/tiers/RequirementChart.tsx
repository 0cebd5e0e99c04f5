import { useMemo, useState } from 'react'
import { Decimal } from '../../../engine/index.ts'
import { requirementLine } from '../../../store/selectors/requirementLine.ts'
import type { TierFacts } from '../../../store/rules/tierFacts.ts'
import { PieceChart } from '../../../ui/charts/PieceChart.tsx'
import type { Format } from '../../../ui/format/createFormat.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import styles from '../editor/editor.module.css'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { ruleFigure } from '../form/ruleFigures.ts'
import { words } from '../words.ts'

/** Maintenance margin over the value of a position, with its jumps; the same as a table. */
export function RequirementChart({ facts }: { readonly facts: TierFacts | undefined }) {
  const format = useFormat()
  const [upTo, setUpTo] = useState('')
  const rows = facts === undefined ? [] : [...new Set(facts.pieces.map(({ row }) => row))]
  const lastRow = upTo === '' || !rows.includes(Number(upTo)) ? undefined : Number(upTo)
  const line = useMemo(() => (facts === undefined ? [] : requirementLine(facts, lastRow)), [facts, lastRow])
  if (facts === undefined || facts.pieces.length === 0) return <p className={styles.note}>{words.tiers.noChart}</p>
  const jumps = facts.jumps.filter(({ row }) => lastRow === undefined || row <= lastRow)
  const options = [{ value: '', label: words.tiers.all }, ...rows.slice(0, -1).map((row) => ({ value: String(row), label: words.tiers.row(row + 1) }))]
  return (
    <div className={styles.rows}>
      <PieceChart
        title={words.tiers.chart}
        summary={`${words.tiers.chart}, ${words.tiers.chartNote(jumps.length)}`}
        note={<FigureWords text={words.tiers.chartNote(jumps.length)} figures={[{ text: String(jumps.length), figure: ruleFigure('number', jumps.length) }]} />}
        pieces={line}
        formatX={(value) => format.compact(value)}
        formatY={(value) => format.compact(value)}
        table={{ caption: words.tiers.chart, columns: words.tiers.columns, rows: tableRows(facts, lastRow, format), figures: tableFigures(facts, lastRow) }}
      />
      {rows.length < 2 ? null : <div className={styles.bar}><Select label={words.tiers.upTo} options={options} value={lastRow === undefined ? '' : upTo} onChange={setUpTo} /></div>}
    </div>
  )
}

/** The requirement at every boundary, on both sides of it. */
function tableRows({ pieces }: TierFacts, lastRow: number | undefined, format: Format): readonly (readonly string[])[] {
  const drawn = pieces.filter(({ row }) => lastRow === undefined || row <= lastRow)
  const starts = drawn.map(({ from, requiredFrom }, index) => {
    const below = drawn[index - 1]?.requiredTo ?? requiredFrom
    const jump = new Decimal(requiredFrom).minus(below)
    return [format.exact(from), format.money(below), format.money(requiredFrom), jump.isZero() ? '—' : format.money(jump.toFixed(), { signed: true })]
  })
  const last = drawn.at(-1)
  return last === undefined ? starts : [...starts, [format.exact(last.to), format.money(last.requiredTo), format.money(last.requiredTo), '—']]
}

/** Where the cells of that table are explained. */
function tableFigures({ pieces }: TierFacts, lastRow: number | undefined): readonly (readonly (string | undefined)[])[] {
  const drawn = pieces.filter(({ row }) => lastRow === undefined || row <= lastRow)
  const asked = ({ row, rate, amount }: TierFacts['pieces'][number], notional: string): string => figureTag('rules.requirement', { place: `tier ${row + 1}`, notional, rate, amount })
  const starts = drawn.map((piece, index) => {
    const before = drawn[index - 1]
    const below = before?.requiredTo ?? piece.requiredFrom
    const jump = below === piece.requiredFrom ? undefined : figureTag('rules.jump', { from: below, to: piece.requiredFrom })
    return [ruleFigure('amount', piece.from), before === undefined ? asked(piece, piece.from) : asked(before, piece.from), asked(piece, piece.from), jump]
  })
  const last = drawn.at(-1)
  return last === undefined ? starts : [...starts, [ruleFigure('amount', last.to), asked(last, last.to), asked(last, last.to)]]
}
