import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { ok, refused, type Result } from '../../engine/index.ts'
import type { CsvRefusal } from '../csv/CsvRefusal.ts'
import { bombProblem } from './bombGuard.ts'
import { lockedEntry } from './lockedEntry.ts'

/** A file out of an archive. */
export interface UnpackedFile {
  /** Its path in the archive, folders included. */
  readonly path: string
  readonly blob: Blob
}

export interface UnpackedArchive {
  readonly files: readonly UnpackedFile[]
  /** Paths of what is in it besides, none of which can be prices. */
  readonly leftOut: readonly string[]
}

export interface UnzipOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (share: number) => void
}

/** Pushed at a time: what comes out of so much can be a thousand times as long. */
const SLICE = 1 << 16
const MOST_BYTES = 2 ** 30
export const MOST_FILES = 200
const PRICE_FILE = /\.(csv|tsv|txt|json|data|prn|gz)$/i

/**
 * The files of a zip archive that may hold prices. Unpacked piece by piece by fflate, so that an archive that becomes
 * too large is noticed by what comes out of it, whatever it says of itself.
 */
export async function unzipped(archive: Blob, options: UnzipOptions = {}): Promise<Result<UnpackedArchive, CsvRefusal>> {
  const locked = await lockedEntry(archive)
  if (locked !== undefined) return refused({ code: 'encrypted', message: `${locked} in the archive is encrypted. Unpack it with its password and choose the file inside.` })
  const taking = new Taking()
  for (let at = 0; at < archive.size; at += SLICE) {
    if (options.signal?.aborted === true) return refused({ code: 'cancelled', message: 'Loading was stopped. Nothing was changed.' })
    const bytes = new Uint8Array(await archive.slice(at, at + SLICE).arrayBuffer())
    const refusal = taking.push(bytes, at + SLICE >= archive.size)
    if (refusal !== undefined) return refused(refusal)
    options.onProgress?.(Math.min(1, (at + SLICE) / archive.size))
  }
  return taking.done()
}

class Taking {
  private readonly parts = new Map<string, Uint8Array<ArrayBuffer>[]>()
  private readonly complete = new Set<string>()
  private readonly leftOut: string[] = []
  private readonly unzip = new Unzip((file) => this.take(file))
  private taken = 0
  private out = 0
  private broken: string | undefined

  constructor() {
    this.unzip.register(UnzipInflate)
  }

  push(bytes: Uint8Array, isLast: boolean): CsvRefusal | undefined {
    this.taken += bytes.length
    try {
      this.unzip.push(bytes, isLast)
    } catch {
      return DAMAGED
    }
    if (this.broken !== undefined) return { code: 'damaged', message: `${this.broken} in the archive is damaged or packed in an unusual way. Unpack the archive and choose the file inside.` }
    if (this.parts.size > MOST_FILES) return { code: 'archive', message: `The archive holds more than ${MOST_FILES} files. Unpack it and choose the ones that are needed.` }
    return bombProblem(this.taken, this.out, MOST_BYTES)
  }

  done(): Result<UnpackedArchive, CsvRefusal> {
    if ([...this.parts.keys()].some((path) => !this.complete.has(path)) || this.parts.size + this.leftOut.length === 0) return refused(DAMAGED)
    if (this.leftOut.includes('[Content_Types].xml')) return refused({ code: 'spreadsheet', message: 'This is an Excel workbook. Save the sheet as CSV and choose that file.' })
    if (this.parts.size === 0) {
      const held = this.leftOut.length > 3 ? `${this.leftOut.slice(0, 3).join(', ')} and ${this.leftOut.length - 3} more` : this.leftOut.join(', ')
      if (this.leftOut.every((path) => /\.(zip|7z|rar)$/i.test(path))) return refused({ code: 'archive', message: `The archive holds other archives (${held}). Unpack it and choose those.` })
      return refused({ code: 'no-prices', message: `The archive holds no price file (${held}). Choose one with CSV or JSON files inside.` })
    }
    const files = [...this.parts].filter(([path]) => !this.isBeside(path)).map(([path, parts]) => ({ path, blob: new Blob(parts) })).toSorted((a, b) => (a.path < b.path ? -1 : 1))
    return ok({ files, leftOut: [...this.leftOut, ...[...this.parts.keys()].filter((path) => this.isBeside(path))] })
  }

  /** A text beside tables: a read-me, or the report that HistData adds to its CSV. */
  private isBeside(path: string): boolean {
    return /\.txt$/i.test(path) && [...this.parts.keys()].some((other) => /\.(csv|tsv|json)(\.gz)?$/i.test(other))
  }

  private take(file: UnzipFile): void {
    const path = file.name
    if (path.endsWith('/')) return
    if (/(^|\/)(__MACOSX\/|\._|\.)/.test(path) || !(PRICE_FILE.test(path) || !/\.[^/]*$/.test(path))) {
      this.leftOut.push(path)
      return
    }
    const parts: Uint8Array<ArrayBuffer>[] = []
    this.parts.set(path, parts)
    file.ondata = (error, data, isLast) => {
      if (error !== null) this.broken = path
      else {
        this.out += data.length
        // The buffer is used again for the next piece.
        parts.push(data.slice())
        if (isLast) this.complete.add(path)
      }
    }
    file.start()
  }
}

const DAMAGED: CsvRefusal = { code: 'damaged', message: 'The zip archive is damaged or cut off. Download it again.' }
