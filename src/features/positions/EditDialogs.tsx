import { useEffect, useRef } from 'react'
import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { EditDialog } from './edit/EditDialog.tsx'

const selectEdit = (state: AppState) => state.edit

/** The dialog on a position that the store has open, if any. Stands once on the page. */
export function EditDialogs() {
  const edit = useAppStore(selectEdit)
  useFocusBack(edit === undefined)
  return edit === undefined ? null : <EditDialog key={keyOf(edit.command)} edit={edit} />
}

/** Another subject is another dialog, with fields of its own. Adding and removing margin are one. */
function keyOf(command: NonNullable<AppState['edit']>['command']): string {
  const type = command.type === 'remove-margin' || command.type === 'set-auto-margin' ? 'add-margin' : command.type
  const subject = 'leg' in command && command.leg !== undefined ? command.leg : 'bucket' in command ? command.bucket : ''
  return `${type} ${subject}`
}

/** The row whose button opened a dialog may be gone with its position: then the focus goes to the tables, not to nowhere. */
function useFocusBack(isClosed: boolean): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    const hasClosed = isClosed && wasOpen.current
    wasOpen.current = !isClosed
    if (hasClosed && document.activeElement === document.body) document.querySelector<HTMLElement>('[data-tables] [role="tab"][aria-selected="true"]')?.focus({ preventScroll: true })
  }, [isClosed])
}
