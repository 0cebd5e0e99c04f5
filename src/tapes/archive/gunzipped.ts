import type { CsvRefusal } from '../csv/CsvRefusal.ts'
import { bombProblem } from './bombGuard.ts'

/** Streams are never kept whole, so a long one does no harm but take its time. */
const MOST_BYTES = 8 * 2 ** 30

export interface UnpackedPiece {
  readonly bytes: Uint8Array
  /** Share of the packed file that has been read. */
  readonly progress: number
}

/** The contents of a gzip file piece by piece, unpacked by the platform, which checks them; a refusal where they are damaged or too much. */
export async function* gunzipped(blob: Blob): AsyncGenerator<UnpackedPiece, CsvRefusal | undefined> {
  let taken = 0
  let out = 0
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, control) {
      taken += bytes.length
      control.enqueue(bytes)
    },
  })
  const reader = blob.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    for (;;) {
      const piece = await next(reader)
      if (piece === 'damaged') return damaged(out)
      if (piece.done) return undefined
      out += piece.value.length
      const bomb = bombProblem(taken, out, MOST_BYTES)
      if (bomb !== undefined) return bomb
      yield { bytes: piece.value, progress: blob.size === 0 ? 1 : taken / blob.size }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadableStreamReadResult<Uint8Array> | 'damaged'> {
  try {
    return await reader.read()
  } catch {
    return 'damaged'
  }
}

function damaged(out: number): CsvRefusal {
  if (out === 0) return { code: 'archive', message: 'This file is compressed (gzip). Unpack it and choose the CSV file inside.' }
  return { code: 'damaged', message: 'The gzip file is damaged or cut off; what is in it cannot be trusted. Download it again.' }
}
