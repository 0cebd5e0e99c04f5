import * as v from 'valibot'
import type { Rules, TierTable } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import { problemsOf } from '../validators/problemsOf.ts'
import { engineRules } from './engineRules.ts'
import { filledRules } from './filledRules.ts'
import { completeRulesSchema } from './ruleChoices.ts'
import { contradictions, ofOtherType, ruleWarnings } from './ruleProblems.ts'
import type { RulesDocument } from './RulesDocument.ts'
import { tierTable } from './tierTable.ts'
import { unknownRules, type KnownRules } from './unknownRules.ts'

export interface RulesReading {
  /** Absent when there are problems. */
  readonly rules: Rules | undefined
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** A validated document as the engine's rules; what is left out is taken from the set it extends. */
export function rulesOf(document: RulesDocument, path: readonly PathKey[], known: KnownRules): RulesReading {
  const base = document.extends === undefined ? undefined : known.get(document.extends)
  if (document.extends !== undefined && base === undefined) {
    return { rules: undefined, problems: [{ path: [...path, 'extends'], message: unknownRules(document.extends, known) }], warnings: [] }
  }
  const { tables, problems, warnings } = tierTables(document, base, path)
  const filled = filledRules(document, base)
  const complete = v.safeParse(completeRulesSchema, filled)
  const found = complete.success ? contradictions(document, complete.output) : problemsOf(complete.issues).map((problem) => ofOtherType(problem, document, filled))
  problems.push(...found.map((problem) => elsewhere(problem, path)))
  const notes = [...warnings, ...ruleWarnings(document, base).map(({ path: at, message }) => ({ path: [...path, ...at], message }))]
  if (!complete.success || problems.length > 0) return { rules: undefined, problems, warnings: notes }
  return { rules: engineRules(complete.output, { ...base?.tiers, ...tables }), problems, warnings: notes }
}

const ELSEWHERE = 'missing; state it, or take what is left out from a built-in set with "extends"'

function elsewhere({ path, message }: Problem, prefix: readonly PathKey[]): Problem {
  return { path: [...prefix, ...path], message: message === 'missing' ? ELSEWHERE : message }
}

interface TierTables {
  readonly tables: Readonly<Record<string, TierTable>>
  readonly problems: Problem[]
  readonly warnings: readonly Problem[]
}

function tierTables({ tiers = {}, tiersBy, tierRates }: RulesDocument, base: Rules | undefined, path: readonly PathKey[]): TierTables {
  const by = tiersBy ?? base?.tiersBy ?? 'notional'
  const readings = Object.entries(tiers).map(([symbol, rows]) => [symbol, tierTable(rows, [...path, 'tiers', symbol], by, tierRates ?? base?.tierRates)] as const)
  const missing = base === undefined && !Object.hasOwn(tiers, 'default') ? [{ path: [...path, 'tiers', 'default'], message: ELSEWHERE }] : []
  return {
    tables: Object.fromEntries(readings.map(([symbol, { table }]) => [symbol, table])),
    problems: [...missing, ...readings.flatMap(([, { problems }]) => problems)],
    warnings: readings.flatMap(([, { warnings }]) => warnings),
  }
}
