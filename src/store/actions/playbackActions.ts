import type { AppActions } from '../AppActions.ts'
import type { Kit } from '../Kit.ts'
import { stand } from './changeScenario.ts'

type PlaybackActions = Pick<
  AppActions,
  'play' | 'pause' | 'togglePlay' | 'step' | 'seek' | 'nextEvent' | 'previousEvent' | 'restart' | 'setSpeed' | 'setPauseAtLiquidation'
>

/** Moving the cursor. Nothing here changes the scenario, but for the setting. */
export function playbackActions(kit: Kit): PlaybackActions {
  const { get } = kit

  const show = async (tick: number): Promise<void> => {
    const { lastTick } = get().playback
    const wanted = Math.min(Math.max(0, Math.round(tick)), lastTick)
    kit.patch('playback', { pausedAt: undefined })
    const outcome = await kit.frames.show({ tick: wanted, isStill: true })
    if (outcome === 'failed') kit.patch('playback', { seeking: undefined })
    else kit.previews.refresh()
    kit.saver.schedule()
  }

  const seek = (tick: number): Promise<void> => {
    stand(kit)
    return show(tick)
  }

  const toEvent = async (direction: 'next' | 'previous'): Promise<void> => {
    stand(kit)
    const { tick, lastTick } = get().playback
    const answer = await kit.run.ask({ type: 'find-event', from: tick, direction }, { onProgress: (done, total) => kit.patch('playback', { seeking: { target: lastTick, progress: done / total } }) })
    if (answer.type === 'found-event') await show(answer.tick ?? (direction === 'next' ? lastTick : 0))
  }

  const pause = (): void => {
    if (!get().playback.isPlaying) return
    stand(kit)
    void show(get().playback.tick)
  }

  const play: PlaybackActions['play'] = (options) => {
    const { playback, scenario } = get()
    if (scenario.document === undefined || playback.isPlaying || playback.lastTick === 0) return
    kit.showing.pauses = options?.pauseAtLiquidation
    const begin = (): void => {
      kit.patch('playback', { isPlaying: true, pausedAt: undefined })
      kit.driver.start()
    }
    if (playback.hasEnded) void show(0).then(begin)
    else begin()
  }

  return {
    play,
    pause,
    togglePlay: () => (get().playback.isPlaying ? pause() : play()),
    step: (by) => seek(get().playback.tick + by),
    seek,
    nextEvent: () => toEvent('next'),
    previousEvent: () => toEvent('previous'),
    restart: () => seek(0),
    setSpeed: (speed) => kit.patch('playback', { speed }),
    setPauseAtLiquidation(value) {
      kit.patch('playback', { pauseAtLiquidation: value })
      const { document, opened } = get().scenario
      if (document === undefined) return
      // A switch of the transport, kept with the scenario; no step of the history.
      const next = { ...document, settings: { ...document.settings, pauseAtLiquidation: value } }
      kit.patch('scenario', { document: next, ...(opened === document ? { opened: next } : {}) })
      kit.saver.schedule()
    },
  }
}
