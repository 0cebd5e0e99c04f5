import type { TapeText } from './loadBundledTape.ts'

/** Reads from the server of the page. @param base  where the page's files are, ending in `/` (Vite's BASE_URL) */
export function tapeTextFrom(base: string): TapeText {
  return async (file) => {
    const response = await fetch(`${base}tapes/${file}`)
    if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`)
    return response.text()
  }
}
