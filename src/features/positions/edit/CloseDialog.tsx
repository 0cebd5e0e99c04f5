import { useState } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { sizeText } from '../rowText.ts'
import { closeShares, editWords, typedProblem } from '../words/editWords.ts'
import { CostRows } from './CostRows.tsx'
import { EditAnswer } from './EditAnswer.tsx'
import type { CommandOf, EditDialogProps } from './EditDialogProps.ts'
import { EditFrame } from './EditFrame.tsx'
import { EditHead } from './EditHead.tsx'
import { PresetRow } from './PresetRow.tsx'
import { refusalReason } from './refusalReason.ts'
import { fractionOfPercent, percentOfFraction } from './shareOf.ts'
import { useFirstFocus } from './useFirstFocus.ts'
import { typedAmount } from './typedAmount.ts'

/** Closes a quarter, half, all, or any share of a position at the mark. */
export function CloseDialog({ command, row, preview, say, onChange, onApply, onClose }: EditDialogProps<CommandOf<'close-position'>>) {
  const format = useFormat()
  const words = editWords.close
  const field = useFirstFocus<HTMLInputElement>()
  const share = command.share ?? '1'
  const [text, setText] = useState(format.typed(percentOfFraction(share)))
  const type = (next: string): void => {
    setText(next)
    const percent = typedAmount(next, format)
    if (percent !== undefined && Number(percent) <= 100) onChange({ ...command, share: fractionOfPercent(percent) })
  }
  const percent = typedAmount(text, format)
  const problem = typedProblem(text, format) ?? (percent !== undefined && Number(percent) > 100 ? editWords.close.tooMuch : undefined)
  const isAll = share === '1'
  return (
    <EditFrame
      title={words.title}
      head={<EditHead row={row} />}
      submit={words.submit(isAll ? sizeText(format, row) : format.percent(share, { decimals: 0 }))}
      reason={problem ?? (percent === undefined ? editWords.typeFirst : refusalReason(preview, say))}
      isWide
      onSubmit={onApply}
      onClose={onClose}
    >
      <PresetRow
        label={words.share}
        presets={closeShares.map(({ share: value, label }) => ({ value, label }))}
        pressed={share}
        onPick={(value) => type(format.typed(percentOfFraction(value)))}
      />
      <NumberField
        ref={field}
        label={words.custom}
        unit="%"
        value={text}
        error={text === '' ? undefined : problem}
        step={({ text: at, direction, isLarge }) => format.step(at, { direction, stepSize: isLarge ? '25' : '5', least: '5', most: '100' })}
        onChange={type}
      />
      <CostRows change={preview?.change} say={say} />
      <EditAnswer preview={preview} leg={command.leg} say={say} row={row} />
    </EditFrame>
  )
}
