import { ok, refused, type Result, type Tape } from '../engine/index.ts'
import type { FilePart, FileSource } from '../documents/scenario/TapeSource.ts'
import { csvTape } from '../tapes/csv/csvTape.ts'
import { importCsv } from '../tapes/csv/importCsv.ts'
import { mergeRefusal, mergeTapes } from '../tapes/mergeTapes.ts'
import { tapeHash } from '../tapes/tapeHash.ts'

type TapeResult = Result<Tape, { readonly message: string }>

/** The tape of the user's own files, read as the screen reads them when nothing is corrected by hand. */
export async function tapeOfFiles({ files }: FileSource, fileOf: (name: string) => Promise<Blob>): Promise<TapeResult> {
  const read = await Promise.all(files.map((part) => tapeOfFile(part, fileOf)))
  const problems = read.flatMap((each, index) => (each.ok ? [] : [`tape.files[${index}]: ${each.error.message}`]))
  if (problems.length > 0) return refused({ message: problems.join('\n') })
  const tapes = read.flatMap((each) => (each.ok ? [each.value] : []))
  const [only] = tapes
  const refusal = mergeRefusal(tapes)
  if (refusal !== undefined) return refused(refusal)
  if (tapes.length === 1 && only !== undefined) return ok(only)
  const merged = mergeTapes(tapes)
  return merged.ok ? ok(merged.value.tape) : merged
}

async function tapeOfFile({ name, instrument, kind, checksum }: FilePart, fileOf: (name: string) => Promise<Blob>): Promise<TapeResult> {
  let file: Blob
  try {
    file = await fileOf(name)
  } catch (error) {
    return refused({ message: error instanceof Error ? error.message : String(error) })
  }
  const imported = await importCsv(file)
  if (!imported.ok) return imported
  const { parsed } = imported.value
  if (!parsed.ok) return parsed
  const tape = csvTape(parsed.value, { fileName: name, instrument, ...(kind === undefined ? {} : { kind }) })
  if (checksum === undefined || tapeHash(tape) === checksum) return ok(tape)
  return refused({ message: `${name} is not the file this scenario was made with; its prices differ` })
}
