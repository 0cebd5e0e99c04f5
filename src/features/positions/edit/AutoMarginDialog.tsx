import { useState } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Checkbox } from '../../../ui/primitives/Checkbox.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { editWords, typedProblem } from '../words/editWords.ts'
import styles from './edit.module.css'
import { editCommand } from './editCommand.ts'
import type { CommandOf, EditDialogProps } from './EditDialogProps.ts'
import { EditFrame } from './EditFrame.tsx'
import { EditHead } from './EditHead.tsx'
import { MarginDirections } from './MarginDirections.tsx'
import { refusalReason } from './refusalReason.ts'
import { typedAmount } from './typedAmount.ts'

type AutoCommand = CommandOf<'set-auto-margin'>

/** Whether the wallet may add margin by itself, and how much in all. */
export function AutoMarginDialog({ command, row, quote, preview, say, onChange, onApply, onClose }: EditDialogProps<AutoCommand> & { readonly quote: string }) {
  const format = useFormat()
  const words = editWords.margin
  const [text, setText] = useState(format.typed(command.upTo))
  const was = row.autoMargin
  const isShared = row.mode !== 'isolated'
  const isSame = command.on === (was !== undefined) && (!command.on || command.upTo === was?.left)
  const problem = text === '' ? undefined : typedProblem(text, format)
  const ask = (on: boolean, upTo: string | undefined): void => onChange({ type: command.type, leg: command.leg, on, ...(on && upTo !== undefined ? { upTo } : {}) })
  return (
    <EditFrame
      title={words.titleOf(undefined)}
      head={<EditHead row={row} />}
      submit={words.autoSubmit[command.on ? (was === undefined ? 'on' : 'change') : 'off']}
      reason={isShared ? words.shared : (problem ?? (isSame ? editWords.nothingChanged : refusalReason(preview, say)))}
      onSubmit={onApply}
      onClose={onClose}
    >
      {isShared ? <InlineWarning fix={{ label: words.toOwnWall, onFix: () => onChange(editCommand('move', row)) }}>{words.shared}</InlineWarning> : null}
      <MarginDirections command={command} row={row} onChange={onChange} />
      <Checkbox label={words.autoOn} isChecked={command.on} onChange={(on) => ask(on, typedAmount(text, format))} />
      {command.on
        ? (
          <NumberField
            label={words.autoMost}
            aside={text === '' ? words.autoNoLimit : undefined}
            unit={quote}
            value={text}
            placeholder="—"
            error={problem}
            step={({ text: at, direction, isLarge }) => format.step(at === '' ? '0' : at, { direction, stepSize: isLarge ? '100' : '10', least: '0' })}
            onChange={(next) => {
              setText(next)
              ask(true, typedAmount(next, format))
            }}
          />
        )
        : null}
      <p className={styles.note}>{words.autoHow}</p>
    </EditFrame>
  )
}
