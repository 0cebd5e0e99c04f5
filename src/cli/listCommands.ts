import { builtinRules, type Rules } from '../engine/index.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { jsonSchema } from '../documents/jsonSchema.ts'
import { DOCUMENT_NAMES } from '../documents/parseDocument.ts'
import { serializeRules } from '../documents/rules/serializeRules.ts'
import { DONE, type ExitCode, type Io } from './Io.ts'
import { ageInDays, isStale, noteAge, STALE_AFTER_DAYS } from './rulesAge.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { TAPE_LIST } from './tapeList.ts'
import { UsageError } from './UsageError.ts'

/** `rules` and `venues`: the built-in sets; `rules <id>`: one of them as a document, to be changed and put into a book or scenario. */
export async function rulesCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals } = parseCommandLine(args, { options: {}, operands: ['<id>?'] })
  const [id] = positionals
  if (id === undefined) {
    const today = io.today()
    io.out(jsonText([...builtinRules.values()].map((rules) => listed(rules, today))))
    const stale = [...builtinRules.values()].filter((rules) => isStale(rules, today)).map((rules) => rules.id)
    if (stale.length > 0) io.say(`note: older than ${STALE_AFTER_DAYS} days: ${stale.join(', ')}; the venues may have changed them`)
    return DONE
  }
  const rules = builtinRules.get(id)
  if (rules === undefined) throw new UsageError(`there are no rules ${JSON.stringify(id)}; there are ${[...builtinRules.keys()].join(', ')}`)
  io.out(serializeRules(rules))
  noteAge(rules, io)
  return DONE
}

/** A set in the list: what it is, how old its data are, and where they are from. */
function listed(rules: Rules, today: string) {
  const { id, name, summary, date, source } = rules
  return { id, name, date, ageDays: ageInDays(rules, today) ?? { none: 'no-date' }, stale: isStale(rules, today), source, summary }
}

/** `tapes`: the prices a scenario can name. */
export async function tapesCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  parseCommandLine(args, { options: {}, operands: [] })
  io.out(jsonText(TAPE_LIST))
  return DONE
}

/** `schema <name>`: the JSON Schema of a document. */
export async function schemaCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals } = parseCommandLine(args, { options: {}, operands: ['<name>'] })
  const name = DOCUMENT_NAMES.find((each) => each === positionals[0])
  if (name === undefined) throw new UsageError(`one of ${DOCUMENT_NAMES.join(', ')} was expected, ${JSON.stringify(positionals[0])} was given`)
  io.out(jsonText(jsonSchema(name)))
  return DONE
}
