import { figureTag } from '../../../store/figures/figureTag.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { priceText, sizeText } from '../rowText.ts'
import { editWords, reverseSide } from '../words/editWords.ts'
import { sideWord } from '../words/words.ts'
import { CostRows } from './CostRows.tsx'
import styles from './edit.module.css'
import { EditAnswer } from './EditAnswer.tsx'
import type { CommandOf, EditDialogProps } from './EditDialogProps.ts'
import { EditFrame } from './EditFrame.tsx'
import { EditHead } from './EditHead.tsx'
import { depositFix } from './marginFix.ts'
import { refusalReason } from './refusalReason.ts'

/** Turns a position around, after saying what that does. */
export function ReverseDialog({ command, row, preview, say, onDeposit, onApply, onClose }: EditDialogProps<CommandOf<'reverse-position'>>) {
  const format = useFormat()
  const words = editWords.reverse
  const rejection = preview?.rejection
  const side = reverseSide(row.isLong)
  return (
    <EditFrame
      title={words.title}
      head={<EditHead row={row} />}
      submit={words.submit(side)}
      reason={refusalReason(preview, say)}
      isWide
      onSubmit={onApply}
      onClose={onClose}
    >
      <p className={styles.note}>
        <FigureWords
          text={words.story({ side: sideWord(row).toLowerCase(), size: sizeText(format, row), to: side, price: priceText(format, row.mark, row.priceDecimals) })}
          figures={[{ text: sizeText(format, row), figure: figureTag('position.qty', row) }, { text: priceText(format, row.mark, row.priceDecimals), figure: figureTag('position.mark', row) }]}
        />
        {row.takeProfit === undefined && row.stopLoss === undefined ? null : ` ${words.drops}`}
      </p>
      <CostRows change={preview?.change} say={say} />
      <EditAnswer preview={preview} leg={command.leg} say={say} row={row} fix={rejection?.code === 'insufficient-margin' ? depositFix(rejection, format, onDeposit) : undefined} />
    </EditFrame>
  )
}
