import { figureTag } from '../../../store/figures/figureTag.ts'
import type { Outlook } from '../../../store/DrawActions.ts'
import { accountNames } from '../../../ui/charts/accountNames.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { FigureTable, type FigureTableRow } from '../../../ui/primitives/FigureTable.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { drawPanelWords as words } from './drawPanelWords.ts'
import styles from './DrawPanel.module.css'
import { fateOf } from './outlookStory.ts'

const COLUMNS = ['as-set', 'all-isolated', 'all-cross'] as const

function Fate({ fate, tickSize }: { readonly fate: ReturnType<typeof fateOf> | undefined; readonly tickSize: string | undefined }) {
  const format = useFormat()
  if (fate === undefined) return words.notYet
  if (fate.type !== 'liquidated') return <span className={styles.calm}>{fate.type === 'open' ? words.survives : words.closed}</span>
  const { price, tick, isPart, instrument } = fate.at
  return (
    <span className={styles.lost}>
      <span aria-hidden="true">✕ </span>
      <span data-name="">{words.at(tick)}</span>, <span data-figure={figureTag('prices.price', { instrument, value: price })}>{format.price(price, { tickSize })}</span>
      {isPart ? `, ${words.part}` : null}
    </span>
  )
}

/** What becomes of each position on the drawn path, in the three accounts, and what they are worth at its end. */
export function OutlookTable({ outlook, tickSizes }: { readonly outlook: Outlook; readonly tickSizes: ReadonlyMap<string, string> }) {
  const format = useFormat()
  const rows = outlook.legs.map(({ leg, instrument, isLong }): FigureTableRow => {
    const fates = COLUMNS.map((twin) => fateOf(outlook, twin, leg))
    return {
      id: leg,
      label: <span data-name="">{instrument} {isLong ? words.long : words.short}</span>,
      cells: fates.map((fate, index) => <Fate key={COLUMNS[index]} fate={outlook.until === outlook.tick ? undefined : fate} tickSize={tickSizes.get(instrument)} />),
    }
  })
  const equity: FigureTableRow = {
    id: 'equity',
    label: <span data-name="">{words.equity(outlook.until)}</span>,
    cells: COLUMNS.map((twin) => format.money(outlook.twins[twin].equity)),
    figures: COLUMNS.map((twin) => figureTag('prices.equity', { value: outlook.twins[twin].equity })),
    weight: 'sum',
  }
  return (
    <FigureTable
      caption={words.table}
      columns={[
        { id: 'yours', header: accountNames.yours },
        { id: 'iso', header: <><ModeBadge mode="isolated" isDecorative /> {accountNames.iso}</> },
        { id: 'cross', header: <><ModeBadge mode="cross" isDecorative /> {accountNames.cross}</> },
      ]}
      rows={[...rows, equity]}
    />
  )
}
