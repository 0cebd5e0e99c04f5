import { ok, refused } from '../engine/index.ts'
import { csvTape } from '../tapes/csv/csvTape.ts'
import { importCsv } from '../tapes/csv/importCsv.ts'
import type { TapeSupply } from '../sources/TapeSupply.ts'
import type { Io } from './Io.ts'

/** What a scenario's tape is made from on the command line. @param document  path of the scenario; its files lie beside it, read as the screen reads them when nothing is corrected by hand */
export function supplyOf(document: string, io: Pick<Io, 'asset' | 'beside'>): TapeSupply {
  return { textOf: (file) => io.asset(`tapes/${file}`), fileOf: (part) => fileBeside(part, (name) => io.beside(document, name)) }
}

async function fileBeside({ name, instrument, kind }: Parameters<TapeSupply['fileOf']>[0], blobOf: (name: string) => Promise<Blob>): ReturnType<TapeSupply['fileOf']> {
  let file: Blob
  try {
    file = await blobOf(name)
  } catch (error) {
    return refused({ message: error instanceof Error ? error.message : String(error) })
  }
  const imported = await importCsv(file)
  if (!imported.ok) return imported
  const { parsed } = imported.value
  return parsed.ok ? ok(csvTape(parsed.value, { fileName: name, instrument, ...(kind === undefined ? {} : { kind }) })) : parsed
}
