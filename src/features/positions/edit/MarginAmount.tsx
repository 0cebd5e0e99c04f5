import type { Ref } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { editWords, typedProblem } from '../words/editWords.ts'
import { isZero } from '../rowText.ts'
import { PresetRow } from './PresetRow.tsx'
import { shareOf } from './shareOf.ts'
import { typedAmount } from './typedAmount.ts'

export interface MarginAmountProps {
  readonly text: string
  readonly quote: string
  /** The largest amount there is. */
  readonly limit: string
  /** The key under which that is explained. */
  readonly figure: string
  /** Said where the largest amount is 0. */
  readonly nothing: string
  readonly onType: (text: string) => void
  readonly ref: Ref<HTMLInputElement>
}

/** How much margin: typed, stepped, or a share of the largest amount. */
export function MarginAmount({ text, quote, limit, figure, nothing, onType, ref }: MarginAmountProps) {
  const format = useFormat()
  const words = editWords.margin
  const amount = typedAmount(text, format)
  const most = format.money(limit, { rounding: 'floor' })
  return (
    <>
      <NumberField
        ref={ref}
        label={words.amount}
        aside={isZero(limit) ? nothing : <FigureWords text={words.most(most)} figures={[{ text: most, figure }]} />}
        unit={quote}
        value={text}
        error={text === '' ? undefined : typedProblem(text, format)}
        step={({ text: at, direction, isLarge }) => format.step(at, { direction, stepSize: stepOf(format.moneyDecimals, isLarge), least: '0' })}
        onChange={onType}
      />
      <PresetRow
        label={words.preset}
        reason={isZero(limit) ? nothing : undefined}
        presets={SHARES}
        pressed={SHARES.find(({ value }) => amount !== undefined && shareOf(limit, value, format.moneyDecimals) === amount)?.value}
        onPick={(share) => onType(format.typed(shareOf(limit, share, format.moneyDecimals)))}
      />
    </>
  )
}

/** What an arrow key adds: tens of dollars, thousandths of a coin. */
function stepOf(decimals: number, isLarge: boolean): string {
  if (decimals > 2) return isLarge ? '0.01' : '0.001'
  return isLarge ? '100' : '10'
}

const SHARES = [
  { value: '0.1', label: '10%' },
  { value: '0.25', label: '25%' },
  { value: '0.5', label: '50%' },
  { value: '0.75', label: '75%' },
  { value: '1', label: '100%' },
] as const
