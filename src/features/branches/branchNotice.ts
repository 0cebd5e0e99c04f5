import type { AppState } from '../../store/AppState.ts'
import type { NoticeBody } from '../../store/slices/Notice.ts'
import type { Toast } from '../../ui/primitives/Toasts.tsx'
import { branchName, type NameSay } from './branchName.ts'
import { words } from './words.ts'

/** What is told when a line grew or was taken away, and what can be done about it. */
export function branchNotice(notice: Extract<NoticeBody, { type: 'branch-grew' | 'branch-deleted' }>, { format, baseOf }: NameSay, actions: AppState['actions']): Toast {
  const undo = { label: words.undo, onAction: () => void actions.undo() }
  if (notice.type === 'branch-deleted') return { message: words.deleted(notice.children), action: undo }
  const { differences, parent } = notice
  const name = branchName({ name: undefined, parent, differences }, { format, baseOf: (leg) => baseOf(leg.split('@')[0] ?? leg) })
  return { message: words.grew(name), action: undo, also: { label: words.actions.compare, onAction: () => void actions.compareBranch(parent) } }
}
