import type { PageRow } from '../../sources/exchange/PageCache.ts'

/** Rows as text, a line each: a database keeps it in a byte a character, and its length is its size. */
export function pageText(rows: readonly PageRow[]): string {
  return rows.map((row) => row.join(',')).join('\n')
}

/** The rows again; absent where the text is none that was written here. */
export function pageRows(text: string): readonly PageRow[] | undefined {
  if (text === '') return []
  const rows: PageRow[] = []
  for (const line of text.split('\n')) {
    const [first = '', ...values] = line.split(',')
    const time = Number(first)
    if (first === '' || !Number.isSafeInteger(time) || values.length === 0) return undefined
    rows.push([time, ...values])
  }
  return rows
}
