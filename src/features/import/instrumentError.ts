import type { ImportedFile } from './ImportedFile.ts'
import { words } from './words.ts'

/** Why the name given to a file's instrument will not do. */
export function instrumentError(files: readonly ImportedFile[], file: ImportedFile): string | undefined {
  const wanted = file.instrument.trim()
  if (wanted === '') return words.files.emptyName
  if (/#(index|last)$/.test(wanted)) return words.files.reservedName
  const isTaken = files.some((other) => other.name !== file.name && other.kind === file.kind && other.instrument.trim() === wanted && !isJoined(file, other))
  return isTaken ? words.files.takenName : undefined
}

/** Files of one price that follow each other are one series; funding always is. */
function isJoined(a: ImportedFile, b: ImportedFile): boolean {
  if (a.kind === 'funding') return true
  if (a.report === undefined || b.report === undefined) return a.status === 'reading' || b.status === 'reading'
  return a.report.last < b.report.first || b.report.last < a.report.first
}
