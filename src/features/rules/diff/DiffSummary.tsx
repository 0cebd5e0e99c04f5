import type { ReactNode } from 'react'
import { Decimal } from '../../../engine/index.ts'
import { duration, utcDateTime } from '../../../ui/format/timeFormats.ts'
import { FigureTable, type FigureTableRow } from '../../../ui/primitives/FigureTable.tsx'
import styles from './diff.module.css'
import type { Death, DiffSay, RuleDiffReport } from './DiffSay.ts'
import { changeFigure, deathFigure, sideFigure } from './diffFigures.ts'
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
          { id: 'a', header: named(`A ${a.rules.name}`) },
          { id: 'b', header: named(`B ${b.rules.name}`) },
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
  type Counted = 'liquidations' | 'refusals' | 'badDebt' | 'equity'
  const keys = (field: Counted, before: string | number, after: string | number): readonly string[] => [sideFigure(field, before, { side: 'A' }), sideFigure(field, after, { side: 'B' }), changeFigure(`${field}Change`, before, after)]
  const hasShortfall = [a, b].some(({ badDebt }) => !new Decimal(badDebt).isZero())
  return [
    ...deathRows(a.deaths[0], b.deaths[0], say),
    { id: 'count', label: rows.count, cells: count(a.deaths.length, b.deaths.length), figures: keys('liquidations', a.deaths.length, b.deaths.length) },
    ...(a.refusals === 0 && b.refusals === 0 ? [] : [{ id: 'refused', label: rows.refused, cells: count(a.refusals, b.refusals), figures: keys('refusals', a.refusals, b.refusals) }]),
    ...(hasShortfall ? [{ id: 'shortfall', label: rows.shortfall, cells: money(a.badDebt, b.badDebt), figures: keys('badDebt', a.badDebt, b.badDebt) }] : []),
    { id: 'equity', label: rows.equity, cells: money(a.equity, b.equity), figures: keys('equity', a.equity, b.equity), weight: 'sum' },
  ]
}

function deathRows(from: Death | undefined, to: Death | undefined, say: DiffSay): readonly FigureTableRow[] {
  const { rows, none, nobody } = diffWords
  const cells = (said: (death: Death) => string, missing: string): readonly string[] => [from, to].map((death) => (death === undefined ? missing : said(death)))
  const isOneLeg = from !== undefined && to !== undefined && from.leg === to.leg
  const both = from === undefined || to === undefined ? undefined : { from, to }
  return [
    { id: 'first', label: rows.first, cells: [...cells(({ leg }) => say.leg(leg), nobody), none].map(named) },
    { id: 'when', label: rows.when, cells: [...cells(({ at }) => utcDateTime(at), none), both === undefined ? none : spanWords(both.to.at - both.from.at)] },
    {
      id: 'price', label: rows.price,
      cells: [...cells(say.price, none), isOneLeg ? say.priceChange(from, to) : none],
      figures: [deathFigure(from, { side: 'A' }), deathFigure(to, { side: 'B' }), isOneLeg ? changeFigure('priceChange', from.price, to.price, from.leg) : undefined],
    },
  ]
}

/** A name with a digit in it is no figure. */
function named(name: string): ReactNode {
  return <span data-name="">{name}</span>
}

/** +1 h 19 min; in words where there is none. */
export function spanWords(millis: number): string {
  const span = Math.round(millis)
  return span === 0 ? 'same moment' : span > 0 ? `+${duration(span)}` : duration(span)
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : `−${-count}`
}
