/** A file as a known source writes it, and what it says: `rows` are ISO time, then open, high, low, close, or the close alone. */
export interface ExportedFile {
  readonly source: string
  readonly text: string
  readonly roles: string
  readonly rows: readonly (readonly [time: string, ...prices: number[]])[]
  readonly questions?: readonly string[]
}

/** Lines of a file, each ended. */
export function fileOf(...all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
