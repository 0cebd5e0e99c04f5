import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleWords } from './ruleWords.ts'

describe('rules in words', () => {
  it('are those of the SPEC, by its ids and titles', () => {
    const spec = readFileSync(new URL('../../../engine/SPEC.md', import.meta.url), 'utf8')
    for (const [id, { title, says }] of Object.entries(ruleWords)) {
      expect(spec).toContain(`| **${id}** ${title.replaceAll('’', "'")} |`)
      expect(says).toMatch(/^.{10,}[.:]/s)
    }
    // What margin, funding and liquidations stand on is all there.
    const rules = [...spec.matchAll(/^\| \*\*([MFQK]\d+)\*\*/gm)].map((match) => match[1] ?? '')
    expect(rules.filter((id) => ruleWords[id] === undefined)).toEqual([])
  })
})
