import { refused } from '../engine/index.ts'
import { tapeOfFile } from '../sources/tapeOfFile.ts'
import type { TapeSupply } from '../sources/TapeSupply.ts'
import type { Io } from './Io.ts'

/** What a scenario's tape is made from on the command line. @param document  path of the scenario; its files lie beside it, read as the screen reads them when nothing is corrected by hand */
export function supplyOf(document: string, io: Pick<Io, 'asset' | 'beside'>): TapeSupply {
  return {
    textOf: (file) => io.asset(`tapes/${file}`),
    fileOf: async (part) => {
      try {
        return await tapeOfFile(await io.beside(document, part.name), part)
      } catch (error) {
        return refused({ message: error instanceof Error ? error.message : String(error) })
      }
    },
  }
}
