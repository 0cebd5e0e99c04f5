export interface SortedFiles {
  readonly documents: readonly File[]
  readonly prices: readonly File[]
}

/** Documents are JSON, as far as names tell (`pricesInJson` looks inside); everything else is taken for prices and the import says what it is. */
export function sortFiles(files: readonly File[]): SortedFiles {
  const isDocument = ({ name, type }: File): boolean => /\.json$/i.test(name) || type === 'application/json'
  return { documents: files.filter(isDocument), prices: files.filter((file) => !isDocument(file)) }
}
