import { Decimal } from '../../../engine/index.ts'
import { duration, utcDateTime } from '../../../ui/format/timeFormats.ts'
import { FigureTable, type FigureTableRow } from '../../../ui/primitives/FigureTable.tsx'
import styles from './diff.module.css'
import type { Death, DiffSay, RuleDiffReport } from './DiffSay.ts'
import { diffWords } from './diffWords.ts'

export type DiffPartProps = { readonly report: RuleDiffReport; readonly say: DiffSay }

/** Both in two columns. */
export function DiffSummary({ report, say }: DiffPartProps) {
  const { a, b } = report
  return (
    <div className={styles.scroll}>
      <FigureTable
        caption={diffWords.summary}
        isCaptionVisible
        columns={[
          { id: 'a', header: `A ${a.rules.name}` },
          { id: 'b', header: `B ${b.rules.name}` },
          { id: 'difference', header: diffWords.difference },
        ]}
        rows={summaryRows(report, say)}
      />
    </div>
  )
}

function summaryRows({ a, b }: RuleDiffReport, say: DiffSay): readonly FigureTableRow[] {
  const { rows } = diffWords
  const count = (before: number, after: number): readonly string[] => [String(before), String(after), before === after ? '0' : signed(after - before)]
  const money = (before: string, after: string): readonly string[] => [say.money(before), say.money(after), say.money(new Decimal(after).minus(before).toFixed(), { signed: true })]
  const hasShortfall = [a, b].some(({ badDebt }) => !new Decimal(badDebt).isZero())
  return [
    ...deathRows(a.deaths[0], b.deaths[0], say),
    { id: 'count', label: rows.count, cells: count(a.deaths.length, b.deaths.length) },
    ...(a.refusals === 0 && b.refusals === 0 ? [] : [{ id: 'refused', label: rows.refused, cells: count(a.refusals, b.refusals) }]),
    ...(hasShortfall ? [{ id: 'shortfall', label: rows.shortfall, cells: money(a.badDebt, b.badDebt) }] : []),
    { id: 'equity', label: rows.equity, cells: money(a.equity, b.equity), weight: 'sum' },
  ]
}

function deathRows(from: Death | undefined, to: Death | undefined, say: DiffSay): readonly FigureTableRow[] {
  const { rows, none, nobody } = diffWords
  const cells = (said: (death: Death) => string, missing: string): readonly string[] => [from, to].map((death) => (death === undefined ? missing : said(death)))
  const both = from === undefined || to === undefined ? undefined : { from, to }
  return [
    { id: 'first', label: rows.first, cells: [...cells(({ leg }) => say.leg(leg), nobody), none] },
    { id: 'when', label: rows.when, cells: [...cells(({ at }) => utcDateTime(at), none), both === undefined ? none : spanWords(both.to.at - both.from.at)] },
    { id: 'price', label: rows.price, cells: [...cells(say.price, none), both?.from.leg === both?.to.leg && both !== undefined ? say.priceChange(both.from, both.to) : none] },
  ]
}

/** +1 h 19 min. */
export function spanWords(millis: number): string {
  const span = Math.round(millis)
  return span === 0 ? '0' : span > 0 ? `+${duration(span)}` : duration(span)
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : `−${-count}`
}
