import { csvTape } from '../../tapes/csv/csvTape.ts'
import { importCsv } from '../../tapes/csv/importCsv.ts'
import { instrumentOfFile } from '../../tapes/csv/instrumentOfFile.ts'
import type { CsvRefusal } from '../../tapes/csv/CsvRefusal.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import type { Tape } from '../../engine/index.ts'
import type { ImportReply, ImportRequest } from './protocol.ts'

/** What a session needs from where it runs: a worker, or a test. */
export interface ImportHost {
  post(reply: ImportReply, transfer: readonly ArrayBuffer[]): void
}

type ReadRequest = ImportRequest & { readonly type: 'read' }

/** Reads files one after the other; `cancel` overtakes, whether its file is being read or still waits. */
export function createImportSession(host: ImportHost): { receive(request: ImportRequest): void; idle(): Promise<void> } {
  const controls = new Map<number, AbortController>()
  let last: Promise<void> = Promise.resolve()

  const read = async (request: ReadRequest, signal: AbortSignal): Promise<void> => {
    try {
      const { reply, transfer } = await readFile(request, signal, (share, rows) => host.post({ id: request.id, type: 'progress', share, rows }, []))
      host.post(reply, transfer)
    } catch (error) {
      host.post({ id: request.id, type: 'failed', message: error instanceof Error ? error.message : String(error) }, [])
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

async function readFile(request: ReadRequest, signal: AbortSignal, onProgress: (share: number, rows: number) => void): Promise<{ reply: ImportReply; transfer: readonly ArrayBuffer[] }> {
  const { id, file, name, mapping: wanted } = request
  const imported = await importCsv(file, { signal, onProgress, ...(wanted === undefined ? {} : { mapping: wanted }) })
  if (!imported.ok) return { reply: { id, type: 'refused', ...worded(imported.error), detection: undefined, mapping: undefined }, transfer: [] }
  const { detection, mapping, parsed } = imported.value
  if (!parsed.ok) {
    if (parsed.error.code === 'cancelled') return { reply: { id, type: 'cancelled' }, transfer: [] }
    return { reply: { id, type: 'refused', ...worded(parsed.error), detection, mapping }, transfer: [] }
  }
  const instrument = request.instrument ?? instrumentOfFile(name)
  const tape = csvTape(parsed.value, { fileName: name, instrument })
  const part = { name, instrument, checksum: tapeHash(tape), tape }
  return { reply: { id, type: 'read', detection, mapping, report: parsed.value.report, part }, transfer: tapeBuffers(tape) }
}

function worded(refusal: CsvRefusal): { readonly message: string; readonly problems: CsvRefusal['problems'] & object } {
  return { message: refusal.message, problems: refusal.problems ?? [] }
}

/** The buffers of a tape's columns, each once; handing them over leaves the tape empty on this side. */
function tapeBuffers(tape: Tape): ArrayBuffer[] {
  const columns = [tape.time, tape.jump, ...tape.series.flatMap(({ open, high, low, close }) => [open, high, low, close])]
  return [...new Set(columns.flatMap((column) => (column?.buffer instanceof ArrayBuffer ? [column.buffer] : [])))]
}
