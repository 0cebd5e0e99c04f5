import { jsonText } from '../../documents/json/jsonText.ts'
import { CALCULATE_KEY } from '../actions/calculateDesk.ts'
import { onward, replaceScenario } from '../actions/changeScenario.ts'
import { reportStorage } from '../actions/storageActions.ts'
import { emptyDesk, readDesk } from '../calculate/emptyDesk.ts'
import type { Kit } from '../Kit.ts'
import { keepBeforeLink, readBeforeLink, swapDesk } from '../persistence/beforeLinkShelf.ts'
import { replacementOf } from '../persistence/replacementOf.ts'
import type { SavedScenario } from '../persistence/SavedScenario.ts'
import { savedTree } from '../persistence/SavedTree.ts'
import type { CalculateDesk } from '../slices/CalculateState.ts'
import type { OwnWork } from '../slices/SharedState.ts'
import type { SharedEnding } from './endShared.ts'

/**
 * Before what came by a link takes the place of one's own work in the storage, that work is put where nothing overwrites
 * it: undo ends with the page. [D4] @returns whether it is safe to save now
 */
export async function putBeforeLink(kit: Kit, kept: SavedScenario | undefined, own: OwnWork | undefined): Promise<boolean> {
  const { storage } = kit.deps
  try {
    const before = await storage.get(CALCULATE_KEY)
    const { desk } = kit.get().calculate
    const otherDesk = before === undefined || desk === undefined ? undefined : differing(readDesk(before), desk)
    const works = [own === undefined || isSameDocument(own, kept) ? undefined : savedOf(own), kept].filter((work) => work !== undefined && (isWork(work) || otherDesk !== undefined))
    await keepBeforeLink(storage, works.flatMap((work) => (work === undefined ? [] : [{ work, desk: otherDesk }])))
    if (desk !== undefined) await storage.set(CALCULATE_KEY, desk)
    return true
  } catch (error) {
    reportStorage(kit, error)
    return false
  }
}

/** For the list of the scenario panel. */
export async function showBeforeLink(kit: Kit): Promise<void> {
  const works = await readBeforeLink(kit.deps.storage).catch(() => [])
  kit.patch('storage', { beforeLink: works.map(({ id, work: { document, tick }, desk }) => ({ id, title: document.title, commands: document.commands.length, tick, hasDesk: desk !== undefined })) })
}

/** Opens one's own work from before a link, as a change that can be undone; the calculators change places with what they hold. */
export async function openBeforeLink(kit: Kit, id: number, sharedEnding: () => Promise<SharedEnding | undefined>): Promise<boolean> {
  const found = await workOf(kit, id)
  if (found === undefined) return false
  const ending = await sharedEnding()
  const { past, future } = onward(kit.get(), { type: 'reset', subject: kit.get().scenario.document?.title })
  const isOpen = await replaceScenario(kit, replacementOf(found.work), { past: [...(ending?.before ?? []), ...past], future })
  if (!isOpen) {
    kit.notify({ type: 'document-refused', problems: kit.get().scenario.problems })
    return false
  }
  await ending?.end()
  if (found.desk !== undefined) await exchangeDesk(kit, id, readDesk(found.desk))
  await showBeforeLink(kit)
  return true
}

/** As a document that can be saved to a file. */
export async function textBeforeLink(kit: Kit, id: number): Promise<string | undefined> {
  const found = await workOf(kit, id)
  return found === undefined ? undefined : jsonText(found.work.document)
}

async function workOf(kit: Kit, id: number) {
  const works = await readBeforeLink(kit.deps.storage).catch(() => [])
  return works.find((each) => each.id === id)
}

async function exchangeDesk(kit: Kit, id: number, desk: CalculateDesk): Promise<void> {
  const { storage } = kit.deps
  try {
    const here = kit.get().calculate.desk ?? readDesk(await storage.get(CALCULATE_KEY))
    await swapDesk(storage, id, here)
    await storage.set(CALCULATE_KEY, desk)
    kit.patch('calculate', { desk, answers: {} })
  } catch (error) {
    reportStorage(kit, error)
  }
}

/** A built-in scenario that nobody touched is there anyway. */
function isWork({ isEdited, builtinId, tree }: SavedScenario): boolean {
  return isEdited || builtinId === undefined || (tree?.list.length ?? 1) > 1
}

function isSameDocument(own: OwnWork, kept: SavedScenario | undefined): boolean {
  return kept !== undefined && (own.entry.document === kept.document || JSON.stringify(own.entry.document) === JSON.stringify(kept.document))
}

function savedOf({ entry: { document, builtinId, opened, tick, tree } }: OwnWork): SavedScenario {
  return { schema: 1, revision: 0, tab: '', document, builtinId, isEdited: opened !== document, tick, tree: savedTree(tree) }
}

/** One's own inputs, where there are any and they are not those that are open. */
function differing(own: CalculateDesk, open: CalculateDesk): CalculateDesk | undefined {
  const text = JSON.stringify(own)
  return text === JSON.stringify(open) || text === JSON.stringify(emptyDesk()) ? undefined : own
}
