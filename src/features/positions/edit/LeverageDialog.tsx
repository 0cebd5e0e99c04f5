import { useState } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { Slider } from '../../../ui/primitives/Slider.tsx'
import { changeWords } from '../words/changeWords.ts'
import { editWords, typedProblem } from '../words/editWords.ts'
import styles from './edit.module.css'
import { EditAnswer, type Fix } from './EditAnswer.tsx'
import type { CommandOf, EditDialogProps } from './EditDialogProps.ts'
import { EditFrame } from './EditFrame.tsx'
import { EditHead } from './EditHead.tsx'
import { depositFix } from './marginFix.ts'
import { refusalReason } from './refusalReason.ts'
import { useFirstFocus } from './useFirstFocus.ts'
import { typedAmount } from './typedAmount.ts'

/** Leverage of an open position: starts at what it is, up to what its tier allows. */
export function LeverageDialog(props: EditDialogProps<CommandOf<'set-leverage'>>) {
  const { command, row, preview, say, onChange, onApply, onClose } = props
  const format = useFormat()
  const words = editWords.leverage
  const field = useFirstFocus<HTMLInputElement>()
  const [text, setText] = useState(format.typed(command.leverage))
  const type = (next: string): void => {
    setText(next)
    onChange({ ...command, leverage: typedAmount(next, format) ?? row.leverage })
  }
  const amount = typedAmount(text, format)
  const limit = preview?.limits.maxLeverage
  const problem = typedProblem(text, format)
  const most = limit === undefined ? Number(row.leverage) : Math.floor(Number(limit))
  const isSame = amount === row.leverage
  return (
    <EditFrame
      title={words.title}
      head={<EditHead row={row} />}
      submit={words.submit(format.leverage(amount))}
      reason={problem ?? (isSame ? editWords.nothingChanged : refusalReason(preview, say))}
      onSubmit={onApply}
      onClose={onClose}
    >
      <NumberField
        ref={field}
        label={words.field}
        aside={limit === undefined ? undefined : <FigureWords text={words.most(format.leverage(limit))} figures={[{ text: format.leverage(limit), figure: figureTag('edit.maxLeverage') }]} />}
        unit="x"
        value={text}
        error={problem}
        step={({ text: at, direction, isLarge }) => format.step(at, { direction, stepSize: isLarge ? '5' : '1', least: '1', most: String(most) })}
        onChange={type}
      />
      <Slider
        label={words.slider}
        least={1}
        most={most}
        value={Math.min(most, Math.max(1, Number(amount ?? row.leverage)))}
        ticks={ticksOf(most).map((value) => ({ value, label: format.leverage(value) }))}
        valueText={format.leverage(amount ?? row.leverage)}
        onChange={(value) => type(format.typed(value))}
      />
      <p className={styles.note}>{row.mode === 'isolated' ? words.isolated : words.shared}</p>
      <EditAnswer
        preview={preview}
        leg={command.leg}
        say={say}
        row={row}
        fix={leverageFix(props, type, format)}
        own={[{ id: 'leverage', label: changeWords.leverage, from: format.leverage(row.leverage), to: format.leverage(amount ?? row.leverage), figure: { id: 'position.leverage', owner: { leg: row.leg } } }]}
      />
    </EditFrame>
  )
}

function leverageFix({ preview, onDeposit }: EditDialogProps, type: (text: string) => void, format: ReturnType<typeof useFormat>): Fix | undefined {
  const rejection = preview?.rejection
  if (rejection?.code === 'leverage-above-limit') return { label: editWords.set(format.leverage(rejection.limit)), onFix: () => type(format.typed(rejection.limit)) }
  if (rejection?.code === 'leverage-below-one') return { label: editWords.set(format.leverage('1')), onFix: () => type('1') }
  return rejection?.code === 'insufficient-margin' ? depositFix(rejection, format, onDeposit) : undefined
}

/** 1x and the multiples of a round step that leaves at most five of them. */
function ticksOf(most: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 25, 50].find((one) => most / one <= 5) ?? 100
  return [...new Set([1, ...Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step)])]
}
