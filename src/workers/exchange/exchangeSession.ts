import type { ExchangeDeps } from '../../sources/exchange/ExchangeDeps.ts'
import type { ExchangeTrouble } from '../../sources/exchange/ExchangeTrouble.ts'
import type { ExchangePart } from '../../sources/exchange/LoadedExchange.ts'
import { loadExchange } from '../../sources/exchange/loadExchange.ts'
import { decimalsSeen } from '../../tapes/columns/decimalsSeen.ts'
import { packTape } from '../../tapes/packedTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import type { ExchangeStorage } from './ExchangeStorage.ts'
import { jobKeeper } from './jobKeeper.ts'
import { keepTrouble, keptPages } from './keptPages.ts'
import type { ExchangeAsk, ExchangeFinal, ExchangeReply, KeepTrouble, LoadedPart } from './protocol.ts'

/** What a session needs from where it runs: a worker, or a test. */
export interface ExchangeHost {
  post(reply: ExchangeReply): void
  readonly deps: Pick<ExchangeDeps, 'fetch' | 'now' | 'sleep' | 'timeout' | 'online' | 'inBrowser'>
  readonly storage: ExchangeStorage
}

/** Ends after which the same question may be answered another time; after the others it would end the same way. */
const CAN_GO_ON: ReadonlySet<ExchangeTrouble['code']> = new Set(['cancelled', 'offline', 'blocked', 'rate-limit', 'connection', 'server', 'reply'])

type Ask<Type extends ExchangeAsk['type']> = Extract<ExchangeAsk, { type: Type }>

/** Answers every request once; several may be under way. Nothing leaves the machine but for `load`, `instruments` and `tiers`. */
export function createExchangeSession(host: ExchangeHost): { receive(ask: ExchangeAsk): void; idle(): Promise<void> } {
  const { storage } = host
  const controls = new Map<number, AbortController>()
  const under = new Set<Promise<void>>()

  const load = async ({ id, request }: Ask<'load'>, signal: AbortSignal): Promise<ExchangeFinal> => {
    let isTold = false
    const tell = (trouble: KeepTrouble): void => {
      if (!isTold) host.post({ id, type: 'not-kept', trouble })
      isTold = true
    }
    const job = jobKeeper(storage, request, { now: host.deps.now, onTrouble: tell })
    const loaded = await loadExchange(request, {
      ...host.deps,
      signal,
      cache: keptPages(storage, tell),
      onProgress(progress) {
        host.post({ id, type: 'progress', progress })
        job.reached(progress)
      },
    })
    if (!loaded.ok) {
      await (CAN_GO_ON.has(loaded.error.code) ? job.stop() : job.end())
      return unlessCancelled(loaded.error)
    }
    const parts = loaded.value.parts.map(sentPart)
    await job.end()
    return { type: 'loaded', parts, notes: loaded.value.notes }
  }

  const answer = async (ask: Exclude<ExchangeAsk, { type: 'cancel' | 'ping' }>, signal: AbortSignal): Promise<ExchangeFinal> => {
    switch (ask.type) {
      case 'load':
        return load(ask, signal)
      case 'instruments':
      case 'tiers':
        return asked(ask, { ...host.deps, signal })
      case 'forget-job':
        await storage.removeJob(ask.job).catch(() => undefined)
        return kept(storage)
      case 'clear-pages':
        await storage.clearPages().catch(() => undefined)
        return kept(storage)
      case 'kept':
        return kept(storage)
    }
  }

  const settled = async (ask: Parameters<typeof answer>[0], signal: AbortSignal): Promise<void> => {
    try {
      host.post({ id: ask.id, ...(await answer(ask, signal)) })
    } catch (error) {
      host.post({ id: ask.id, type: 'failed', message: error instanceof Error ? error.message : String(error) })
    } finally {
      controls.delete(ask.id)
    }
  }

  return {
    receive(ask) {
      if (ask.type === 'ping') {
        host.post({ id: ask.id, type: 'alive' })
        return
      }
      if (ask.type === 'cancel') {
        controls.get(ask.target)?.abort()
        return
      }
      const control = new AbortController()
      controls.set(ask.id, control)
      const done = settled(ask, control.signal)
      under.add(done)
      void done.finally(() => under.delete(done))
    },
    async idle() {
      while (under.size > 0) await Promise.all(under)
    },
  }
}

/** Lists and tiers; their code is fetched when they are asked for. */
async function asked(ask: Ask<'instruments'> | Ask<'tiers'>, deps: ExchangeDeps): Promise<ExchangeFinal> {
  const { answerList } = await import('./answerList.ts')
  const listed = await answerList(ask, deps)
  return listed.ok ? listed.value : unlessCancelled(listed.error)
}

function unlessCancelled(trouble: ExchangeTrouble): ExchangeFinal {
  return trouble.code === 'cancelled' ? { type: 'cancelled' } : { type: 'refused', trouble }
}

async function kept(storage: ExchangeStorage): Promise<ExchangeFinal> {
  try {
    return { type: 'kept', size: await storage.size(), jobs: await storage.jobs() }
  } catch (error) {
    return { type: 'kept', size: { pages: 0, bytes: 0 }, jobs: [], trouble: keepTrouble(error) }
  }
}

function sentPart({ tape, ...rest }: ExchangePart): LoadedPart {
  return { ...rest, decimals: decimalsSeen(tape.series.flatMap(({ open, high, low, close }) => [open, high, low, close])), checksum: tapeHash(tape), tape: packTape(tape) }
}
