import { useState } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { editWords } from '../words/editWords.ts'
import { EditAnswer } from './EditAnswer.tsx'
import { editCommand, NOTHING } from './editCommand.ts'
import type { CommandOf, EditDialogProps } from './EditDialogProps.ts'
import { EditFrame } from './EditFrame.tsx'
import { EditHead } from './EditHead.tsx'
import { MarginAmount } from './MarginAmount.tsx'
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
  const limit = (isAdding ? preview?.limits.addable : preview?.limits.removable) ?? '0'
  const amount = typedAmount(text, format)
  const type = (next: string): void => {
    setText(next)
    onChange({ ...command, amount: typedAmount(next, format) ?? NOTHING })
  }
  const isShared = row !== undefined && row.mode !== 'isolated' && command.leg !== undefined
  const shown = amount === undefined ? words.some : `${format.money(amount)} ${quote}`
  return (
    <EditFrame
      title={words.titleOf(command.bucket)}
      head={row === undefined ? null : <EditHead row={row} />}
      submit={isAdding ? words.submitAdd(shown) : words.submitRemove(shown)}
      reason={isShared ? words.shared : amountReason(amount, preview, say)}
      onSubmit={onApply}
      onClose={onClose}
    >
      {isShared ? <InlineWarning fix={{ label: words.toOwnWall, onFix: () => onChange(editCommand('move', row)) }}>{words.shared}</InlineWarning> : null}
      <SegmentedControl
        label={words.direction}
        isWide
        options={[{ value: 'add-margin', label: words.add }, { value: 'remove-margin', label: words.remove }]}
        value={command.type}
        onChange={(direction) => onChange({ ...command, type: direction })}
      />
      <MarginAmount ref={field} text={text} quote={quote} limit={limit} nothing={isAdding ? words.nothingToAdd : words.nothingToRemove} onType={type} />
      <EditAnswer preview={preview} leg={command.leg} say={say} row={row} isEmpty={amount === undefined} fix={marginFix(preview, { format, onUse: type, onDeposit })} />
    </EditFrame>
  )
}
