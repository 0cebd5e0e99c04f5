import { figureTag } from '../../../store/figures/figureTag.ts'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { FigureTable } from '../../../ui/primitives/FigureTable.tsx'
import { toneOf } from '../rowText.ts'
import { changeWords } from '../words/changeWords.ts'
import type { Say } from '../words/Say.ts'
import type { AccountChange } from './Edit.ts'
import styles from './edit.module.css'

/** What a trade at the mark books at once: its result and its fee. */
export function CostRows({ change, say }: { readonly change: AccountChange | undefined; readonly say: Say }) {
  const { money } = say.format
  return (
    <div className={styles.section}>
      <FigureTable
        caption={changeWords.atOnce}
        rows={[
          { id: 'realized', label: changeWords.realized, cells: [change === undefined ? '—' : <Figure key="realized" tone={toneOf(change.realizedPnl)}>{money(change.realizedPnl, { signed: true })}</Figure>], figures: [change === undefined ? undefined : figureTag('edit.realizedPnl')] },
          { id: 'fee', label: changeWords.fee, cells: [change === undefined ? '—' : money(change.fees)], figures: [change === undefined ? undefined : figureTag('edit.fees')] },
        ]}
      />
    </div>
  )
}
