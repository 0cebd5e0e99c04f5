import { useState } from 'react'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Popover } from '../../../ui/primitives/Popover.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import styles from '../editor/editor.module.css'
import type { RulesEditor } from '../editor/useRulesEditor.ts'
import { tableFor, type Cells } from '../form/RulesForm.ts'
import { words } from '../words.ts'

export type AddTableProps = {
  readonly editor: RulesEditor
  /** What the new table begins as. */
  readonly rows: readonly Cells[]
  readonly onAdded: (symbol: string) => void
}

/** A table for one more instrument, copied from the one that is shown. */
export function AddTable({ editor, rows, onAdded }: AddTableProps) {
  return (
    <Popover label={words.tiers.addTable} trigger={words.tiers.addTable} variant="ghost" hasChevron={false}>
      {(close) => <AddForm editor={editor} rows={rows} onAdded={(symbol) => { close(); onAdded(symbol) }} />}
    </Popover>
  )
}

function AddForm({ editor, rows, onAdded }: AddTableProps) {
  const [symbol, setSymbol] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const name = symbol.trim()
  const isTaken = tableFor(editor.form, name) !== undefined
  const error = name === '' ? words.tiers.symbolMissing : isTaken ? words.tiers.symbolTaken : undefined
  return (
    <form
      className={styles.rows}
      onSubmit={(event) => {
        event.preventDefault()
        setWasTried(true)
        if (error !== undefined) return
        editor.edit('', (now) => ({ ...now, tiers: [...now.tiers, { symbol: name, aliases: [], rows }] }))
        onAdded(name)
      }}
    >
      <TextField label={words.tiers.symbol} value={symbol} error={wasTried ? error : undefined} onChange={setSymbol} />
      <Button type="submit" variant="primary">{words.tiers.addIt}</Button>
    </form>
  )
}
