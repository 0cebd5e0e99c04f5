import { useCallback } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { menuWords as words } from '../menuWords.ts'
import { quotedTitle } from '../quotedTitle.ts'
import { isRulesText } from './isRulesText.ts'
import { pricesInJson } from './pricesInJson.ts'
import { sortFiles } from './sortFiles.ts'

/** A scenario is kilobytes; with prices inside it megabytes. Beyond this it is something else. */
const MOST_BYTES = 64 * 1024 * 1024

/** Opens the scenario among chosen or dropped files, the present one staying one Undo away; rules are kept, prices handed on. */
export function useTakeFiles(onPriceFiles: (files: readonly File[]) => void): (files: readonly File[]) => Promise<void> {
  const { openDocument, importRules, undo } = useAppStore((state) => state.actions)
  const toast = useToast()
  return useCallback(
    async (files) => {
      const sorted = sortFiles(files)
      const isPrices = await Promise.all(sorted.documents.map(pricesInJson))
      const documents = sorted.documents.filter((_, i) => isPrices[i] === false)
      const prices = [...sorted.prices, ...sorted.documents.filter((_, i) => isPrices[i] === true)]
      if (prices.length > 0) onPriceFiles(prices)
      const [file] = documents
      if (file === undefined) return
      if (documents.length > 1) return toast({ message: words.documents.oneAtATime, tone: 'warn' })
      if (file.size > MOST_BYTES) return toast({ message: words.documents.tooLarge(file.name), tone: 'warn' })
      const text = await file.text().catch(() => undefined)
      if (text === undefined) return toast({ message: words.documents.unreadable(file.name), tone: 'warn' })
      if (isRulesText(text)) {
        const answer = await importRules(text)
        if (answer.ok) return toast({ message: words.documents.rulesKept(quotedTitle(answer.saved.document.name ?? file.name)) })
        return toast({ message: words.documents.rulesRefused(file.name, answer.problems[0] ?? ''), tone: 'warn' })
      }
      if (await openDocument(text)) {
        toast({ message: words.documents.opened(quotedTitle(file.name)), action: { label: words.documents.undo, onAction: () => void undo() } })
      }
    },
    [openDocument, importRules, undo, toast, onPriceFiles],
  )
}
