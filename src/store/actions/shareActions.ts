import type { AppActions } from '../AppActions.ts'
import type { Kit } from '../Kit.ts'
import type { OwnStorage, SharedEnding } from '../share/endShared.ts'
import type { ShareActions } from '../ShareActions.ts'

/** Links. Their code is fetched when one comes, or is made. */
export function shareActions(kit: Kit, storage: OwnStorage, readCalculate: AppActions['readCalculate']): ShareActions & { readonly ending: () => Promise<SharedEnding | undefined> } {
  const ending = async (): Promise<SharedEnding | undefined> => {
    if (kit.get().shared.status !== 'open') return undefined
    const { endingOf } = await import('../share/endShared.ts')
    return endingOf(kit, storage)
  }
  return {
    ending,
    async readBeforeLink() {
      const { showBeforeLink } = await import('../share/beforeLink.ts')
      await showBeforeLink(kit)
    },
    async openBeforeLink(id) {
      const { openBeforeLink } = await import('../share/beforeLink.ts')
      return kit.serially(() => openBeforeLink(kit, id, ending))
    },
    async textBeforeLink(id) {
      const { textBeforeLink } = await import('../share/beforeLink.ts')
      return textBeforeLink(kit, id)
    },
    async openLink(text) {
      const { openShared } = await import('../share/openShared.ts')
      return openShared(kit, text, readCalculate)
    },
    async keepShared() {
      const { keepShared } = await import('../share/endShared.ts')
      return kit.serially(() => keepShared(kit, storage))
    },
    async leaveShared() {
      const { leaveShared } = await import('../share/endShared.ts')
      return leaveShared(kit, storage)
    },
    async exportTable(name, style) {
      const { tableText } = await import('../export/exportText.ts')
      return tableText(kit.get(), name, style)
    },
    async exportIncident() {
      const { incidentText } = await import('../export/exportText.ts')
      return incidentText(kit.get())
    },
    async makeLink(options) {
      const { makeLink } = await import('../share/makeLink.ts')
      return makeLink(kit, options)
    },
  }
}
