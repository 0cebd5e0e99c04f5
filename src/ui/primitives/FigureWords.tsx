import { useMemo } from 'react'

/** A figure as it stands in a sentence; without a key it is a number that explains nothing: what was typed. */
export type SaidFigure = { readonly text: string; readonly figure: string | undefined }

/** A sentence whose figures can be opened: each text of the list, wherever it stands as a whole number. */
export function FigureWords({ text, figures }: { readonly text: string; readonly figures: readonly SaidFigure[] }) {
  const parts = useMemo(() => figureParts(text, figures), [text, figures])
  return (
    <>
      {/* Parts of one sentence never move. */}
      {parts.map((part, index) => (part.figure === undefined ? part.text : <span key={index} data-figure={part.figure === NAME ? undefined : part.figure} data-name={part.figure === NAME ? '' : undefined}>{part.text}</span>))}
    </>
  )
}

/** In place of a key. */
export const NAME = ''

type Part = { readonly text: string; readonly figure: string | undefined }

/** The sentence cut at its figures; texts without a digit or a word in them are left alone. */
export function figureParts(text: string, figures: readonly SaidFigure[]): readonly Part[] {
  const keys = new Map<string, string>()
  for (const { text: said, figure } of figures) if (/\d/.test(said) && !keys.has(said)) keys.set(said, figure ?? NAME)
  if (keys.size === 0) return [{ text, figure: undefined }]
  const longestFirst = [...keys.keys()].toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![\\d.,])(?:${longestFirst.map(escaped).join('|')})(?![\\d%]|[.,]\\d)`, 'g')
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), figure: undefined })
    parts.push({ text: match[0], figure: keys.get(match[0]) })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), figure: undefined })
  return parts
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
