import { chooseFiles } from './chooseFiles.ts'
import { useTakeFiles } from './useTakeFiles.ts'

/** Asks for a file and opens it: a scenario document, or prices, which the import takes. */
export function useOpenFiles(onPriceFiles: (files: readonly File[]) => void): () => Promise<void> {
  const take = useTakeFiles(onPriceFiles)
  return async () => take(await chooseFiles())
}
