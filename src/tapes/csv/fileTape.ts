import { ok, type PriceKind, refused, type Result, type Tape } from '../../engine/index.ts'
import type { CsvRefusal } from './CsvRefusal.ts'
import { csvTape } from './csvTape.ts'
import { type ImportedCsv, importCsv, type ImportOptions } from './importCsv.ts'
import { instrumentOfFile } from './instrumentOfFile.ts'

export interface WantedTape extends ImportOptions {
  /** The file's name; of one in an archive that of the archive. */
  readonly name: string
  /** Its path in the archive. */
  readonly entry?: string | undefined
  /** A name for the instrument; from the file and its name where absent. */
  readonly instrument?: string | undefined
  /** Which of its prices; the mark where absent. Funding is told by the rows. */
  readonly kind?: PriceKind | 'funding' | undefined
}

export interface FileTape {
  readonly imported: ImportedCsv
  /** The tape with what it was made of, or why the rows could not be read. */
  readonly made: Result<{ readonly tape: Tape; readonly instrument: string; readonly kind: PriceKind | 'funding' }, CsvRefusal>
}

/** A file of the user's as a tape. The same for the import on screen and for the command line, so that both get the same prices. */
export async function fileTape(file: Blob, wanted: WantedTape): Promise<Result<FileTape, CsvRefusal>> {
  // Folders of an archive tell what is in them: markPriceKlines/BTCUSDT-1m.csv.
  const known = wanted.entry ?? wanted.name
  const read = await importCsv(file, { ...wanted, name: known })
  if (!read.ok) return read
  const imported = read.value
  const { parsed, mapping, detection } = imported
  if (!parsed.ok) return ok({ imported, made: refused(parsed.error) })
  const isFunding = mapping.content === 'funding'
  const kind = isFunding ? 'funding' : wanted.kind === 'funding' ? 'mark' : (wanted.kind ?? 'mark')
  // Candles are named by their files; lists of trades and replies of exchanges are named after days, and hold the symbol.
  const symbol = mapping.content !== undefined || mapping.container === 'json' ? detection.symbol : undefined
  const instrument = wanted.instrument ?? symbol?.slice(0, 40) ?? instrumentOfFile(known)
  return ok({ imported, made: ok({ tape: csvTape(parsed.value, { fileName: wanted.name, instrument, kind }), instrument, kind }) })
}
