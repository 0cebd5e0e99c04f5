import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { EditableGrid } from '../../../ui/table/EditableGrid.tsx'
import { TABLES } from '../form/changesOf.ts'
import { withCell, withoutRow, withTwin } from '../form/editTables.ts'
import type { RowsTable } from '../form/RulesForm.ts'
import { words } from '../words.ts'
import { addRow } from './addRow.ts'
import styles from './editor.module.css'
import { gridColumns, gridIssues, gridRows } from './gridParts.ts'
import type { RulesEditor } from './useRulesEditor.ts'

const MEANS: Readonly<Record<RowsTable, string>> = {
  sizeScaling: 'Rates that grow with the size of the position itself, instead of or on top of tiers.',
  openInterest: 'Initial rates that grow with everybody’s open interest. Maintenance rates stay.',
  maximumPrice: 'Prices that an instrument cannot reach: a liquidation price there or beyond is stated as none.',
  collateral: 'How much of each asset does not count as margin. An asset that is not here counts nothing.',
}

/** A table of the rules that is not tiers: rates by size, by open interest, haircuts. */
export function RowsSection({ editor, table }: { readonly editor: RulesEditor; readonly table: RowsTable }) {
  const format = useFormat()
  const known = TABLES.find(({ id }) => id === table)
  if (known === undefined) return null
  const { title, columns } = known
  const { form, base, errors, edit } = editor
  const rows = form[table]
  const general = errors.filter(({ place, row }) => place === table && row === undefined)
  return (
    <section data-rows className={styles.rows} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.note}>{MEANS[table]}</p>
      {rows.length === 0 ? <p className={styles.note}>{words.editor.none}</p> : (
        <EditableGrid
          label={title}
          columns={gridColumns(columns)}
          rows={gridRows(rows, base[table], columns, format)}
          issues={gridIssues(table, editor, format)}
          onCell={(row, column, text) => edit(`${table}.${row}.${column}`, (now) => ({ ...now, [table]: withCell(now[table], row, column, text) }))}
          onDuplicate={(row) => edit('', (now) => ({ ...now, [table]: withTwin(now[table], row) }))}
          onRemove={(row) => edit('', (now) => ({ ...now, [table]: withoutRow(now[table], row) }))}
        />
      )}
      {general.length === 0 ? null : <InlineWarning tone="error">{general.map(({ message }) => message).join(' ')}</InlineWarning>}
      <div className={styles.buttons}>
        <Button size="small" icon="plus" onClick={(event) => addRow(event, rows.length, () => edit('', (now) => ({ ...now, [table]: [...now[table], emptyRow(table)] })))}>{words.editor.add}</Button>
      </div>
    </section>
  )
}

function emptyRow(table: RowsTable): Readonly<Record<string, string>> {
  return table === 'collateral' ? { asset: '', by: 'value', floor: '0', haircut: '0' } : { symbol: '' }
}
