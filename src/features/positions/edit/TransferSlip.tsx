import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { FigureTable } from '../../../ui/primitives/FigureTable.tsx'
import { Icon } from '../../../ui/primitives/Icon.tsx'
import { capital } from '../words/capital.ts'
import { editWords } from '../words/editWords.ts'
import type { Say } from '../words/Say.ts'
import type { EditPreview } from './Edit.ts'
import styles from './edit.module.css'
import type { CommandOf } from './EditDialogProps.ts'

export interface TransferSlipProps {
  readonly command: CommandOf<'move-position'>
  readonly row: OpenPositionRow
  readonly preview: EditPreview | undefined
  readonly say: Say
}

/** The cash that crosses walls, in order, and what can be lost at most from here on. */
export function TransferSlip({ command, row, preview, say }: TransferSlipProps) {
  const change = preview?.change
  if (change === undefined) return null
  const to = command.to === 'isolated' ? `isolated:${command.leg}` : command.to
  const from = row.mode === 'isolated' ? `isolated:${command.leg}` : row.mode === 'cross' ? 'cross' : `bucket:${row.bucket ?? ''}`
  const equity = change.pools.find((pool) => pool.pool === to)?.equity.after
  const before = change.pools.find((pool) => pool.pool === from)?.equity.before
  return (
    <div className={styles.slip}>
      <FigureTable
        caption={editWords.move.slip}
        isCaptionVisible
        rows={change.transfers.length === 0 ? [{ id: 'none', label: editWords.move.noCash, cells: [say.format.money('0')] }] : change.transfers.map((transfer, index) => ({
          id: String(index),
          label: <span className={styles.label}>{capital(say.pool(transfer.from))}<Icon name="arrow-right" size={12} />{say.pool(transfer.to)}</span>,
          cells: [say.format.money(transfer.amount)],
          figures: [figureTag('edit.transfer', { part: index })],
        }))}
      />
      {equity === undefined ? null : (
        <p className={styles.lose}>
          <FigureWords text={loseWords(command.to, row.base, say.format.money(equity))} figures={[{ text: say.format.money(equity), figure: figureTag('pool.equity', { twin: 'as-set', pool: to, after: 'edit' }) }]} />
          {before === undefined ? null : <span className={styles.before}> <FigureWords text={editWords.move.before(say.format.money(before))} figures={[{ text: say.format.money(before), figure: figureTag('pool.equity', { twin: 'as-set', pool: from }) }]} /></span>}
        </p>
      )}
    </div>
  )
}

function loseWords(to: CommandOf<'move-position'>['to'], base: string, amount: string): string {
  if (to === 'isolated') return editWords.move.loseIsolated(base, amount)
  return to === 'cross' ? editWords.move.loseShared(base, amount) : editWords.move.loseBucket(base, amount)
}
