import { fileTape } from '../../tapes/csv/fileTape.ts'
import type { CsvRefusal } from '../../tapes/csv/CsvRefusal.ts'
import { packTape } from '../../tapes/packedTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import type { ImportReply, ImportRequest } from './protocol.ts'

/** What a session needs from where it runs: a worker, or a test. */
export interface ImportHost {
  post(reply: ImportReply): void
}

type FileRequest = ImportRequest & { readonly type: 'read' | 'unpack' }
type Progress = (share: number, rows: number) => void

/** Reads files one after the other; `cancel` overtakes, whether its file is being read or still waits. */
export function createImportSession(host: ImportHost): { receive(request: ImportRequest): void; idle(): Promise<void> } {
  const controls = new Map<number, AbortController>()
  let last: Promise<void> = Promise.resolve()

  const read = async (request: FileRequest, signal: AbortSignal): Promise<void> => {
    const onProgress: Progress = (share, rows) => host.post({ id: request.id, type: 'progress', share, rows })
    try {
      host.post(await (request.type === 'read' ? readFile(request, signal, onProgress) : unpack(request, signal, onProgress)))
    } catch (error) {
      host.post({ id: request.id, type: 'failed', message: error instanceof Error ? error.message : String(error) })
    } finally {
      controls.delete(request.id)
    }
  }

  return {
    receive(request) {
      if (request.type === 'cancel') {
        controls.get(request.target)?.abort()
        return
      }
      const control = new AbortController()
      controls.set(request.id, control)
      last = last.then(() => read(request, control.signal))
    },
    idle: () => last,
  }
}

async function readFile(request: FileRequest & { readonly type: 'read' }, signal: AbortSignal, onProgress: Progress): Promise<ImportReply> {
  const { id, file, name, entry, mapping: wanted, instrument, kind } = request
  const read = await fileTape(file, { name, entry, instrument, kind, signal, onProgress, ...(wanted === undefined ? {} : { mapping: wanted }) })
  if (!read.ok) return refusedReply(id, read.error)
  const { imported, made } = read.value
  const { detection, mapping, parsed, look } = imported
  if (!parsed.ok) return parsed.error.code === 'cancelled' ? { id, type: 'cancelled' } : { id, type: 'refused', ...worded(parsed.error), detection, mapping }
  if (!made.ok) return refusedReply(id, made.error)
  const { tape } = made.value
  const barMillis = mapping.content === 'trades' ? { barMillis: tape.barMillis } : {}
  const part = {
    name,
    instrument: made.value.instrument,
    ...(made.value.kind === 'mark' ? {} : { kind: made.value.kind }),
    ...(entry === undefined ? {} : { entry }),
    ...barMillis,
    checksum: tapeHash(tape),
    tape: packTape(tape),
  }
  return { id, type: 'read', detection, mapping, report: parsed.value.report, part, look }
}

async function unpack({ id, file }: FileRequest & { readonly type: 'unpack' }, signal: AbortSignal, onProgress: Progress): Promise<ImportReply> {
  const { unzipped } = await import('../../tapes/archive/unzipped.ts')
  const archive = await unzipped(file, { signal, onProgress: (share) => onProgress(share, 0) })
  return archive.ok ? { id, type: 'unpacked', ...archive.value } : refusedReply(id, archive.error)
}

function refusedReply(id: number, refusal: CsvRefusal): ImportReply {
  if (refusal.code === 'cancelled') return { id, type: 'cancelled' }
  return { id, type: 'refused', ...worded(refusal), detection: undefined, mapping: undefined }
}

function worded(refusal: CsvRefusal): { readonly message: string; readonly problems: CsvRefusal['problems'] & object } {
  return { message: refusal.message, problems: refusal.problems ?? [] }
}
