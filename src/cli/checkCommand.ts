import { parseBook } from '../documents/book/parseBook.ts'
import { checkCalc } from '../documents/calc/checkCalc.ts'
import { DOCUMENT_NAMES, type DocumentName } from '../documents/parseDocument.ts'
import type { Parsed } from '../documents/Problem.ts'
import { parseRules } from '../documents/rules/parseRules.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import { parseTape } from '../documents/tape/parseTape.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { readDocument } from './readDocument.ts'
import { UsageError } from './UsageError.ts'

const PARSERS: Readonly<Record<DocumentName, (text: string) => Parsed<unknown>>> = {
  scenario: parseScenario,
  rules: parseRules,
  tape: parseTape,
  book: parseBook,
  calc: checkCalc,
}

/** `check <name> <file>`: reads a document and says what is wrong with it. */
export async function checkCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals } = parseCommandLine(args, { options: {}, operands: ['<name>', '<file>'] })
  const name = DOCUMENT_NAMES.find((each) => each === positionals[0])
  if (name === undefined) throw new UsageError(`one of ${DOCUMENT_NAMES.join(', ')} was expected, ${JSON.stringify(positionals[0])} was given`)
  const value = await readDocument(io, positionals[1] ?? '-', PARSERS[name])
  return value === undefined ? REFUSED : DONE
}
