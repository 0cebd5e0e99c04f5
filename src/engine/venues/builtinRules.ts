import { plainRules } from './plain/plainRules.ts'
import type { Rules } from './Rules.ts'
import { standardRules } from './standard/standardRules.ts'
import { textbookRules } from './textbook/textbookRules.ts'

/** Every built-in set of rules, by id. */
export const builtinRules: ReadonlyMap<string, Rules> = new Map([plainRules, standardRules, textbookRules].map((rules) => [rules.id, rules]))
