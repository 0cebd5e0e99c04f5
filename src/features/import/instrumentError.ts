import type { ImportedFile } from './ImportedFile.ts'
import { words } from './words.ts'

/** Why the name given to a file's instrument will not do. */
export function instrumentError(files: readonly ImportedFile[], { name, instrument, kind }: ImportedFile): string | undefined {
  const wanted = instrument.trim()
  if (wanted === '') return words.files.emptyName
  if (/#(index|last)$/.test(wanted)) return words.files.reservedName
  return files.some((other) => other.name !== name && other.kind === kind && other.instrument.trim() === wanted) ? words.files.takenName : undefined
}
