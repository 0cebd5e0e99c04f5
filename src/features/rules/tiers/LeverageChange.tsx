import { useEffect, useRef, useState } from 'react'
import { Decimal } from '../../../engine/index.ts'
import { cappedLeverage } from '../../../store/rules/tierFacts.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Change } from '../../../ui/primitives/Change.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import styles from '../editor/editor.module.css'
import type { RulesEditor } from '../editor/useRulesEditor.ts'
import { typedField } from '../fields/fieldText.ts'
import { tableName } from '../form/changesOf.ts'
import { withCell } from '../form/editTables.ts'
import { ruleFigure } from '../form/ruleFigures.ts'
import { words } from '../words.ts'

export type LeverageChangeProps = { readonly editor: RulesEditor; readonly symbol: string; readonly onClose: () => void }

interface Capped {
  readonly symbol: string
  readonly name: string
  readonly row: number
  readonly column: 'maxLeverage' | 'initialRate'
  readonly from: string
  readonly to: string
}

const MOST_SHOWN = 12

/** One limit for all tiers above it: told old and new before it is done. */
export function LeverageChange({ editor, symbol, onClose }: LeverageChangeProps) {
  const format = useFormat()
  const [text, setText] = useState('20')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const [scope, setScope] = useState<'this' | 'all'>('all')
  const typed = format.parse(text)
  const limit = typed.ok && typed.suffix !== '%' && new Decimal(typed.value).gte(1) ? typed.value : undefined
  const capped = limit === undefined ? [] : cappedCells(editor, scope === 'this' ? symbol : undefined, limit)
  const shown = (value: string, column: Capped['column']): string => (column === 'maxLeverage' ? format.leverage(value) : format.percent(value))
  const said = (value: string, column: Capped['column'], place: string) => <span data-figure={ruleFigure(column === 'maxLeverage' ? 'leverage' : 'rate', value, { place })}>{shown(value, column)}</span>
  const apply = (): void => {
    editor.edit('', (now) => ({
      ...now,
      tiers: now.tiers.map((table) => {
        const own = capped.filter((cell) => cell.symbol === table.symbol)
        const rows = own.reduce((all, { row, column, to }) => withCell(all, row, column, typedField(to, column === 'maxLeverage' ? 'number' : 'percent', format)), table.rows)
        return { ...table, rows }
      }),
    }))
    onClose()
  }
  const tiers = new Set(capped.map((cell) => `${cell.symbol} ${cell.row}`)).size
  return (
    <section className={styles.panel} aria-label={words.tiers.leverageOf}>
      <div className={styles.questions}>
        <NumberField ref={field} label={words.tiers.leverageTo} value={text} unit="x" error={limit === undefined ? words.tiers.leverageError : undefined} onChange={setText} />
        <div>
          <p className={styles.note}>{words.tiers.leverageScope}</p>
          <SegmentedControl label={words.tiers.leverageScope} options={[{ value: 'all', label: words.tiers.leverageAll }, { value: 'this', label: words.tiers.leverageThis }]} value={scope} onChange={setScope} />
        </div>
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" reason={limit === undefined ? words.tiers.leverageError : capped.length === 0 ? words.tiers.leverageNone : undefined} onClick={apply}>{words.tiers.leverageApply(tiers)}</Button>
        <Button onClick={onClose}>{words.paste.back}</Button>
      </div>
      {limit === undefined ? null : capped.length === 0 ? <p role="status">{words.tiers.leverageNone}</p> : (
        <dl className={styles.changes} aria-label={words.tiers.leverageOf}>
          {capped.slice(0, MOST_SHOWN).map(({ name, row, column, from, to }) => (
            <div key={`${name} ${row} ${column}`} className={styles.change}>
              <dt data-name="">{words.tiers.leverageRow(name, row + 1)}</dt>
              <dd><Change from={said(from, column, `${name}, row ${row + 1}`)} to={said(to, column, `${name}, row ${row + 1}`)} /></dd>
            </div>
          ))}
          {capped.length <= MOST_SHOWN ? null : <div className={styles.change}><dt>…</dt><dd data-name="">{capped.length - MOST_SHOWN} more</dd></div>}
        </dl>
      )}
    </section>
  )
}

/** The cells that a limit changes, as documents say them; tables that cannot be read are left alone. */
function cappedCells({ form, document, tables }: RulesEditor, only: string | undefined, limit: string): readonly Capped[] {
  return form.tiers.flatMap(({ symbol, aliases }) => {
    const rows = document.tiers?.[symbol]
    if (rows === undefined || !tables.has(symbol) || (only !== undefined && only !== symbol)) return []
    return cappedLeverage(rows, limit).flatMap((after, row) =>
      (['maxLeverage', 'initialRate'] as const).flatMap((column) => {
        const [from, to] = [rows[row]?.[column], after[column]]
        return from === undefined || to === undefined || from === to ? [] : [{ symbol, name: tableName({ symbol, aliases }), row, column, from, to }]
      }),
    )
  })
}
