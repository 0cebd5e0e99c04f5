/** How a figure is called and what it means: for somebody new to the field, and for somebody who trades. */
export interface FigureWord {
  readonly name: string
  /** Plain words, no symbols, no abbreviations. */
  readonly beginner: string
  readonly trader: string
}

export function word(name: string, beginner: string, trader: string): FigureWord {
  return { name, beginner, trader }
}
