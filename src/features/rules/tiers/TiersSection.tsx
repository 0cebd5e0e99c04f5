import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { EditableGrid } from '../../../ui/table/EditableGrid.tsx'
import styles from '../editor/editor.module.css'
import { FieldsSection } from '../editor/FieldsSection.tsx'
import { addRow } from '../editor/addRow.ts'
import { gridColumns, gridIssues, gridRows, sentence } from '../editor/gridParts.ts'
import type { RulesEditor } from '../editor/useRulesEditor.ts'
import { typedField } from '../fields/fieldText.ts'
import { tableName } from '../form/changesOf.ts'
import { withTierCell, withoutRow, withTable, withTwin } from '../form/editTables.ts'
import { cellsOf } from '../form/formOf.ts'
import { tableFor, type Cells } from '../form/RulesForm.ts'
import { TIER_FORM_COLUMNS } from '../form/tableColumns.ts'
import { PastePanel, type TierRows } from '../paste/PastePanel.tsx'
import { words } from '../words.ts'
import { AddTable } from './AddTable.tsx'
import { jumpFigures } from './jumpFigures.ts'
import { JumpList } from './JumpList.tsx'
import { LeverageChange } from './LeverageChange.tsx'
import { RequirementChart } from './RequirementChart.tsx'
import { TierTools } from './TierTools.tsx'

export type TierPanel = { readonly type: 'paste'; readonly text: string; readonly file: string | undefined } | { readonly type: 'leverage' } | undefined

export type TiersSectionProps = {
  readonly editor: RulesEditor
  readonly symbol: string
  readonly onSymbol: (symbol: string) => void
}

/** The tier table of an instrument: the grid, what fills and mends it, and the requirement it makes. */
export function TiersSection({ editor, symbol, onSymbol }: TiersSectionProps) {
  const format = useFormat()
  const [panel, setPanel] = useState<TierPanel>(undefined)
  const { form, base, errors, warnings, tables, edit } = editor
  const table = tableFor(form, symbol) ?? form.tiers[0]
  if (table === undefined) return null
  const place = `tiers.${table.symbol}`
  const name = tableName(table)
  const facts = tables.get(table.symbol)
  const change = (key: string, to: (rows: readonly Cells[]) => readonly Cells[]): void => edit(key, (now) => withTable(now, table.symbol, to))
  /** The focus goes back to the button that opened it. */
  const closePanel = (): void => {
    flushSync(() => setPanel(undefined))
    if (panel !== undefined) document.querySelector<HTMLElement>(`[data-panel="${panel.type}"]`)?.focus()
  }
  const put = (rows: TierRows): void => {
    change('', () => rows.map((row) => cellsOf({ ...row }, TIER_FORM_COLUMNS, format)))
    closePanel()
  }
  const join = (amounts: readonly string[]): void =>
    change('', (rows) => rows.map((cells, row) => ({ ...cells, maintenanceAmount: typedField(amounts[row] ?? '0', 'amount', format) })))
  const whole = [...errors, ...warnings].filter((issue) => issue.place === place && issue.row === undefined)
  return (
    <>
      <div className={styles.bar}>
        <Select label={words.tiers.table} options={form.tiers.map((one) => ({ value: one.symbol, label: tableName(one) }))} value={table.symbol} onChange={onSymbol} />
        <AddTable editor={editor} rows={table.rows} onAdded={onSymbol} />
        <Button
          variant="ghost"
          reason={table.symbol === 'default' ? words.tiers.fromBase : undefined}
          onClick={() => {
            edit('', (now) => ({ ...now, tiers: now.tiers.filter((one) => one.symbol !== table.symbol) }))
            onSymbol('default')
          }}
        >
          {words.tiers.removeTable}
        </Button>
      </div>
      <TierTools editor={editor} facts={facts} onJoin={join} onPanel={setPanel} />
      {panel?.type === 'paste' ? <PastePanel key={`${panel.file ?? ''} ${panel.text}`} start={panel.text} file={panel.file} count={table.rows.length} name={name} onPut={put} onClose={closePanel} /> : null}
      {panel?.type === 'leverage' ? <LeverageChange editor={editor} symbol={table.symbol} onClose={closePanel} /> : null}
      <EditableGrid
        label={words.tiers.grid(name)}
        columns={gridColumns(TIER_FORM_COLUMNS)}
        rows={gridRows(table.rows, tableFor(base, table.symbol)?.rows, TIER_FORM_COLUMNS, format)}
        issues={gridIssues(place, editor, format, (row) => jumpFigures(facts, row, format))}
        keepsOne={words.editor.keepsOne}
        onCell={(row, column, text) => change(`${place}.${row}.${column}`, (rows) => withTierCell(rows, row, column, text))}
        onDuplicate={(row) => change('', (rows) => withTwin(rows, row))}
        onRemove={(row) => change('', (rows) => withoutRow(rows, row))}
        onPasteTable={(text) => setPanel({ type: 'paste', text, file: undefined })}
      />
      <div className={styles.buttons}>
        <Button size="small" icon="plus" onClick={(event) => addRow(event, table.rows.length, () => change('', (rows) => [...rows, { maintenanceRate: rows.at(-1)?.['maintenanceRate'] ?? '' }]))}>{words.tiers.addRow}</Button>
      </div>
      {whole.map(({ message }) => <InlineWarning key={message}>{sentence(message)}</InlineWarning>)}
      {facts === undefined ? null : <JumpList jumps={facts.jumps} />}
      <RequirementChart facts={facts} />
      <FieldsSection editor={editor} group="tiers" />
      <p className={styles.note}>{TIER_FORM_COLUMNS.map(({ label, means }) => `${label}: ${means}`).join(' ')}</p>
    </>
  )
}
