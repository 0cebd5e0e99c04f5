import type { FilePart, TapeSource } from './TapeSource.ts'

/** The user's files that prices come from, also under what is made of other prices. */
export function filePartsOf(source: TapeSource): readonly FilePart[] {
  if (source.type === 'file') return source.files
  if ('of' in source) return filePartsOf(source.of)
  return 'base' in source && source.base !== undefined ? filePartsOf(source.base) : []
}
