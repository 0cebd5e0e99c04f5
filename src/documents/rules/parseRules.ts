import { builtinRules, type Rules } from '../../engine/index.ts'
import { parseDocument } from '../parseDocument.ts'
import { accepted, refusedWith, type Parsed } from '../Problem.ts'
import { rulesSchema } from './RulesDocument.ts'
import { rulesOf } from './rulesOf.ts'

/** A Rules document, as JSON text or as a value, to the engine's rules. */
export function parseRules(input: unknown): Parsed<Rules> {
  const document = parseDocument(input, 'rules', rulesSchema)
  if (!document.ok) return document
  const { rules, problems, warnings } = rulesOf(document.value, [], builtinRules)
  return rules === undefined ? refusedWith(problems) : accepted(rules, [...document.warnings, ...warnings])
}
