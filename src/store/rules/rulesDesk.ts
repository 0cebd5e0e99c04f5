import { problemLines, type Problem } from '../../documents/Problem.ts'
import { parseRules } from '../../documents/rules/parseRules.ts'
import { rulesToDocument } from '../../documents/rules/rulesToDocument.ts'
import { builtinRules, type Rules } from '../../engine/index.ts'
import type { RulesFile } from '../slices/RulesState.ts'
import { originOf } from './originOf.ts'

/**
 * What has to read rules documents. It brings the validators and every venue's tables, so it is fetched when rules are
 * looked at, not with the first screen: `await import('…/rulesDesk.ts')`.
 */

/** A built-in set with everything stated. */
export function builtinDocument(id: string): RulesFile | undefined {
  const rules = builtinRules.get(id)
  return rules === undefined ? undefined : rulesToDocument(rules)
}

/** The same rules in the one order and form in which every part of the program writes them. */
export function canonicalRules(document: RulesFile): RulesFile {
  const parsed = parseRules({ schema: 1, ...document })
  return parsed.ok ? rulesToDocument(parsed.value) : document
}

export interface RulesCheck {
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** Everything that is wrong, and everything odd, about a set as it stands in the editor. */
export function checkRules(document: RulesFile): RulesCheck {
  const parsed = parseRules(document)
  return parsed.ok ? { problems: [], warnings: parsed.warnings } : { problems: parsed.error, warnings: [] }
}

/** A document as the engine's rules, for comparing; the lines of what is wrong where it is none. */
export function readEngineRules(document: RulesFile): { readonly rules: Rules | undefined; readonly problems: readonly string[] } {
  const parsed = parseRules({ schema: 1, ...document })
  return parsed.ok ? { rules: parsed.value, problems: [] } : { rules: undefined, problems: problemLines(parsed.error) }
}

export type RulesText = { readonly ok: true; readonly document: RulesFile; readonly origin: string | undefined } | { readonly ok: false; readonly problems: readonly string[] }

/** A Rules document as text or value, with everything it extends filled in. */
export function readRules(input: string | RulesFile): RulesText {
  // What stands inside a scenario need not say which schema it has; a file has to.
  const parsed = parseRules(typeof input === 'string' ? input : { schema: 1, ...input })
  if (!parsed.ok) return { ok: false, problems: problemLines(parsed.error) }
  const document = rulesToDocument(parsed.value)
  const stated = typeof input === 'string' ? (JSON.parse(input) as RulesFile) : input
  const origin = originOf({ id: document.id, extends: stated.extends })
  return { ok: true, document, origin: origin !== undefined && builtinRules.has(origin) ? origin : undefined }
}
