import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entryOf, foundEntries, glossary } from './glossary.ts'

/** product.md §4.1, "Field terms (use exactly these)", as they are called there. */
const FIELD_TERMS = [
  'Entry price', 'Mark price', 'Last price', 'Index price', 'Liq. price', 'Bankruptcy price', 'Size', 'Notional', 'Value', 'Margin', 'Initial margin', 'IM',
  'Maintenance margin', 'MM', 'IMR', 'MMR', 'Margin ratio', 'Leverage', 'Unrealized PnL', 'uPnL', 'Realized PnL', 'ROE%', 'Funding rate', 'Funding fee',
  'Wallet balance', 'Margin balance', 'Available balance', 'Equity', 'Free collateral', 'Isolated', 'Cross', 'One-way / Hedge', 'Reduce-only', 'TP/SL', 'ADL',
  'Insurance fund', 'Risk limit', 'Tier', 'Break-even price', 'Taker / Maker',
]

const named = new Set(glossary.flatMap(({ name, synonyms = [] }) => [name, ...synonyms].map((each) => each.toLowerCase())))

describe('the glossary', () => {
  it('has every term that traders expect', () => {
    expect(FIELD_TERMS.filter((term) => !named.has(term.toLowerCase()))).toEqual([])
  })

  it('has every word of SPEC section 1', () => {
    const spec = readFileSync(new URL('../../../engine/SPEC.md', import.meta.url), 'utf8')
    const section = spec.slice(spec.indexOf('## 1. Words'), spec.indexOf('## 2.'))
    const words = [...section.matchAll(/^\| ([a-z][^|]*?) \|/gm)].map((match) => match[1] ?? '').filter((each) => each !== 'word')
    expect(words.length).toBeGreaterThan(20)
    const missing = words.filter((each) => ![...named].some((name) => name === each || `${name} pool` === each || name === each.replace('liquidation', 'liq.')))
    expect(missing).toEqual([])
  })

  it('says each term at three levels, and leads only to terms that are there', () => {
    expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length)
    for (const entry of glossary) {
      for (const text of [entry.beginner, entry.trader, entry.quant]) expect(text.trim()).not.toBe('')
      // Plain words first: no symbols in what a beginner reads.
      expect(entry.beginner).not.toMatch(/[=×÷Σ]|\b(MM|IM|PnL)\b/)
      for (const other of entry.see ?? []) expect(entryOf(other)).toBeDefined()
    }
  })

  it('is found by name, by what venues call it, and by what it says', () => {
    expect(foundEntries('liq')[0]?.id).toBe('liq-price')
    expect(foundEntries('bust price')[0]?.id).toBe('bankruptcy-price')
    expect(foundEntries('closed by force').map(({ id }) => id)).toContain('margin-ratio')
    expect(foundEntries('no such thing at all')).toEqual([])
    expect(foundEntries(' ')).toHaveLength(glossary.length)
  })
})
