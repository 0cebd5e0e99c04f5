import { variant, type GenericSchema } from 'valibot'
import { quote, type Rules } from '../../engine/index.ts'
import { instrumentOf } from '../instruments/InstrumentDocument.ts'
import { parseReading, type DocumentReading } from '../parseReading.ts'
import { accepted, addAll, refusedWith, type Parsed, type PathKey, type Problem } from '../Problem.ts'
import type { RulesDocument } from '../rules/RulesDocument.ts'
import type { RulesReading } from '../rules/rulesOf.ts'
import { keptTables } from '../rules/keptTables.ts'
import { unknownRules, type KnownRules } from '../rules/unknownRules.ts'
import { tapeOf } from '../tape/tapeOf.ts'
import { collateralOf } from './collateralOf.ts'
import { commandsOf } from './commandsOf.ts'
import { counterpartiesOf } from './counterpartiesOf.ts'
import { firstSources } from './firstSources.ts'
import type { RulesSource, Scenario } from './Scenario.ts'
import type { TapeSource } from './TapeSource.ts'
import { scenarioSchemaBy, type ScenarioDocument } from './ScenarioDocument.ts'

const DEFAULT_RULES = 'plain'

/** What reads rules that are written out in a scenario. */
export interface WrittenRules {
  readonly schema: GenericSchema<unknown, ScenarioDocument>
  readonly read: (document: RulesDocument, path: readonly PathKey[], known: KnownRules) => RulesReading
}

/** Without `written`, only the id of a set is taken; without `schema` and it, only prices of the first screen's sources. */
export interface AtHand {
  readonly known: KnownRules
  readonly schema?: GenericSchema<unknown, ScenarioDocument>
  readonly written?: WrittenRules
}

const ofFirstScreen = scenarioSchemaBy(variant('type', Object.values(firstSources)))

/**
 * A Scenario document that was read, with every default filled in. The rules it may name, what reads rules
 * written out and most sources of prices are handed in: the page fetches that code only when a scenario needs it.
 */
export function parseScenarioBy(reading: DocumentReading, { known, schema, written }: AtHand): Parsed<Scenario> {
  const parsed = parseReading(reading, 'scenario', schemaFor(written, schema))
  if (!parsed.ok) return parsed
  const document = parsed.value
  const problems: Problem[] = []
  const warnings: Problem[] = [...parsed.warnings]
  const rules = rulesSource(document.rules ?? DEFAULT_RULES, { problems, warnings, known, written })
  const positionMode = document.positionMode ?? 'one-way'
  const read = commandsOf(document.commands ?? [], positionMode, ['commands'])
  addAll(problems, [read.problems, tapeProblems(document), twice(document)].flat())
  const contract = rules?.rules.contract ?? 'linear'
  const assets = collateralOf(document)
  const parties = counterpartiesOf(document)
  addAll(problems, [otherContracts(document, contract), assets.problems, parties.problems].flat())
  if (rules === undefined || problems.length > 0) return refusedWith(problems)
  addAll(warnings, keptTables(document.rules, rules.rules, traded(read.commands), ['rules']))
  return accepted(
    {
      title: document.title ?? 'Untitled',
      rules,
      tape: document.tape,
      instruments: (document.instruments ?? []).map((each) => instrumentOf(each, contract)),
      wallet: quote(document.wallet),
      collateral: assets.collateral,
      counterparties: parties.counterparties,
      positionMode,
      between: document.between,
      candlePath: document.candlePath,
      commands: read.commands,
      settings: { pauseAtLiquidation: document.settings?.pauseAtLiquidation ?? true },
      extra: Object.fromEntries(Object.entries(document).filter(([key]) => key.startsWith('x-'))),
    },
    warnings,
  )
}

function schemaFor(written: WrittenRules | undefined, schema: AtHand['schema'] = ofFirstScreen): WrittenRules['schema'] {
  return written === undefined ? schema : written.schema
}

interface Notes {
  readonly problems: Problem[]
  readonly warnings: Problem[]
  readonly known: KnownRules
  readonly written: WrittenRules | undefined
}

function rulesSource(rules: string | RulesDocument, notes: Notes): RulesSource | undefined {
  if (typeof rules === 'string') {
    const builtIn = notes.known.get(rules)
    if (builtIn !== undefined) return { type: 'built-in', id: rules, rules: builtIn }
    notes.problems.push({ path: ['rules'], message: unknownRules(rules, notes.known) })
    return undefined
  }
  if (notes.written === undefined) return undefined // the schema has refused them
  const reading = notes.written.read(rules, ['rules'], notes.known)
  addAll(notes.problems, reading.problems)
  addAll(notes.warnings, reading.warnings)
  return reading.rules === undefined ? undefined : { type: 'inline', rules: reading.rules }
}

function traded(commands: Scenario['commands']): readonly string[] {
  return commands.flatMap((command) => (command.type === 'place-order' ? [command.instrument] : []))
}

/** A venue has contracts of one kind: those of the other are margined in another currency. */
function otherContracts({ instruments = [] }: ScenarioDocument, contract: Rules['contract']): readonly Problem[] {
  return instruments.flatMap(({ type }, index) => {
    if (type === undefined || type === 'spot' || type === contract) return []
    return [{ path: ['instruments', index, 'type'], message: `the rules are for ${contract} contracts; this one is ${type}. Leave it out, or choose rules for ${type} contracts` }]
  })
}

function tapeProblems({ tape }: ScenarioDocument): readonly Problem[] {
  return sourceProblems(tape, ['tape'])
}

/** What the schema of a source cannot say, also of what it is made of. */
function sourceProblems(tape: TapeSource, path: readonly PathKey[]): readonly Problem[] {
  if (tape.type === 'inline') return tapeOf(tape, path).problems
  if ('of' in tape) return sourceProblems(tape.of, [...path, 'of'])
  if ('base' in tape && tape.base !== undefined) return sourceProblems(tape.base, [...path, 'base'])
  if ((tape.type !== 'gbm' && tape.type !== 'model') || typeof tape.correlation !== 'object') return []
  const n = tape.instruments.length
  const isSquare = tape.correlation.length === n && tape.correlation.every((row) => row.length === n)
  return isSquare ? [] : [{ path: [...path, 'correlation'], message: `${n} rows of ${n} coefficients were expected, one for each instrument` }]
}

function twice({ instruments = [] }: ScenarioDocument): readonly Problem[] {
  const seen = new Set<string>()
  return instruments.flatMap(({ symbol }, index) => {
    if (seen.has(symbol)) return [{ path: ['instruments', index, 'symbol'], message: `${symbol} is there twice` }]
    seen.add(symbol)
    return []
  })
}
