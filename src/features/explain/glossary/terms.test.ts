import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FIGURE_IDS } from '../../../engine/index.ts'
import { entryOf } from './glossary.ts'
import { termsOf } from './termsOf.ts'

const FEATURES = new URL('../../', import.meta.url)

/** Terms that features name: `term: 'size'`, `term="size"`, and the tables of terms by row. */
function namedTerms(): readonly string[] {
  const files = readdirSync(FEATURES, { recursive: true }).map(String).filter((file) => file.endsWith('.tsx') && !file.startsWith('explain'))
  return files.flatMap((file) => {
    const source = readFileSync(new URL(file, FEATURES), 'utf8')
    const direct = [...source.matchAll(/\bterm(?:: |=)["']([a-z-]+)["']/g)].map((match) => match[1] ?? '')
    const tables = [...source.matchAll(/const TERMS[^=]*= \{([^}]*)\}/g)].flatMap((match) => [...(match[1] ?? '').matchAll(/: '([a-z-]+)'/g)].map((each) => each[1] ?? ''))
    return [...direct, ...tables]
  })
}

describe('terms that stand on the screen', () => {
  it('are all in the glossary', () => {
    const named = namedTerms()
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((term) => entryOf(term) === undefined)).toEqual([])
  })

  it('and so are those that explanations lead to', () => {
    const led = FIGURE_IDS.flatMap(termsOf)
    expect(led.length).toBeGreaterThan(50)
    expect(led.filter((term) => entryOf(term) === undefined)).toEqual([])
  })
})
