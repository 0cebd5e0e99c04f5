import * as v from 'valibot'
import { builtinRules, quote, rate, type Funding, type Rules, type TierTable } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import { problemsOf } from '../validators/problemsOf.ts'
import { completeRulesSchema, type CompleteRules, type FundingDocument, type RulesDocument } from './RulesDocument.ts'
import { rulesToDocument } from './rulesToDocument.ts'
import { tierTable } from './tierTable.ts'

const HOUR = 3_600_000

export interface RulesReading {
  /** Absent when there are problems. */
  readonly rules: Rules | undefined
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** A validated document as the engine's rules; what is left out is taken from the set it extends. */
export function rulesOf(document: RulesDocument, path: readonly PathKey[]): RulesReading {
  const base = document.extends === undefined ? undefined : builtinRules.get(document.extends)
  if (document.extends !== undefined && base === undefined) {
    return { rules: undefined, problems: [{ path: [...path, 'extends'], message: unknownRules(document.extends) }], warnings: [] }
  }
  const { tables, problems, warnings } = tierTables(document, path)
  const complete = v.safeParse(completeRulesSchema, filled(document, base))
  if (!complete.success) problems.push(...problemsOf(complete.issues).map((problem) => elsewhere(problem, path)))
  else problems.push(...fundingProblems(complete.output.funding, path))
  if (!complete.success || problems.length > 0) return { rules: undefined, problems, warnings }
  return { rules: converted(complete.output, { ...base?.tiers, ...tables }), problems, warnings }
}

/** The message for a set of rules that is not built in. */
export function unknownRules(id: string): string {
  return `no built-in rules are called ${JSON.stringify(id)}; there are ${[...builtinRules.keys()].join(', ')}`
}

function elsewhere({ path, message }: Problem, prefix: readonly PathKey[]): Problem {
  const hint = message === 'missing' ? 'missing; state it, or take what is left out from a built-in set with "extends"' : message
  return { path: [...prefix, ...path], message: hint }
}

interface TierTables {
  readonly tables: Readonly<Record<string, TierTable>>
  readonly problems: Problem[]
  readonly warnings: readonly Problem[]
}

function tierTables({ tiers = {} }: RulesDocument, path: readonly PathKey[]): TierTables {
  const readings = Object.entries(tiers).map(([symbol, rows]) => [symbol, tierTable(rows, [...path, 'tiers', symbol])] as const)
  return {
    tables: Object.fromEntries(readings.map(([symbol, { table }]) => [symbol, table])),
    problems: readings.flatMap(([, { problems }]) => problems),
    warnings: readings.flatMap(([, { warnings }]) => warnings),
  }
}

/** The document with everything of the extended set that it does not state. A set that changes another is not that other one. */
function filled(document: RulesDocument, base: Rules | undefined): RulesDocument {
  const { extends: _, schema: __, ...stated } = document
  if (base === undefined) return { id: 'custom', name: 'Custom rules', summary: '', source: 'the document', ...stated }
  const from = rulesToDocument(base)
  return {
    ...from,
    id: `${base.id}-edited`,
    name: `${base.name}, edited`,
    ...stated,
    fees: { ...from.fees, ...stated.fees },
    tiers: { ...from.tiers, ...stated.tiers },
    liquidation: { ...from.liquidation, ...stated.liquidation },
  }
}

function fundingProblems(funding: FundingDocument, path: readonly PathKey[]): readonly Problem[] {
  const isOne = (funding.intervalHours === undefined) !== (funding.intervalMillis === undefined)
  if (funding.type === 'none' || isOne) return []
  return [{ path: [...path, 'funding'], message: 'one of intervalHours and intervalMillis was expected' }]
}

function converted(document: CompleteRules, tables: Readonly<Record<string, TierTable>>): Rules {
  const { fees, liquidation } = document
  return {
    id: document.id,
    name: document.name,
    summary: document.summary,
    date: document.date ?? '',
    source: document.source,
    fees: { maker: rate(fees.maker), taker: rate(fees.taker) },
    funding: fundingOf(document.funding),
    tiers: { default: [], ...tables },
    maintenanceOn: document.maintenanceOn,
    exitFeeInTest: document.exitFeeInTest,
    comparison: document.comparison,
    liquidation: { ...liquidation, feeRate: rate(liquidation.feeRate) },
    insuranceFund: quote(document.insuranceFund),
  }
}

function fundingOf(document: FundingDocument): Funding {
  const intervalMillis = document.intervalMillis ?? (document.intervalHours ?? 0) * HOUR
  return document.rate === undefined ? { type: 'none' } : { type: 'fixed', intervalMillis, rate: rate(document.rate) }
}
