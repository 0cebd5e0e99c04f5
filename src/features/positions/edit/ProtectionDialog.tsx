import { useState } from 'react'
import { priceKey } from '../../../engine/index.ts'
import { protectionCommand } from '../../../store/selectors/protectionCommand.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { priceText, tickOf } from '../rowText.ts'
import { capital } from '../words/capital.ts'
import { changeWords } from '../words/changeWords.ts'
import { editWords, typedProblem } from '../words/editWords.ts'
import { trailingWords } from '../words/trailingWords.ts'
import { warningWords } from '../words/warningWords.ts'
import styles from './edit.module.css'
import { EditAnswer } from './EditAnswer.tsx'
import { isSameProtection } from './editCommand.ts'
import type { CommandOf, EditDialogProps } from './EditDialogProps.ts'
import { EditFrame } from './EditFrame.tsx'
import { EditHead } from './EditHead.tsx'
import { offTickFix, priceStep, warningFix, type ProtectionField } from './protectionFixes.ts'
import { refusalReason } from './refusalReason.ts'
import { TrailingFields } from './TrailingFields.tsx'
import { typedAmount } from './typedAmount.ts'

/** Take profit and stop loss of a position. A stop that would never fire says so, with the nearest that would. */
export function ProtectionDialog({ command, row, preview, say, onChange, onApply, onClose }: EditDialogProps<CommandOf<'set-protection'>>) {
  const format = useFormat()
  const words = editWords.protection
  const [texts, setTexts] = useState({ takeProfit: format.typed(command.takeProfit), stopLoss: format.typed(command.stopLoss) })
  const type = (field: ProtectionField, text: string): void => {
    const next = { ...texts, [field]: text }
    setTexts(next)
    onChange({ ...command, takeProfit: typedAmount(next.takeProfit, format), stopLoss: typedAmount(next.stopLoss, format) })
  }
  const problem = (field: ProtectionField): string | undefined => (texts[field] === '' ? undefined : typedProblem(texts[field], format))
  const by = command.triggerBy ?? 'mark'
  const before = protectionCommand(row)
  const isSame = isSameProtection(command, before)
  const marks = useAppStore((state) => state.view.frame?.marks)
  const kinds = (['mark', 'index', 'last'] as const).filter((kind) => marks?.[priceKey(row.instrument, kind)] !== undefined)
  const isCleared = isSameProtection(command, { ...command, takeProfit: undefined, stopLoss: undefined, trailing: undefined })
  const trail = (trailing: typeof command.trailing): string => (trailing === undefined ? '—' : capital(trailingWords(row.leg, trailing, say)))
  const text = (price: string | undefined): string => (price === undefined ? '—' : priceText(format, price, row.priceDecimals))
  const fields = [
    { field: 'takeProfit', label: words.takeProfit, aside: words.hintTake(row.isLong, by) },
    { field: 'stopLoss', label: words.stopLoss, aside: words.hintStop(row.isLong, by) },
  ] as const
  return (
    <EditFrame
      title={words.title}
      head={<EditHead row={row} />}
      submit={isCleared && !isSame ? words.submitClear : words.submit}
      reason={problem('takeProfit') ?? problem('stopLoss') ?? (isSame ? editWords.nothingChanged : refusalReason(preview, say))}
      onSubmit={onApply}
      onClose={onClose}
    >
      <div className={styles.two}>
        {fields.map(({ field, label, aside }) => (
          <NumberField
            key={field}
            label={label}
            aside={aside}
            unit={row.quote}
            value={texts[field]}
            placeholder="—"
            error={problem(field)}
            step={({ text: at, direction, isLarge }) => format.step(at === '' ? format.typed(row.mark) : at, { direction, stepSize: priceStep(row.mark, row.priceDecimals, isLarge), least: tickOf(row.priceDecimals) })}
            onChange={(next) => type(field, next)}
          />
        ))}
      </div>
      <TrailingFields trailing={command.trailing} row={row} onChange={(trailing) => onChange({ ...command, trailing })} />
      {kinds.length < 2 ? null : (
        <SegmentedControl
          label={words.watches}
          options={kinds.map((value) => ({ value, label: words.prices[value] }))}
          value={by}
          onChange={(triggerBy) => onChange({ ...command, triggerBy })}
        />
      )}
      {(preview?.warnings ?? []).map((warning) => (
        <InlineWarning key={warning.code} fix={warningFix(warning, type, say, row.leg)}>{warningWords(warning, say, row.leg)}</InlineWarning>
      ))}
      <p className={styles.note}>{words.how(by)}</p>
      <EditAnswer
        preview={preview}
        leg={command.leg}
        say={say}
        isEmpty={isSame}
        row={row}
        hasAccount={false}
        fix={offTickFix(preview?.rejection, command, type, say)}
        own={[
          { id: 'tp', label: changeWords.takeProfit, from: text(row.takeProfit), to: text(command.takeProfit) },
          { id: 'sl', label: changeWords.stopLoss, from: text(row.stopLoss), to: text(command.stopLoss) },
          { id: 'ts', label: words.trailing, from: trail(before.trailing), to: trail(command.trailing) },
        ]}
      />
    </EditFrame>
  )
}
