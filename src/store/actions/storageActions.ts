import type { AppActions } from '../AppActions.ts'
import type { Kit } from '../Kit.ts'
import { asideText, keepAside, keptAside } from '../persistence/keepAside.ts'
import { SCENARIO_KEY } from '../persistence/createSaver.ts'
import { replacementOf } from '../persistence/replacementOf.ts'
import { isNewer, isSavedScenario, laterOf, type SavedScenario } from '../persistence/SavedScenario.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import type { OwnStorage } from '../share/endShared.ts'
import { replaceScenario } from './changeScenario.ts'

type OpenLink = () => Promise<boolean>

interface StorageActions extends Pick<AppActions, 'readKeptAside' | 'takeOver'> {
  /** @param openLink  opens what came with the address, in place of what is kept */
  readonly start: (fallbackBuiltinId: string, openLink: OpenLink | undefined) => ReturnType<AppActions['start']>
  readonly begin: OwnStorage['begin']
  readonly readOwn: OwnStorage['read']
}

/** Coming back to what was saved, and being one of several tabs. */
export function storageActions(kit: Kit, loadBuiltin: AppActions['loadBuiltin']): StorageActions {
  const { storage, lastWords, tabs } = kit.deps

  /** What is kept; nothing where it is nothing, or cannot be read: then it is put aside first. */
  const readRecord = async (): Promise<SavedScenario | undefined> => {
    const value = laterOf(await storage.get(SCENARIO_KEY), lastWords.hear())
    if (value === undefined) return undefined
    if (!isNewer(value) && isSavedScenario(value)) return value
    await putAside(kit, value, ['it does not have the shape of a saved scenario'])
    return undefined
  }

  const restore = async (): Promise<boolean> => {
    const value = await readRecord()
    if (value === undefined) return false
    const { document } = value
    const isOpen = await replaceScenario(kit, replacementOf(value), { past: [], future: [] })
    if (isOpen) kit.notify({ type: 'restored', title: document.title })
    else {
      const { problems } = kit.get().scenario
      const files = filesOf(document)
      const isAboutFiles = files.length > 0 && problems.every((problem) => problem.startsWith('tape.files['))
      await putAside(kit, value, problems)
      if (kit.get().exchange.again !== undefined) kit.notify({ type: 'document-refused', problems })
      else if (isAboutFiles) {
        const isChanged = problems.some((problem) => problem.includes('prices differ'))
        kit.notify({ type: isChanged ? 'tape-changed' : 'tape-missing', files: files.map((file) => file.name) })
      }
    }
    return isOpen
  }

  let fallback = ''

  /** One's own work, or a built-in scenario: from now on this tab saves. */
  const begin = async (): Promise<'restored' | 'builtin'> => {
    tabs.announce()
    kit.saver.claim()
    let isRestored = false
    try {
      isRestored = await restore()
    } catch (error) {
      reportStorage(kit, error)
    }
    if (!isRestored) {
      await loadBuiltin(fallback)
      kit.patch('scenario', { past: [], canUndo: false })
    }
    return isRestored ? 'restored' : 'builtin'
  }

  let starting: ReturnType<AppActions['start']> | undefined

  const start = async (fallbackBuiltinId: string, openLink: OpenLink | undefined): ReturnType<AppActions['start']> => {
    fallback = fallbackBuiltinId
    tabs.onAnnounced(() => {
      // What came by a link is saved by no tab, and one's own work was not opened here.
      if (kit.get().shared.own === 'kept') return
      void kit.saver.flush().then(kit.saver.yieldTo)
      kit.patch('storage', { status: 'elsewhere' })
      kit.notify({ type: 'newer-tab' })
    })
    try {
      const settings = await storage.get('settings')
      if (typeof settings === 'object' && settings !== null) kit.patch('settings', settings)
      kit.patch('storage', { keptAside: await keptAside(storage) })
    } catch (error) {
      reportStorage(kit, error)
    }
    if (openLink !== undefined && (await openLink())) return 'shared'
    return begin()
  }

  return {
    // React's strict mode mounts twice; the second time gets the first one's answer.
    start: (fallbackBuiltinId, openLink) => (starting ??= start(fallbackBuiltinId, openLink)),
    begin,
    readOwn: () =>
      readRecord().catch((error: unknown) => {
        reportStorage(kit, error)
        return undefined
      }),
    readKeptAside: async (key) => {
      const value = await storage.get(key).catch(() => undefined)
      return value === undefined ? undefined : asideText(value)
    },
    async takeOver() {
      kit.saver.claim()
      tabs.announce()
      kit.saver.schedule()
      await kit.saver.flush()
    },
  }
}

/** Keeps a record that cannot be opened, and says so. Should even that fail, nothing is saved over it. */
async function putAside(kit: Kit, value: unknown, problems: readonly string[]): Promise<void> {
  const key = await keepAside(kit.deps.storage, value).catch((error: unknown) => {
    kit.saver.yieldTo()
    throw error
  })
  kit.patch('storage', { keptAside: await keptAside(kit.deps.storage) })
  kit.notify({ type: 'saved-document-kept-aside', key, isNewer: isNewer(value), problems })
}

/** The storage refused: told once of each kind, and the app goes on without it. */
export function reportStorage(kit: Kit, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const isFull = error instanceof Error && error.name === 'QuotaExceededError'
  const type = isFull ? 'storage-full' : 'storage-unavailable'
  const wasTold = kit.get().storage.message === message
  kit.patch('storage', { status: 'off', message })
  if (!wasTold) kit.notify({ type, message })
}
