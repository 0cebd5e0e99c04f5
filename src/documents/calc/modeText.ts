import * as v from 'valibot'
import { quoted } from '../Problem.ts'

const MODES: Readonly<Record<string, 'isolated' | 'cross'>> = { cross: 'cross', crossed: 'cross', isolated: 'isolated' }

/** A margin mode, also as venues spell it (CROSS, crossed, Isolated). */
export const modeText: v.GenericSchema<string, 'isolated' | 'cross'> = v.pipe(
  v.string(),
  v.metadata({ pattern: '^([Cc]rossed|[Cc]ross|CROSS|CROSSED|[Ii]solated|ISOLATED)$', description: '"isolated" or "cross"; isolated unless said.' }),
  v.rawTransform<string, 'isolated' | 'cross'>(({ dataset, addIssue, NEVER }) => {
    const word = dataset.value.toLowerCase()
    const mode = Object.hasOwn(MODES, word) ? MODES[word] : undefined
    if (mode !== undefined) return mode
    addIssue({ message: `"isolated" or "cross" was expected, ${quoted(dataset.value)} was given` })
    return NEVER
  }),
)
