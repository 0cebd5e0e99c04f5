import { useState } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { editWords } from '../words/editWords.ts'
import { EditAnswer } from './EditAnswer.tsx'
import type { CommandOf, EditDialogProps } from './EditDialogProps.ts'
import { EditFrame } from './EditFrame.tsx'
import { EditHead } from './EditHead.tsx'
import { bucketNameProblem } from './bucketNameProblem.ts'
import { depositFix } from './marginFix.ts'
import { PoolChoice } from './PoolChoice.tsx'
import { refusalReason } from './refusalReason.ts'
import { TransferSlip } from './TransferSlip.tsx'

export type MoveDialogProps = EditDialogProps<CommandOf<'move-position'>> & {
  /** Names of the buckets that hold positions or cash. */
  readonly buckets: readonly string[]
}

/** Moves a position behind another wall: the slip says which margin goes with it and which liq. prices move. */
export function MoveDialog({ command, row, buckets, preview, say, onChange, onDeposit, onApply, onClose }: MoveDialogProps) {
  const format = useFormat()
  const words = editWords.move
  const [newName, setNewName] = useState<string | undefined>(undefined)
  const problem = newName === undefined ? undefined : bucketNameProblem(newName, buckets)
  const rejection = preview?.rejection
  const choose = (to: CommandOf<'move-position'>['to']): void => {
    setNewName(undefined)
    onChange({ ...command, to })
  }
  const name = (typed: string): void => {
    setNewName(typed)
    if (bucketNameProblem(typed, buckets) === undefined) onChange({ ...command, to: `bucket:${typed}` })
  }
  return (
    <EditFrame
      title={words.title}
      head={<EditHead row={row} />}
      submit={submitWords(newName === undefined ? command.to : `bucket:${newName}`)}
      reason={problem ?? refusalReason(preview, say)}
      isWide
      onSubmit={onApply}
      onClose={onClose}
    >
      <PoolChoice row={row} buckets={buckets} to={newName === undefined ? command.to : 'new'} onChoose={choose} onNew={() => name('')} />
      {newName === undefined ? null : (
        <TextField label={words.name} value={newName} placeholder={words.namePlaceholder} error={newName === '' ? undefined : problem} onChange={name} />
      )}
      <TransferSlip command={command} row={row} preview={problem === undefined ? preview : undefined} say={say} />
      {problem === undefined
        ? <EditAnswer preview={preview} leg={command.leg} say={say} row={row} fix={rejection?.code === 'insufficient-margin' ? depositFix(rejection, format, onDeposit) : undefined} />
        : null}
      <InlineWarning tone="info">{words.venue}</InlineWarning>
    </EditFrame>
  )
}

function submitWords(to: CommandOf<'move-position'>['to']): string {
  if (to === 'isolated') return editWords.move.submitIsolated
  return to === 'cross' ? editWords.move.submitCross : editWords.move.submitBucket(to.slice('bucket:'.length))
}
