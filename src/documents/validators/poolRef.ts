import * as v from 'valibot'
import type { PoolRef } from '../../engine/index.ts'
import { quoted } from '../Problem.ts'
import { nearest } from './knownObject.ts'

const POOLS: Readonly<Record<string, 'cross' | 'isolated'>> = { cross: 'cross', crossed: 'cross', isolated: 'isolated' }

/** The wall a document asks for; cross and isolated also as venues spell them (CROSS, crossed, Isolated). */
export const poolRef: v.GenericSchema<unknown, PoolRef> = v.pipe(
  v.string(),
  v.metadata({ pattern: '^([Cc]rossed|[Cc]ross|CROSS|CROSSED|[Ii]solated|ISOLATED|bucket:.+)$', description: '"cross", "isolated", or "bucket:<name>".' }),
  v.rawTransform<string, PoolRef>(({ dataset, addIssue, NEVER }) => {
    const text = dataset.value
    if (isBucket(text)) return text
    const word = text.toLowerCase()
    const pool = Object.hasOwn(POOLS, word) ? POOLS[word] : undefined
    if (pool !== undefined) return pool
    const near = nearest(word, ['cross', 'isolated'])
    addIssue({ message: `"cross", "isolated" or "bucket:<name>" was expected, ${quoted(text)} was given${near === undefined ? '' : `; did you mean "${near}"?`}` })
    return NEVER
  }),
)

function isBucket(text: string): text is `bucket:${string}` {
  return /^bucket:[^\s]/.test(text) && text.length <= 100
}
