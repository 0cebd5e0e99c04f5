import { refused, type Result } from '../../engine/index.ts'
import { csvChunks } from './csvChunks.ts'
import type { CsvMapping } from './CsvMapping.ts'
import type { CsvRefusal } from './CsvRefusal.ts'
import { type CsvDetection, detectCsv } from './detectCsv.ts'
import { parseCsv, type ParsedCsv, type ParseOptions } from './parseCsv.ts'

export interface ImportedCsv {
  readonly detection: CsvDetection
  /** The mapping that was used: the user's where one was given, else the detected one; where rows were read, with what they told. */
  readonly mapping: CsvMapping
  readonly parsed: Result<ParsedCsv, CsvRefusal>
}

/**
 * Everything the import worker does with a file: look at its beginning, then read it by the mapping. A file that was
 * detected but not read still gives its detection, so that the person can correct the mapping.
 */
export async function importCsv(file: Blob, options: ParseOptions & { readonly mapping?: CsvMapping } = {}): Promise<Result<ImportedCsv, CsvRefusal>> {
  const sample = await sampleOf(file)
  if (!sample.ok) return sample
  const detection = detectCsv(sample.value)
  if (!detection.ok) return detection
  const mapping = options.mapping ?? detection.value.mapping
  const parsed = await parseCsv(file, mapping, options)
  return { ok: true, value: { detection: detection.value, mapping: parsed.ok ? parsed.value.mapping : mapping, parsed } }
}

/** The first piece of the file as text, at most a megabyte; its last line may be cut. */
async function sampleOf(file: Blob): Promise<Result<string, CsvRefusal>> {
  const chunks = csvChunks(file)
  try {
    const first = await chunks.next()
    if (first.done === true) return first.value === undefined ? { ok: true, value: '' } : refused(first.value)
    return { ok: true, value: first.value.text }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refused({ code: 'unreadable', message: `The file could not be read (${why}). It may have been moved or changed; choose it again.` })
  } finally {
    await chunks.return(undefined)
  }
}
