import { parseBook } from '../documents/book/parseBook.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { csvText } from './csvText.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { marginReport } from './marginReport.ts'
import { marginRows } from './marginRows.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { noteAge } from './rulesAge.ts'
import { readDocument } from './readDocument.ts'

/** `margin <book.json>`: every figure of a book. */
export async function marginCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: { csv: { type: 'boolean' } }, operands: ['<book.json>'] })
  const book = await readDocument(io, positionals[0] ?? '-', parseBook)
  if (book === undefined) return REFUSED
  noteAge(book.rules, io)
  const report = marginReport(book)
  io.out(values.csv === true ? csvText(marginRows(report)) : jsonText(report))
  return DONE
}
