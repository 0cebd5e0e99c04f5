import { gunzipped, type UnpackedPiece } from '../archive/gunzipped.ts'
import { packedKind } from '../archive/packedKind.ts'
import { csvEncoding } from './csvEncoding.ts'
import type { CsvRefusal } from './CsvRefusal.ts'

/** A file, its whole text, or its text in pieces. */
export type CsvSource = Blob | string | Iterable<string> | AsyncIterable<string>

export interface CsvChunk {
  /** Whole lines, each ending in \n but perhaps the last of the file. */
  readonly text: string
  /** Share of the file that has been read, 0 to 1; 0 where the length is not known. */
  readonly progress: number
}

/** Bytes read at a time: large enough to be quick, small enough that cancelling and progress feel immediate. */
const SLICE = 1 << 20
/** No line and no quoted cell of a price file is longer. */
const LONGEST_LINE = 16 << 20

/** The source as chunks of whole lines; a refusal where it turns out not to be text. Line breaks \r\n and \r become \n. */
export async function* csvChunks(source: CsvSource): AsyncGenerator<CsvChunk, CsvRefusal | undefined> {
  let rest = ''
  let first = true
  let carriage = false
  let progress = 0
  const pieces = piecesOf(source)
  for (;;) {
    const piece = await pieces.next()
    if (piece.done === true) {
      if (piece.value !== undefined) return piece.value
      break
    }
    progress = piece.value.progress
    let { text } = piece.value
    if (first) text = text.replace(/^\ufeff/, '')
    if (first) carriage = text.includes('\r') && !text.includes('\n')
    first = false
    text = rest + (carriage ? text.replaceAll('\r', '\n') : text)
    const cut = lastLineEnd(text)
    rest = text.slice(cut)
    if (rest.length > LONGEST_LINE) return endless(rest)
    if (cut > 0) yield { text: text.slice(0, cut), progress }
  }
  if (rest !== '') yield { text: rest, progress }
  return undefined
}

/** Behind the last line break that is not inside of quotes; 0 where there is none. */
function lastLineEnd(text: string): number {
  if (!text.includes('"')) return text.lastIndexOf('\n') + 1
  let quoted = false
  let end = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 34) quoted = !quoted
    else if (code === 10 && !quoted) end = i + 1
  }
  return end
}

function endless(rest: string): CsvRefusal {
  if (rest.includes('"')) return { code: 'unclosed-quote', message: 'A quotation mark in the file is opened and never closed. Remove it and load the file again.' }
  return { code: 'no-columns', message: 'The file has no line breaks, so it has no rows. Choose a CSV file with one row a bar.' }
}

/** The source as text, piece by piece, unpacked where it is gzip. */
export async function* piecesOf(source: CsvSource): AsyncGenerator<CsvChunk, CsvRefusal | undefined> {
  if (typeof source === 'string') {
    for (let i = 0; i < source.length; i += SLICE) yield { text: source.slice(i, i + SLICE), progress: Math.min(1, (i + SLICE) / source.length) }
    return undefined
  }
  if (source instanceof Blob) return yield* decoded(await isGzip(source) ? gunzipped(source) : slices(source))
  for await (const text of source) yield { text, progress: 0 }
  return undefined
}

async function isGzip(blob: Blob): Promise<boolean> {
  return packedKind(new Uint8Array(await blob.slice(0, 4).arrayBuffer())) === 'gzip'
}

async function* slices(blob: Blob): AsyncGenerator<UnpackedPiece, undefined> {
  for (let i = 0; i < blob.size; i += SLICE) {
    yield { bytes: new Uint8Array(await blob.slice(i, i + SLICE).arrayBuffer()), progress: Math.min(1, (i + SLICE) / blob.size) }
  }
  return undefined
}

/** Bytes as text, by the encoding that the first of them tell; short pieces are put together, as a decompressor makes them. */
async function* decoded(pieces: AsyncGenerator<UnpackedPiece, CsvRefusal | undefined>): AsyncGenerator<CsvChunk, CsvRefusal | undefined> {
  let decoder: TextDecoder | undefined
  let text = ''
  let progress = 0
  try {
    for (;;) {
      const piece = await pieces.next()
      if (piece.done === true) {
        if (piece.value !== undefined) return piece.value
        break
      }
      if (decoder === undefined) {
        const encoding = csvEncoding(piece.value.bytes.subarray(0, 4096))
        if (!encoding.ok) return encoding.error
        decoder = new TextDecoder(encoding.value)
      }
      text += decoder.decode(piece.value.bytes, { stream: true })
      progress = piece.value.progress
      if (piece.value.bytes.length < SLICE && text.length < SLICE) continue
      yield { text, progress }
      text = ''
    }
  } finally {
    await pieces.return(undefined)
  }
  text += decoder?.decode() ?? ''
  if (text !== '') yield { text, progress: 1 }
  return undefined
}
