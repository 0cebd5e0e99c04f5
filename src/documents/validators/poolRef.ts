import * as v from 'valibot'
import type { PoolRef } from '../../engine/index.ts'

/** The wall a document asks for. */
export const poolRef: v.GenericSchema<unknown, PoolRef> = v.pipe(
  v.string(),
  v.metadata({ pattern: '^(cross|isolated|bucket:.+)$', description: '"cross", "isolated", or "bucket:<name>".' }),
  v.rawTransform<string, PoolRef>(({ dataset, addIssue, NEVER }) => {
    const text = dataset.value
    if (text === 'cross' || text === 'isolated') return text
    if (isBucket(text)) return text
    addIssue({ message: `"cross", "isolated" or "bucket:<name>" was expected, ${JSON.stringify(text.slice(0, 60))} was given` })
    return NEVER
  }),
)

function isBucket(text: string): text is `bucket:${string}` {
  return /^bucket:[^\s]/.test(text) && text.length <= 100
}
