import { useCallback, useState } from 'react'
import type { AppState } from '../../../store/AppState.ts'
import { selectPositionRows } from '../../../store/selectors/selectPositionRows.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { selectTicketBuckets } from '../../../store/selectors/selectTicketBuckets.ts'
import type { EditState } from '../../../store/slices/TicketState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useSay } from '../useSay.ts'
import { AutoMarginDialog } from './AutoMarginDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { GonePosition } from './GonePosition.tsx'
import { LeverageDialog } from './LeverageDialog.tsx'
import { MarginDialog } from './MarginDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { ProtectionDialog } from './ProtectionDialog.tsx'
import { ReverseDialog } from './ReverseDialog.tsx'

const selectActions = (state: AppState) => state.actions
const selectQuote = (state: AppState) => state.scenario.info?.currency.code ?? ''

/** The dialog of the command the store previews. */
export function EditDialog({ edit }: { readonly edit: EditState }) {
  const { previewEdit, closeEdit, applyEdit, give } = useAppStore(selectActions)
  const rows = useAppStore(selectPositionRows)
  const buckets = useAppStore(selectTicketBuckets)
  const quote = useAppStore(selectQuote)
  const say = useSay()
  const { command } = edit
  const preview = useKept(edit.preview)
  const [isApplying, setIsApplying] = useState(false)
  const onDeposit = useCallback((amount: string): void => {
    const deposit = async (): Promise<void> => {
      if (await give({ type: 'deposit', amount })) previewEdit(command)
    }
    void deposit()
  }, [give, previewEdit, command])
  const onApply = useCallback((): void => {
    const apply = async (): Promise<void> => {
      setIsApplying(true)
      await applyEdit()
      setIsApplying(false)
    }
    void apply()
  }, [applyEdit])
  const shared = { preview, say, onChange: previewEdit, onDeposit, onApply, onClose: closeEdit }
  const leg = 'leg' in command ? command.leg : undefined
  const row = rows.find((one): one is OpenPositionRow => one.type === 'open' && one.twin === 'as-set' && one.leg === leg)

  if (command.type === 'add-margin' || command.type === 'remove-margin') {
    return <MarginDialog {...shared} command={command} row={row} quote={quote} />
  }
  if (row === undefined) return isApplying ? null : <GonePosition leg={leg} say={say} onClose={closeEdit} />
  switch (command.type) {
    case 'set-auto-margin':
      return <AutoMarginDialog {...shared} command={command} row={row} quote={quote} />
    case 'set-leverage':
      return <LeverageDialog {...shared} command={command} row={row} />
    case 'move-position':
      return <MoveDialog {...shared} command={command} row={row} buckets={buckets.map(({ name }) => name)} />
    case 'set-protection':
      return <ProtectionDialog {...shared} command={command} row={row} />
    case 'close-position':
      return <CloseDialog {...shared} command={command} row={row} />
    case 'reverse-position':
      return <ReverseDialog {...shared} command={command} row={row} />
    default:
      return null
  }
}

/** The last answer, while the next is on its way: figures change, they do not vanish. */
function useKept(preview: EditState['preview']): EditState['preview'] {
  const [kept, keep] = useState(preview)
  if (preview !== undefined && preview !== kept) keep(preview)
  return preview ?? kept
}
