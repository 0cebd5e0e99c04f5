import type { Entry } from './Entry.ts'
import { marginEntries } from './marginEntries.ts'
import { poolEntries } from './poolEntries.ts'
import { priceEntries } from './priceEntries.ts'

/** Every term of the field that the app uses, by name. */
export const glossary: readonly Entry[] = [...priceEntries, ...marginEntries, ...poolEntries].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))

const BY_ID = new Map(glossary.map((entry) => [entry.id, entry]))

export function entryOf(id: string): Entry | undefined {
  return BY_ID.get(id)
}

/** Terms whose name, synonyms or definition hold every word that was typed; those whose name begins with it first. */
export function foundEntries(typed: string): readonly Entry[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter((part) => part !== '')
  if (wanted.length === 0) return glossary
  const rank = ({ name, synonyms = [], beginner, trader }: Entry): number => {
    const names = [name, ...synonyms].map((each) => each.toLowerCase())
    if (names.some((each) => each.startsWith(wanted.join(' ')))) return 0
    if (wanted.every((part) => names.some((each) => each.includes(part)))) return 1
    return wanted.every((part) => [...names, beginner.toLowerCase(), trader.toLowerCase()].some((each) => each.includes(part))) ? 2 : 3
  }
  return glossary.filter((entry) => rank(entry) < 3).toSorted((a, b) => rank(a) - rank(b))
}
