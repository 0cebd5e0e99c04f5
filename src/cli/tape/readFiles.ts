import { basename } from 'node:path'
import { packedKind } from '../../tapes/archive/packedKind.ts'
import { csvTape } from '../../tapes/csv/csvTape.ts'
import { fileTape } from '../../tapes/csv/fileTape.ts'
import { settledKinds } from '../../tapes/settledKinds.ts'
import type { Io } from '../Io.ts'
import type { ReadFile, TapeOptions } from './ReadFile.ts'

interface Opened {
  readonly path: string
  readonly entry: string | undefined
  readonly blob: Blob
}

/** All files, those of archives one by one; what could not be read is said, one line each, and leaves the answer absent. */
export async function readFiles(paths: readonly string[], options: TapeOptions, io: Io): Promise<readonly ReadFile[] | undefined> {
  const problems: string[] = []
  const opened = (await Promise.all(paths.map((path) => openedFiles(path, io, problems)))).flat()
  const read: ReadFile[] = []
  for (const each of opened) {
    const file = await readOne(each, options, problems)
    if (file !== undefined) read.push(file)
  }
  for (const problem of problems) io.say(problem)
  return problems.length > 0 ? undefined : settled(read, options)
}

async function openedFiles(path: string, io: Io, problems: string[]): Promise<readonly Opened[]> {
  let blob: Blob
  try {
    blob = await io.beside('-', path)
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error))
    return []
  }
  if (packedKind(new Uint8Array(await blob.slice(0, 4).arrayBuffer())) !== 'zip') return [{ path, entry: undefined, blob }]
  const { unzipped } = await import('../../tapes/archive/unzipped.ts')
  const archive = await unzipped(blob)
  if (archive.ok) return archive.value.files.map((file) => ({ path, entry: file.path, blob: file.blob }))
  problems.push(`${path}: ${archive.error.message}`)
  return []
}

async function readOne({ path, entry, blob }: Opened, { instrument, kind, change }: TapeOptions, problems: string[]): Promise<ReadFile | undefined> {
  const read = await fileTape(blob, { name: basename(path), entry, instrument, kind, change })
  const refusal = !read.ok ? read.error : !read.value.made.ok ? read.value.made.error : undefined
  if (refusal !== undefined) {
    problems.push(...[refusal.message, ...(refusal.problems ?? []).slice(0, 10).map(({ message }) => message)].map((message) => `${path}${entry === undefined ? '' : ` (${entry})`}: ${message}`))
    return undefined
  }
  if (!read.ok || !read.value.made.ok || !read.value.imported.parsed.ok) return undefined
  const { imported, made } = read.value
  return { path, entry, imported, report: read.value.imported.parsed.value.report, ...made.value }
}

/** Each as the price that it is beside the others. */
function settled(read: readonly ReadFile[], options: TapeOptions): readonly ReadFile[] {
  const kinds = settledKinds(read.map(({ instrument, imported: { look } }) => ({ instrument, chosen: options.kind, look })))
  return read.map((file, i) => {
    const kind = kinds[i] ?? file.kind
    const { parsed } = file.imported
    if (kind === file.kind || !parsed.ok) return file
    return { ...file, kind, tape: csvTape(parsed.value, { fileName: basename(file.path), instrument: file.instrument, kind }) }
  })
}
