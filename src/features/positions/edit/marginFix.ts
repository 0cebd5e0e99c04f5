import type { Format } from '../../../ui/format/createFormat.ts'
import { editWords } from '../words/editWords.ts'
import { missingMargin } from '../words/missingMargin.ts'
import { isZero } from '../rowText.ts'
import type { EditPreview } from './Edit.ts'
import type { Fix } from './EditAnswer.tsx'

export interface MarginFixes {
  readonly format: Format
  /** Puts an amount into the field. */
  readonly onUse: (text: string) => void
  readonly onDeposit: (amount: string) => void
}

/** Too much asked for: the largest amount there is. Nothing there: money into the wallet. */
export function marginFix(preview: EditPreview | undefined, { format, onUse, onDeposit }: MarginFixes): Fix | undefined {
  const rejection = preview?.rejection
  if (rejection?.code === 'more-than-removable' && !isZero(rejection.removable)) return largest(rejection.removable)
  if (rejection?.code !== 'insufficient-margin') return undefined
  return isZero(rejection.available) ? depositFix(rejection, format, onDeposit) : largest(rejection.available)

  function largest(amount: string): Fix {
    return { label: editWords.margin.use(format.money(amount, { rounding: 'floor' })), onFix: () => onUse(format.typed(amount)) }
  }
}

/** What is missing, paid into the wallet: a command of its own, which undo takes back. */
export function depositFix(short: { readonly required: string; readonly available: string }, format: Format, onDeposit: (amount: string) => void): Fix {
  const missing = missingMargin(short.required, short.available)
  return { label: editWords.deposit(format.money(missing, { rounding: 'ceil' })), onFix: () => onDeposit(missing) }
}
