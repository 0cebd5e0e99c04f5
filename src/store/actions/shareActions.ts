import type { AppActions } from '../AppActions.ts'
import type { Kit } from '../Kit.ts'
import type { OwnStorage, SharedEnding } from '../share/endShared.ts'
import type { ShareActions } from '../ShareActions.ts'

/** Links and exports. Their code is fetched when a link comes, or something is made. */
export function shareActions(kit: Kit, storage: OwnStorage, readCalculate: AppActions['readCalculate']): ShareActions & { readonly ending: () => Promise<SharedEnding | undefined> } {
  const desk = () => import('../share/shareDesk.ts')
  const ending = async (): Promise<SharedEnding | undefined> => (kit.get().shared.status === 'open' ? (await desk()).endingOf(kit, storage) : undefined)
  return {
    ending,
    readBeforeLink: async () => (await desk()).showBeforeLink(kit),
    async openBeforeLink(id) {
      const { openBeforeLink } = await desk()
      return kit.serially(() => openBeforeLink(kit, id, ending))
    },
    textBeforeLink: async (id) => (await desk()).textBeforeLink(kit, id),
    openLink: async (text) => (await desk()).openShared(kit, text, readCalculate),
    async keepShared() {
      const { keepShared } = await desk()
      return kit.serially(() => keepShared(kit, storage))
    },
    leaveShared: async () => (await desk()).leaveShared(kit, storage),
    exportTable: async (name, style) => (await desk()).tableText(kit.get(), name, style),
    exportIncident: async () => (await desk()).incidentText(kit.get()),
    makeLink: async (options) => (await desk()).makeLink(kit, options),
  }
}
