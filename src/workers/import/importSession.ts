import { csvTape } from '../../tapes/csv/csvTape.ts'
import { importCsv } from '../../tapes/csv/importCsv.ts'
import { instrumentOfFile } from '../../tapes/csv/instrumentOfFile.ts'
import type { CsvRefusal } from '../../tapes/csv/CsvRefusal.ts'
import { packTape } from '../../tapes/packedTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import type { ImportReply, ImportRequest } from './protocol.ts'

/** What a session needs from where it runs: a worker, or a test. */
export interface ImportHost {
  post(reply: ImportReply): void
}

type ReadRequest = ImportRequest & { readonly type: 'read' }

/** Reads files one after the other; `cancel` overtakes, whether its file is being read or still waits. */
export function createImportSession(host: ImportHost): { receive(request: ImportRequest): void; idle(): Promise<void> } {
  const controls = new Map<number, AbortController>()
  let last: Promise<void> = Promise.resolve()

  const read = async (request: ReadRequest, signal: AbortSignal): Promise<void> => {
    try {
      host.post(await readFile(request, signal, (share, rows) => host.post({ id: request.id, type: 'progress', share, rows })))
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

async function readFile(request: ReadRequest, signal: AbortSignal, onProgress: (share: number, rows: number) => void): Promise<ImportReply> {
  const { id, file, name, mapping: wanted } = request
  const imported = await importCsv(file, { signal, onProgress, ...(wanted === undefined ? {} : { mapping: wanted }) })
  if (!imported.ok) return { id, type: 'refused', ...worded(imported.error), detection: undefined, mapping: undefined }
  const { detection, mapping, parsed } = imported.value
  if (!parsed.ok) {
    if (parsed.error.code === 'cancelled') return { id, type: 'cancelled' }
    return { id, type: 'refused', ...worded(parsed.error), detection, mapping }
  }
  const instrument = request.instrument ?? instrumentOfFile(name)
  const kind = request.kind ?? 'mark'
  const tape = csvTape(parsed.value, { fileName: name, instrument, kind })
  const part = { name, instrument, ...(kind === 'mark' ? {} : { kind }), checksum: tapeHash(tape), tape: packTape(tape) }
  return { id, type: 'read', detection, mapping, report: parsed.value.report, part }
}

function worded(refusal: CsvRefusal): { readonly message: string; readonly problems: CsvRefusal['problems'] & object } {
  return { message: refusal.message, problems: refusal.problems ?? [] }
}
