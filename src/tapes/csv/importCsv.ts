import { ok, refused, type Result } from '../../engine/index.ts'
import { type CsvChunk, csvChunks, type CsvSource, piecesOf } from './csvChunks.ts'
import type { CsvMapping } from './CsvMapping.ts'
import type { CsvRefusal } from './CsvRefusal.ts'
import { type CsvDetection, detectCsv, type KnownOfFile } from './detectCsv.ts'
import { parseCsv, type ParsedCsv, type ParseOptions } from './parseCsv.ts'
import { type PriceLook, priceLook } from './priceLook.ts'

export interface ImportedCsv {
  readonly detection: CsvDetection
  /** The mapping that was used: the user's where one was given, else the detected one; where rows were read, with what they told. */
  readonly mapping: CsvMapping
  readonly parsed: Result<ParsedCsv, CsvRefusal>
  /** Which of an instrument's prices it seems to hold; absent where nothing tells, and where nothing could be read. */
  readonly look?: PriceLook
}

export interface ImportOptions extends ParseOptions {
  readonly mapping?: CsvMapping
  /** What is to be read otherwise than detected, where no whole mapping is given. */
  readonly change?: Partial<CsvMapping>
  /** The file's name, which may tell what it holds. */
  readonly name?: string
}

/** JSON is read whole before it can be looked at. */
const MOST_JSON = 256 * 2 ** 20

/**
 * Everything the import worker does with a file, plain or gzip, CSV or JSON: look at its beginning, then read it by the
 * mapping. A file that was detected but not read still gives its detection, so that the person can correct the mapping.
 */
export async function importCsv(file: Blob, options: ImportOptions = {}): Promise<Result<ImportedCsv, CsvRefusal>> {
  const opened = await openedText(file, options)
  if (!opened.ok) return opened
  const { source, sample, known, notes, symbol } = opened.value
  const { name = '' } = options
  const detected = detectCsv(sample, { ...(/funding/i.test(name) ? { content: 'funding' as const } : {}), ...known })
  if (!detected.ok) return detected
  const detection = answered({ ...detected.value, notes: [...detected.value.notes, ...notes], ...(symbol === undefined ? {} : { symbol }) }, options.change)
  const mapping = options.mapping ?? { ...detection.mapping, ...options.change }
  const parsed = ofOneSymbol(await parseCsv(source, mapping, options), detection.symbols)
  if (!parsed.ok) return ok({ detection, mapping, parsed })
  const look = priceLook(name, { mapping, names: detection.names }, parsed.value.hasVolume)
  return ok({ detection, mapping: parsed.value.mapping, parsed, ...(look === undefined ? {} : { look }) })
}

/** Without the question that a caller has answered with the file. */
function answered(detection: CsvDetection, change: Partial<CsvMapping> | undefined): CsvDetection {
  if (change?.utcOffsetMinutes === undefined) return detection
  const { zone: _, ...others } = detection
  return { ...others, questions: detection.questions.filter((question) => question !== 'zone') }
}

/** Contracts that follow each other may make one path, with a seam or two; symbols side by side make none. */
function ofOneSymbol(parsed: Result<ParsedCsv, CsvRefusal>, symbols: readonly string[] = []): Result<ParsedCsv, CsvRefusal> {
  if (!parsed.ok || symbols.length < 2 || parsed.value.report.duplicates * 10 <= parsed.value.report.rows) return parsed
  const named = symbols.length > 3 ? `${symbols.slice(0, 3).join(', ')} and more` : symbols.join(' and ')
  return refused({ code: 'symbols', message: `The file holds prices of several instruments at the same times (${named}). Keep the rows of one, or split it into one file for each.` })
}

interface OpenedText {
  readonly source: CsvSource
  readonly sample: string
  readonly known: KnownOfFile
  readonly symbol: string | undefined
  readonly notes: readonly string[]
}

async function openedText(file: Blob, options: ImportOptions): Promise<Result<OpenedText, CsvRefusal>> {
  const isJson = await firstOf(piecesOf(file), (text) => /^[\ufeff\s]*[[{]/.test(text))
  if (!isJson.ok) return isJson
  if (isJson.value === true) return openedJson(file, options)
  // The first piece of whole lines, about a megabyte.
  const sample = await firstOf(csvChunks(file), (text) => text)
  return sample.ok ? ok({ source: file, sample: sample.value ?? '', known: {}, symbol: undefined, notes: [] }) : sample
}

async function openedJson(file: Blob, { signal }: ImportOptions): Promise<Result<OpenedText, CsvRefusal>> {
  const { jsonTable } = await import('../json/jsonTable.ts')
  const pieces = piecesOf(file)
  let text = ''
  try {
    for (;;) {
      if (signal?.aborted === true) return refused({ code: 'cancelled', message: 'Loading was stopped. Nothing was changed.' })
      const piece = await pieces.next()
      if (piece.done === true) {
        if (piece.value !== undefined) return refused(piece.value)
        break
      }
      text += piece.value.text
      if (text.length > MOST_JSON) return refused({ code: 'bomb', message: `JSON of more than ${MOST_JSON / 2 ** 20} MB is not read. Save the prices as CSV and choose that file.` })
    }
  } catch (error) {
    return refused(unreadable(error))
  }
  const table = jsonTable(text)
  if (!table.ok) return table
  const { text: source, content, symbol, notes } = table.value
  const known: KnownOfFile = { container: 'json', ...(content === undefined ? {} : { content }) }
  return ok({ source, sample: source.slice(0, 2 ** 20), known, symbol, notes })
}

/** What the first piece tells; absent of an empty file. */
async function firstOf<T>(pieces: AsyncGenerator<CsvChunk, CsvRefusal | undefined>, tell: (text: string) => T): Promise<Result<T | undefined, CsvRefusal>> {
  try {
    const first = await pieces.next()
    if (first.done === true) return first.value === undefined ? ok(undefined) : refused(first.value)
    return ok(tell(first.value.text))
  } catch (error) {
    return refused(unreadable(error))
  } finally {
    await pieces.return(undefined)
  }
}

function unreadable(error: unknown): CsvRefusal {
  const why = error instanceof Error ? error.message : String(error)
  return { code: 'unreadable', message: `The file could not be read (${why}). It may have been moved or changed; choose it again.` }
}
