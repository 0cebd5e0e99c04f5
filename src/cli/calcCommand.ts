import { calculators } from '../engine/index.ts'
import { calcAnswer, noCalculator } from '../documents/calc/calcAnswer.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { calcList } from './calcList.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { readDocument } from './readDocument.ts'
import { UsageError } from './UsageError.ts'

/** `calc <name> <inputs.json>`: one calculation, forwards or backwards; `calc --list`: every calculator with its fields. */
export async function calcCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: { list: { type: 'boolean' }, explain: { type: 'boolean' } }, operands: ['<name>?', '<inputs.json>?'] })
  const [name, path] = positionals
  if (name !== undefined && !calculators.has(name)) throw new UsageError(noCalculator(name))
  if (values.list === true) {
    if (path !== undefined) throw new UsageError(`--list reads no document; ${JSON.stringify(path)} was not expected`)
    io.out(jsonText(calcList(name)))
    return DONE
  }
  if (name === undefined || path === undefined) throw new UsageError(`${name === undefined ? '<name>' : '<inputs.json>'} was expected; calc --list names the calculators`)
  const report = await readDocument(io, path, (text) => calcAnswer(name, text, undefined, { isExplained: values.explain === true }))
  if (report === undefined) return REFUSED
  io.out(jsonText(report))
  return DONE
}
