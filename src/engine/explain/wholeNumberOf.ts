/** The number a key of a reference stands for: digits and nothing else; undefined for any other text. */
export function wholeNumberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number.parseInt(text, 10) : undefined
}
