import type { AppActions } from '../AppActions.ts'
import type { Kit } from '../Kit.ts'
import { keptAside } from '../persistence/keepAside.ts'
import { rulesShelf } from '../persistence/rulesShelf.ts'
import { originOf, ownId } from '../rules/originOf.ts'
import type { RulesActions, RulesSource } from '../RulesActions.ts'
import type { RulesFile, SavedRules } from '../slices/RulesState.ts'
import { reportStorage } from './storageActions.ts'

/** All that has to wait anyway. */
export type OwnRules = Omit<RulesActions, 'closeRulesEditor' | 'exportRules'>

/** Fetched with the first look at rules: it brings the validators and all venues. */
const openDesk = () => import('../rules/rulesDesk.ts')

/** What `rulesActions` does once it is asked to. What the storage refuses stays for the session, and is told. */
export function ownRules(kit: Kit, changeSettings: AppActions['changeSettings']): OwnRules {
  const { get } = kit
  const shelf = rulesShelf(kit.deps.storage)
  let reading: Promise<void> | undefined

  const change = async (to: (sets: readonly SavedRules[]) => readonly SavedRules[]): Promise<void> => {
    await read()
    kit.patch('rules', { saved: to(get().rules.saved) })
    try {
      kit.patch('rules', { saved: await shelf.change(to) })
    } catch (error) {
      reportStorage(kit, error)
    }
  }

  const read = (): Promise<void> => {
    reading ??= (async () => {
      try {
        const { sets, aside } = await shelf.read()
        kit.patch('rules', { saved: sets })
        if (aside !== undefined) {
          kit.patch('storage', { keptAside: await keptAside(kit.deps.storage) })
          kit.notify({ type: 'saved-rules-kept-aside', key: aside })
        }
      } catch (error) {
        reportStorage(kit, error)
      }
      kit.patch('rules', { status: 'ready' })
    })()
    return reading
  }

  const keep = async (document: RulesFile, id: string): Promise<SavedRules> => {
    await read()
    const saved: SavedRules = { id, document: { ...document, id } }
    await change((sets) => (sets.some((each) => each.id === id) ? sets.map((each) => (each.id === id ? saved : each)) : [...sets, saved]))
    return saved
  }

  const taken = (): ReadonlySet<string> => new Set(get().rules.saved.map((each) => each.id))

  const sourceOf = async (source: RulesSource): Promise<RulesFile | undefined> => {
    if (source.type === 'document') return source.document
    if (source.type === 'saved') return get().rules.saved.find(({ id }) => id === source.id)?.document
    return (await openDesk()).builtinDocument(source.id)
  }

  return {
    readRules: read,
    async editRules(source, { isCopy = false } = {}) {
      await read()
      const desk = await openDesk()
      const found = await sourceOf(source)
      const stated = found === undefined ? undefined : desk.readRules(found)
      if (stated?.ok !== true) {
        if (stated !== undefined) kit.notify({ type: 'document-refused', problems: stated.problems })
        return
      }
      const origin = source.type === 'builtin' ? source.id : stated.origin
      const isOwn = source.type === 'saved' && !isCopy
      const base = (origin === undefined ? undefined : desk.builtinDocument(origin)) ?? stated.document
      const document = isOwn ? stated.document : { ...stated.document, name: freeName(stated.document.name ?? '', get().rules.saved) }
      kit.patch('rules', { editing: { savedId: isOwn ? source.id : undefined, document, base } })
    },
    async saveRules(document, savedId) {
      await read()
      return keep((await openDesk()).canonicalRules(document), savedId ?? ownId(get().rules.editing?.base.id ?? originOf(document), taken()))
    },
    renameRules: (id, name) => change((sets) => sets.map((each) => (each.id === id ? { id, document: { ...each.document, name } } : each))),
    async removeRules(id) {
      const removed = get().rules.saved.find((each) => each.id === id)
      await change((sets) => sets.filter((each) => each.id !== id))
      return removed
    },
    restoreRules: (saved) => change((sets) => (sets.some((each) => each.id === saved.id) ? sets : [...sets, saved])),
    async importRules(text) {
      const desk = await openDesk()
      const found = desk.readRules(text)
      if (!found.ok) return found
      await read()
      const { id = '' } = found.document
      // It keeps its id, unless that one is taken: an import replaces nothing.
      const isFree = !taken().has(id) && desk.builtinDocument(id) === undefined
      return { ok: true, saved: await keep(found.document, isFree ? id : ownId(found.origin ?? id, taken())) }
    },
    async applyRules(rules) {
      const isApplied = await changeSettings({ rules })
      const { list, visible } = get().view.events['as-set']
      return { isApplied, problems: isApplied ? [] : get().scenario.problems, refused: list.slice(0, visible).filter((event) => event.type === 'command-refused').length }
    },
  }
}

/** Binance USD-M, edited; then Binance USD-M, edited 2. */
function freeName(name: string, saved: readonly SavedRules[]): string {
  const taken = new Set(saved.map(({ document }) => document.name))
  const stem = `${name.replace(/, edited(?: \d+)?$/, '')}, edited`
  let free = stem
  for (let number = 2; taken.has(free); number += 1) free = `${stem} ${number}`
  return free
}
