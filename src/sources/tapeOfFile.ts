import { ok, refused, type Result, type Tape } from '../engine/index.ts'
import type { FilePart } from '../documents/scenario/TapeSource.ts'
import { packedKind } from '../tapes/archive/packedKind.ts'
import { fileTape } from '../tapes/csv/fileTape.ts'

/** The prices of a file part out of its file, read as the screen reads it when nothing is corrected by hand. */
export async function tapeOfFile(file: Blob, part: FilePart): Promise<Result<Tape, { readonly message: string }>> {
  const { name, entry, instrument, kind, barMillis } = part
  const inner = await entryOf(file, entry)
  if (!inner.ok) return inner
  const read = await fileTape(inner.value.blob, { name, entry: inner.value.path ?? entry, instrument, kind, ...(barMillis === undefined ? {} : { change: { barMillis } }) })
  if (!read.ok) return read
  return read.value.made.ok ? ok(read.value.made.value.tape) : read.value.made
}

/** The file itself, or out of an archive the one that is named; without a name the only one. */
async function entryOf(file: Blob, entry: string | undefined): Promise<Result<{ readonly blob: Blob; readonly path?: string }, { readonly message: string }>> {
  if (packedKind(new Uint8Array(await file.slice(0, 4).arrayBuffer())) !== 'zip') return ok({ blob: file })
  const { unzipped } = await import('../tapes/archive/unzipped.ts')
  const archive = await unzipped(file)
  if (!archive.ok) return archive
  const { files } = archive.value
  const found = entry === undefined && files.length === 1 ? files[0] : files.find(({ path }) => path === entry)
  if (found !== undefined) return ok(found)
  const held = files.map(({ path }) => path).join(', ')
  return refused({ message: entry === undefined ? `the archive holds ${files.length} files; say which as "entry": ${held}` : `the archive holds no ${entry}; it holds ${held}` })
}
