import { useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Dialog } from '../../../ui/primitives/Dialog.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { TabPanel, Tabs } from '../../../ui/primitives/Tabs.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { RULES_FIELDS } from '../fields/rulesFields.ts'
import { GROUPS, type FieldGroup } from '../fields/RulesField.ts'
import type { FormIssue } from '../form/documentOf.ts'
import { tableFor } from '../form/RulesForm.ts'
import { TiersSection } from '../tiers/TiersSection.tsx'
import { words } from '../words.ts'
import { ChangesList } from './ChangesList.tsx'
import styles from './editor.module.css'
import { EditorFooter } from './EditorFooter.tsx'
import { FieldsSection } from './FieldsSection.tsx'
import { RowsSection } from './RowsSection.tsx'
import { useRulesEditor, type Editing, type RulesEditor as Editor } from './useRulesEditor.ts'

/** The editor of a set of rules, while the store has one open. */
export function RulesEditor() {
  const editing = useAppStore((state) => state.rules.editing)
  return editing === undefined ? null : <OpenEditor key={editing.document.id} editing={editing} />
}

type Part = FieldGroup | 'changes'

function OpenEditor({ editing }: { readonly editing: Editing }) {
  const { closeRulesEditor } = useAppStore((state) => state.actions)
  const editor = useRulesEditor(editing)
  const body = useRef<HTMLDivElement>(null)
  const [part, setPart] = useState<Part>('tiers')
  const instrument = useAppStore((state) => state.selection.instrument)
  const [symbol, setSymbol] = useState(() => (tableFor(editor.form, instrument) ?? editor.form.tiers.find((table) => table.symbol !== 'default') ?? editor.form.tiers[0])?.symbol ?? 'default')
  const [isLeaving, setIsLeaving] = useState(false)
  const { form, errors, changes, isChanged, edit, undo, redo, canUndo, canRedo } = editor
  const { name = '', date } = editing.base
  const close = (): void => (isChanged && !isLeaving ? setIsLeaving(true) : closeRulesEditor())
  const show = (issue: FormIssue): void => {
    // It has to be on the screen before it can be gone to.
    flushSync(() => {
      setPart(partOf(issue))
      if (issue.place.startsWith('tiers.')) setSymbol(issue.place.slice('tiers.'.length))
    })
    body.current?.querySelector<HTMLElement>('[role="tabpanel"] [aria-invalid="true"]')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'y' || event.shiftKey) redo()
    else undo()
  }
  const footer = <EditorFooter editing={editing} editor={editor} isLeaving={isLeaving} onStay={() => setIsLeaving(false)} onShow={show} />
  return (
    <Dialog isOpen onClose={close} title={words.editor.title} size="large" actions={footer}>
      {/* Undo and redo of the editor, from wherever in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={body} className={styles.editor} onKeyDown={onKeyDown}>
        <div className={styles.head}>
          <TextField label={words.editor.name} value={form.name} error={errors.find(({ place }) => place === 'name')?.message} onChange={(text) => edit('name', (now) => ({ ...now, name: text }))} />
          <p className={styles.origin}>{changes.length === 0 ? words.editor.noChanges(name, date) : words.editor.changes(changes.length, name, date)}</p>
          <div className={styles.tools}>
            <IconButton icon="undo" label={words.editor.undo} keys="Control+Z" isFramed reason={canUndo ? undefined : words.editor.nothingToUndo} onClick={undo} />
            <IconButton icon="redo" label={words.editor.redo} keys="Control+Shift+Z" isFramed reason={canRedo ? undefined : words.editor.nothingToRedo} onClick={redo} />
          </div>
        </div>
        <div className={styles.tabs}>
          <Tabs<Part>
            label={words.editor.tabs}
            idBase="rules-editor"
            tabs={[...GROUPS.map((id) => ({ id, label: words.groups[id] })), { id: 'changes', label: words.editor.changesTab, count: changes.length }]}
            selected={part}
            onSelect={setPart}
          />
        </div>
        <TabPanel idBase="rules-editor" id={part} className={styles.section ?? ''}>
          <PartContent part={part} editor={editor} editing={editing} symbol={symbol} onSymbol={setSymbol} />
        </TabPanel>
      </div>
    </Dialog>
  )
}

type PartContentProps = { readonly part: Part; readonly editor: Editor; readonly editing: Editing; readonly symbol: string; readonly onSymbol: (symbol: string) => void }

function PartContent({ part, editor, editing, symbol, onSymbol }: PartContentProps) {
  switch (part) {
    case 'tiers':
      return <TiersSection editor={editor} symbol={symbol} onSymbol={onSymbol} />
    case 'changes':
      return <ChangesList editor={editor} base={editing.base} />
    case 'collateral':
      return <RowsSection editor={editor} table="collateral" />
    case 'margin':
      return (
        <>
          <FieldsSection editor={editor} group="margin" />
          <RowsSection editor={editor} table="sizeScaling" />
          <RowsSection editor={editor} table="openInterest" />
        </>
      )
    case 'liquidation':
      return (
        <>
          <FieldsSection editor={editor} group="liquidation" />
          <RowsSection editor={editor} table="maximumPrice" />
        </>
      )
    case 'exit':
    case 'insurance':
    case 'funding':
      return <FieldsSection editor={editor} group={part} />
  }
}

/** The part of the editor that shows an issue. */
function partOf({ place }: FormIssue): Part {
  if (place.startsWith('tiers.')) return 'tiers'
  if (place === 'collateral') return 'collateral'
  if (place === 'maximumPrice') return 'liquidation'
  return RULES_FIELDS.find(({ path }) => path === place)?.group ?? 'margin'
}
