import type { FilePart } from '../../documents/scenario/TapeSource.ts'
import type { ExchangeClient } from '../../workers/exchange/exchangeClient.ts'
import type { LoadedPart } from '../../workers/exchange/protocol.ts'
import type { ScenarioFile, TapeFile } from '../../workers/run/ScenarioFile.ts'
import type { AppActions } from '../AppActions.ts'
import type { ExchangeActions } from '../ExchangeActions.ts'
import { againRequests } from '../exchange/againRequests.ts'
import { exchangeTrouble } from '../exchange/exchangeTrouble.ts'
import { shelfPart } from '../exchange/loadedParts.ts'
import type { Kit } from '../Kit.ts'
import type { AgainState } from '../slices/ExchangeState.ts'
import { reportStorage } from './storageActions.ts'

/** Prices of a scenario that were loaded once and are not kept here, loaded again. */
export function againDesk(kit: Kit, client: ExchangeClient, openDocument: AppActions['openDocument']): Pick<ExchangeActions, 'loadAgain' | 'openAgain'> {
  /** What came, under the names the scenario has for it. */
  let arrived: readonly LoadedPart[] = []
  const { get } = kit

  const change = (again: AgainState, fields: Partial<AgainState>): void => {
    // It may have been closed meanwhile.
    if (get().exchange.again?.source === again.source) kit.patch('exchange', { again: { ...again, ...fields } })
  }

  const open = async (source: AgainState['source']): Promise<boolean> => {
    await kit.shelf.put(arrived.map(shelfPart)).catch((error: unknown) => reportStorage(kit, error))
    const isOpen = await openDocument(source)
    if (isOpen) kit.patch('exchange', { again: undefined })
    return isOpen
  }

  return {
    async loadAgain() {
      const { again } = get().exchange
      if (again === undefined || again.status === 'loading') return false
      change(again, { status: 'loading', progress: undefined, trouble: undefined, differing: [] })
      const parts: LoadedPart[] = []
      for (const request of againRequests(again.files, get().settings.exchangeBases ?? {})) {
        const final = await client.ask({ type: 'load', request }, {
          onNews: (news) => {
            if (news.type === 'progress') change(again, { status: 'loading', progress: news.progress })
          },
        })
        if (final.type !== 'loaded') {
          change(again, { status: 'refused', trouble: exchangeTrouble(final) })
          return false
        }
        parts.push(...final.parts)
      }
      arrived = again.files.flatMap((file) => named(file, parts) ?? [])
      const differing = again.files.filter(({ name, checksum }) => arrived.find((part) => part.name === name)?.checksum !== checksum)
      if (get().exchange.again?.source !== again.source) return false
      if (differing.length === 0) return open(again.source)
      change(again, { status: 'differs', differing: differing.map(({ name }) => name) })
      return false
    },
    async openAgain() {
      const { again } = get().exchange
      return again?.status === 'differs' ? open(withChecksums(again.source, arrived)) : false
    },
  }
}

/** The part that is a file's, called as the file is. */
function named({ name, instrument, kind = 'mark', origin }: FilePart, parts: readonly LoadedPart[]): LoadedPart | undefined {
  const found = parts.find((part) => part.kind === kind && part.series === origin?.series && part.origin.symbol === origin.symbol)
  return found === undefined ? undefined : { ...found, name, instrument }
}

/** The scenario with what came in place of what it was made with, also where other prices are made of it. */
function withChecksums(source: string | ScenarioFile, parts: readonly LoadedPart[]): ScenarioFile {
  const document = typeof source === 'string' ? (JSON.parse(source) as ScenarioFile) : source
  const checked = (tape: TapeFile): TapeFile => {
    if (tape.type === 'file') return { ...tape, files: tape.files.map((file) => ({ ...file, checksum: parts.find(({ name }) => name === file.name)?.checksum ?? file.checksum })) }
    if (tape.type === 'bootstrap' || tape.type === 'amplified') return { ...tape, of: checked(tape.of) }
    return tape.type === 'drawn' && tape.base !== undefined ? { ...tape, base: checked(tape.base) } : tape
  }
  return { ...document, tape: checked(document.tape) }
}
