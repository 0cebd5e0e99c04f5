import type { AppState } from '../../../store/AppState.ts'
import type { useToast } from '../../../ui/primitives/Toasts.tsx'
import { quotedTitle } from '../quotedTitle.ts'
import { isRulesText } from './isRulesText.ts'
import { pricesInJson } from './pricesInJson.ts'
import { sortFiles } from './sortFiles.ts'
import { takeWords as words } from './takeWords.ts'

/** A scenario is kilobytes; with prices inside it megabytes. Beyond this it is something else. */
const MOST_BYTES = 64 * 1024 * 1024

export interface Takers {
  readonly actions: Pick<AppState['actions'], 'openDocument' | 'importRules' | 'undo'>
  readonly toast: ReturnType<typeof useToast>
  readonly onPriceFiles: (files: readonly File[]) => void
}

/** Opens the scenario among chosen or dropped files, the present one staying one Undo away; rules are kept, prices handed on. */
export async function takeFiles(files: readonly File[], { actions: { openDocument, importRules, undo }, toast, onPriceFiles }: Takers): Promise<void> {
  const sorted = sortFiles(files)
  const isPrices = await Promise.all(sorted.documents.map(pricesInJson))
  const documents = sorted.documents.filter((_, i) => isPrices[i] === false)
  const prices = [...sorted.prices, ...sorted.documents.filter((_, i) => isPrices[i] === true)]
  if (prices.length > 0) onPriceFiles(prices)
  const [file] = documents
  if (file === undefined) return
  if (documents.length > 1) return toast({ message: words.oneAtATime, tone: 'warn' })
  if (file.size > MOST_BYTES) return toast({ message: words.tooLarge(file.name), tone: 'warn' })
  const text = await file.text().catch(() => undefined)
  if (text === undefined) return toast({ message: words.unreadable(file.name), tone: 'warn' })
  if (isRulesText(text)) {
    const answer = await importRules(text)
    if (answer.ok) return toast({ message: words.rulesKept(quotedTitle(answer.saved.document.name ?? file.name)) })
    return toast({ message: words.rulesRefused(file.name, answer.problems[0] ?? ''), tone: 'warn' })
  }
  if (await openDocument(text)) {
    toast({ message: words.opened(quotedTitle(file.name)), action: { label: words.undo, onAction: () => void undo() } })
  }
}
