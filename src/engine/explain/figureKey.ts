import type { FigureRef } from './Explanation.ts'

/** A reference as it stands in the page: `id`, or `id?a=1&b=2` with the keys sorted and both sides escaped. */
export function figureKey({ id, of }: FigureRef): string {
  const pairs = Object.keys(of)
    .toSorted()
    .map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(of[key] ?? '')}`)
  return pairs.length === 0 ? id : `${id}?${pairs.join('&')}`
}

/** The reference that a key was made of; undefined where the text is none. */
export function parseFigureKey(key: string): FigureRef | undefined {
  const at = key.indexOf('?')
  const id = at === -1 ? key : key.slice(0, at)
  if (!ID.test(id)) return undefined
  const of = new Map<string, string>()
  for (const pair of at === -1 ? [] : key.slice(at + 1).split('&')) {
    const [name, value, ...more] = pair.split('=').map(unescaped)
    if (name === undefined || name === '' || value === undefined || more.length > 0 || of.has(name)) return undefined
    of.set(name, value)
  }
  return { id, of: Object.fromEntries(of) }
}

const ID = /^[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z0-9-]+)*$/

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
