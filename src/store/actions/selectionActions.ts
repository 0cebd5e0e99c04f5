import type { AppActions } from '../AppActions.ts'
import { emptyTicket } from '../initialState.ts'
import type { Kit } from '../Kit.ts'
import { stand } from './changeScenario.ts'

type SelectionActions = Pick<AppActions, 'showScreen' | 'selectInstrument' | 'selectAccount' | 'selectLeg' | 'hover' | 'setSettings' | 'dismissNotice'>

/** What is looked at, and what belongs to the person. */
export function selectionActions(kit: Kit): SelectionActions {
  const { get } = kit
  const look = (): void => {
    if (!get().playback.isPlaying) void kit.frames.show({ tick: kit.frames.wanted ?? get().playback.tick, isStill: true })
  }
  return {
    showScreen(screen) {
      if (screen === get().screen) return
      if (screen !== 'simulate') stand(kit)
      kit.set({ screen })
    },
    selectInstrument(instrument) {
      if (instrument === get().selection.instrument) return
      const { pool, leverage, orderType, sizeUnit, reduceOnly } = get().ticket.draft
      kit.patch('selection', { instrument })
      kit.set({ ticket: { draft: { ...emptyTicket(instrument), pool, leverage, orderType, sizeUnit, reduceOnly }, preview: undefined, isStale: true } })
      kit.previews.refresh()
      look()
    },
    selectAccount(account) {
      if (account === get().selection.account) return
      kit.patch('selection', { account })
      look()
    },
    selectLeg: (leg) => kit.patch('selection', { leg }),
    hover(hoverTick) {
      if (hoverTick !== get().selection.hoverTick) kit.patch('selection', { hoverTick })
    },
    setSettings(fields) {
      kit.patch('settings', fields)
      void kit.deps.storage.set('settings', get().settings).catch(() => undefined)
    },
    dismissNotice: (id) => kit.set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  }
}
