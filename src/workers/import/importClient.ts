import type { PartKind } from '../../documents/scenario/TapeSource.ts'
import type { CsvMapping } from '../../tapes/csv/CsvMapping.ts'
import type { WorkerLike } from '../WorkerLike.ts'
import type { ImportReply, ImportRequest } from './protocol.ts'

export type ImportAnswer = Exclude<ImportReply, { type: 'progress' }>

export interface ReadOptions {
  readonly mapping: CsvMapping | undefined
  readonly instrument: string | undefined
  readonly kind: PartKind | undefined
  /** The archive it lay in and its path there; `file.name` where it lay in none. */
  readonly archive?: { readonly name: string; readonly entry: string } | undefined
  readonly signal: AbortSignal
  readonly onProgress: (share: number, rows: number) => void
}

export interface ImportClient {
  /** Starts the worker before it is needed. */
  prepare(): void
  /** Never rejects. A worker that dies fails what it was reading; the next file starts a new one. */
  read(file: File, options: ReadOptions): Promise<ImportAnswer>
  /** The files of a zip archive. Never rejects. */
  unpack(file: File, options: Pick<ReadOptions, 'signal' | 'onProgress'>): Promise<ImportAnswer>
  close(): void
}

interface Waiting {
  readonly resolve: (answer: ImportAnswer) => void
  readonly onProgress: ReadOptions['onProgress']
}

/** The main thread's end of the import worker. */
export function createImportClient(spawn: () => WorkerLike): ImportClient {
  const waiting = new Map<number, Waiting>()
  let worker: WorkerLike | undefined
  let nextId = 1

  const end = (answer: (id: number) => ImportAnswer): void => {
    worker?.terminate()
    worker = undefined
    const owed = [...waiting]
    waiting.clear()
    for (const [id, { resolve }] of owed) resolve(answer(id))
  }
  const died = (message: string): void => end((id) => ({ id, type: 'failed', message }))

  const started = (): WorkerLike => {
    const fresh = spawn()
    fresh.addEventListener('message', ({ data }) => {
      const reply = data as ImportReply
      const owed = waiting.get(reply.id)
      if (reply.type === 'progress') owed?.onProgress(reply.share, reply.rows)
      else {
        waiting.delete(reply.id)
        owed?.resolve(reply)
      }
    })
    fresh.addEventListener('error', ({ message }) => {
      if (fresh === worker) died(message ?? 'it could not be started')
    })
    fresh.addEventListener('messageerror', () => {
      if (fresh === worker) died('a message could not be read')
    })
    return fresh
  }

  const post = (request: ImportRequest): void => {
    worker ??= started()
    worker.postMessage(request)
  }

  const asked = (request: (id: number) => ImportRequest, { signal, onProgress }: Pick<ReadOptions, 'signal' | 'onProgress'>): Promise<ImportAnswer> =>
    new Promise((resolve) => {
      const id = nextId
      nextId += 1
      if (signal.aborted) {
        resolve({ id, type: 'cancelled' })
        return
      }
      waiting.set(id, { resolve, onProgress })
      post(request(id))
      signal.addEventListener('abort', () => {
        if (waiting.has(id)) post({ id: 0, type: 'cancel', target: id })
      })
    })

  return {
    prepare() {
      worker ??= started()
    },
    read(file, { mapping, instrument, kind, archive, signal, onProgress }) {
      const { name, entry } = archive ?? { name: file.name, entry: undefined }
      return asked((id) => ({ id, type: 'read', file, name, entry, mapping, instrument, kind }), { signal, onProgress })
    },
    unpack: (file, options) => asked((id) => ({ id, type: 'unpack', file }), options),
    close() {
      end((id) => ({ id, type: 'cancelled' }))
    },
  }
}
