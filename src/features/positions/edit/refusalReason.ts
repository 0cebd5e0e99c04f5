import { editWords } from '../words/editWords.ts'
import { rejectionWords } from '../words/rejectionWords.ts'
import type { Say } from '../words/Say.ts'
import type { EditPreview } from './Edit.ts'

/** Why the primary button of an edit is off: the figures are not there yet, or the edit is refused. */
export function refusalReason(preview: EditPreview | undefined, say: Say): string | undefined {
  if (preview === undefined) return editWords.waiting
  if (preview.status === 'incomplete') return editWords.incomplete
  return preview.rejection === undefined ? undefined : rejectionWords(preview.rejection, say)
}

/** The same for an edit that needs an amount first. */
export function amountReason(amount: string | undefined, preview: EditPreview | undefined, say: Say): string | undefined {
  return amount === undefined ? editWords.typeFirst : refusalReason(preview, say)
}
