import { packedKind } from '../../tapes/archive/packedKind.ts'
import type { ImportAnswer } from '../../workers/import/importClient.ts'
import type { Reading } from './Reading.ts'
import { newReading } from './Reading.ts'

/** Whether a file is a zip archive, by its first bytes; what cannot be read is told by reading it. */
export async function isArchive(file: File): Promise<boolean> {
  const bytes = await file.slice(0, 4).arrayBuffer().catch(() => undefined)
  return bytes !== undefined && packedKind(new Uint8Array(bytes)) === 'zip'
}

/** The files of an archive as readings, by the names they go by: of one alone that of the archive. */
export function unpackedFiles(archive: File, { files }: Extract<ImportAnswer, { type: 'unpacked' }>): readonly (readonly [name: string, reading: Reading])[] {
  return files.map(({ path, blob }) => {
    const file = new File([blob], path.replace(/^.*\//, ''))
    return [files.length === 1 ? archive.name : `${archive.name} › ${path}`, newReading(file, { name: archive.name, entry: path })]
  })
}
