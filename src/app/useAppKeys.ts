import { useCallback } from 'react'
import { editCommand, type EditKind } from '../features/positions/edit/editCommand.ts'
import { selectPositionRows } from '../store/selectors/selectPositionRows.ts'
import { useAppStore } from '../store/useAppStore.ts'
import { useToast } from '../ui/primitives/Toasts.tsx'
import type { KeyCommand } from './keyCommand.ts'
import { useKeys } from './useKeys.ts'

interface Doors {
  readonly openTicket: (side: 'buy' | 'sell') => void
  readonly showHelp: () => void
  /** Of the figure with the focus, of that under the pointer, or a choice of all. */
  readonly explain: () => void
  readonly share: () => void
}

const EDITS: Partial<Record<KeyCommand, EditKind>> = { 'edit-margin': 'margin', 'close-position': 'close', 'switch-pool': 'move' }
const OTHER_ACCOUNT = 'Only the positions of Yours can be changed. Choose Yours over the table first.'
const ONE_LINE = 'There is one line so far. A change in the past grows a branch.'
/** What has a use on every screen; the rest is about the play. */
const ANYWHERE = new Set<KeyCommand>(['help', 'explain', 'share'])
const SPEEDS = { 'speed-1x': '1x', 'speed-2x': '2x', 'speed-5x': '5x', 'speed-20x': '20x', 'speed-max': 'max' } as const

/** Carries out the keys of the app. */
export function useAppKeys({ openTicket, showHelp, explain, share }: Doors): void {
  const actions = useAppStore((state) => state.actions)
  const screen = useAppStore((state) => state.screen)
  const rows = useAppStore(selectPositionRows)
  const selected = useAppStore((state) => state.selection.leg)
  const account = useAppStore((state) => state.selection.account)
  const seen = useAppStore((state) => state.playback.seen)
  const kept = useAppStore((state) => state.branches.bookmarks.find(({ tick }) => tick === state.playback.tick)?.id)
  const toast = useToast()

  const edit = useCallback(
    (kind: EditKind) => {
      const open = rows.flatMap((row) => (row.type === 'open' ? [row] : []))
      const row = open.find((each) => each.leg === selected) ?? open[0]
      if (account !== 'as-set') toast({ message: OTHER_ACCOUNT })
      else if (row === undefined) toast({ message: 'There is no open position.' })
      else actions.previewEdit(editCommand(kind, row))
    },
    [rows, selected, account, actions, toast],
  )

  const run = useCallback(
    (command: KeyCommand) => {
      const kind = EDITS[command]
      if (kind !== undefined) return edit(kind)
      if (command in SPEEDS) return actions.setSpeed(SPEEDS[command as keyof typeof SPEEDS])
      const deeds: Partial<Record<KeyCommand, () => unknown>> = {
        'toggle-play': actions.togglePlay,
        'step-back': () => actions.step(-1),
        'step-forward': () => actions.step(1),
        'previous-event': actions.previousEvent,
        'next-event': actions.nextEvent,
        'to-start': actions.restart,
        'to-end': () => actions.seek(seen),
        'ticket-long': () => openTicket('buy'),
        'ticket-short': () => openTicket('sell'),
        'compare-rules': () => actions.openRuleDiff(),
        draw: () => actions.draw(true),
        'close-all': () => (account === 'as-set' ? actions.askCloseAll(true) : toast({ message: OTHER_ACCOUNT })),
        bookmark: () => (kept === undefined ? actions.addBookmark() : actions.removeBookmark(kept)),
        'previous-bookmark': () => actions.seekBookmark('previous'),
        'next-bookmark': () => actions.seekBookmark('next'),
        branches: () => (focusBranches() ? undefined : toast({ message: ONE_LINE })),
        undo: actions.undo,
        redo: actions.redo,
        help: showHelp,
        explain,
        share,
      }
      deeds[command]?.()
    },
    [actions, account, edit, openTicket, seen, kept, showHelp, explain, share, toast],
  )
  useKeys(run, useCallback((command) => screen === 'simulate' || ANYWHERE.has(command), [screen]))
}

/** The tree of lines, opened where it is folded; on a phone its sheet. @returns whether there is one */
function focusBranches(): boolean {
  const panel = document.querySelector('[data-branches]')
  if (panel === null) return false
  const item = panel.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')
  if (item === null) panel.querySelector<HTMLElement>('button')?.click()
  else item.focus()
  return true
}
