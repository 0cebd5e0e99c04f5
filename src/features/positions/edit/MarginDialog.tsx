import { useState } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { editWords } from '../words/editWords.ts'
import { EditAnswer } from './EditAnswer.tsx'
import { editCommand, NOTHING } from './editCommand.ts'
import type { CommandOf, EditDialogProps } from './EditDialogProps.ts'
import { EditFrame } from './EditFrame.tsx'
import { EditHead } from './EditHead.tsx'
import { MarginAmount } from './MarginAmount.tsx'
import { MarginDirections } from './MarginDirections.tsx'
import { marginFix } from './marginFix.ts'
import { amountReason } from './refusalReason.ts'
import { useFirstFocus } from './useFirstFocus.ts'
import { typedAmount } from './typedAmount.ts'

type MarginCommand = CommandOf<'add-margin'>

export type MarginDialogProps = Omit<EditDialogProps<MarginCommand>, 'row'> & {
  /** Absent for a bucket's margin. */
  readonly row: EditDialogProps['row'] | undefined
  readonly quote: string
}

/** Add or remove margin of an isolated position or a bucket, with the largest amount either way. */
export function MarginDialog({ command, row, quote, preview, say, onChange, onDeposit, onApply, onClose }: MarginDialogProps) {
  const format = useFormat()
  const words = editWords.margin
  const field = useFirstFocus<HTMLInputElement>()
  const [text, setText] = useState(command.amount === NOTHING ? '' : format.typed(command.amount))
  const isAdding = command.type === 'add-margin'
  const limit = limitOf(command, preview)
  const amount = typedAmount(text, format)
  const type = (next: string): void => {
    setText(next)
    onChange({ ...command, amount: typedAmount(next, format) ?? NOTHING })
  }
  const addOnly = useAddOnly(command, preview)
  const isShared = row !== undefined && row.mode !== 'isolated' && command.leg !== undefined
  const shown = amount === undefined ? words.some : `${format.money(amount)} ${quote}`
  return (
    <EditFrame
      title={words.titleOf(command.bucket)}
      head={row === undefined ? null : <EditHead row={row} />}
      submit={isAdding ? words.submitAdd(shown) : words.submitRemove(shown)}
      reason={isShared ? words.shared : (addOnly ?? amountReason(amount, preview, say))}
      onSubmit={onApply}
      onClose={onClose}
    >
      {isShared ? <InlineWarning fix={{ label: words.toOwnWall, onFix: () => onChange(editCommand('move', row)) }}>{words.shared}</InlineWarning> : null}
      <MarginDirections command={command} row={row} onChange={onChange} />
      {addOnly === undefined ? null : <InlineWarning>{addOnly}</InlineWarning>}
      <MarginAmount ref={field} text={text} quote={quote} limit={limit} figure={figureTag(isAdding ? 'edit.addable' : 'edit.removable')} nothing={isAdding ? words.nothingToAdd : words.nothingToRemove} onType={type} />
      <EditAnswer preview={preview} leg={command.leg} say={say} row={row} isEmpty={amount === undefined} fix={marginFix(addOnly === undefined ? preview : undefined, { format, onUse: type, onDeposit })} />
    </EditFrame>
  )
}

/** The largest amount that can be added or removed. */
function limitOf({ type }: MarginCommand, preview: MarginDialogProps['preview']): string {
  return (type === 'add-margin' ? preview?.limits.addable : preview?.limits.removable) ?? '0'
}

/** Why the rules let nothing out of an isolated position, where they do not. */
function useAddOnly({ type }: MarginCommand, preview: MarginDialogProps['preview']): string | undefined {
  const rules = useAppStore((state) => state.scenario.info?.rules.name ?? '')
  return type === 'remove-margin' && preview?.limits.isAddOnly === true ? editWords.margin.addOnly(rules) : undefined
}
