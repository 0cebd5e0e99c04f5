import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { EditDialog } from './edit/EditDialog.tsx'

const selectEdit = (state: AppState) => state.edit

/** The dialog on a position that the store has open, if any. Stands once on the page. */
export function EditDialogs() {
  const edit = useAppStore(selectEdit)
  return edit === undefined ? null : <EditDialog key={keyOf(edit.command)} edit={edit} />
}

/** Another subject is another dialog, with fields of its own. Adding and removing margin are one. */
function keyOf(command: NonNullable<AppState['edit']>['command']): string {
  const type = command.type === 'remove-margin' ? 'add-margin' : command.type
  const subject = 'leg' in command && command.leg !== undefined ? command.leg : 'bucket' in command ? command.bucket : ''
  return `${type} ${subject}`
}
