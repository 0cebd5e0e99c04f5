import type { Frame, Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { EventLog, ViewState } from '../slices/ViewState.ts'

/** The state after a frame: what the screen shows, where the cursor stands, and whether it stops there. */
export function applyFrame(state: AppState, frame: Frame): Pick<AppState, 'view' | 'playback'> {
  const { view, playback, selection } = state
  const hasEnded = frame.tick >= playback.lastTick
  const stopped = frame.stoppedAt
  return {
    view: viewAfter(view, frame, selection.account),
    playback: {
      ...playback,
      tick: frame.tick,
      seen: Math.max(playback.seen, frame.tick),
      hasEnded,
      isPlaying: playback.isPlaying && !hasEnded && stopped === undefined,
      pausedAt: stopped === undefined ? (frame.tick === playback.pausedAt?.tick ? playback.pausedAt : undefined) : { ...stopped, tick: frame.tick },
      seeking: undefined,
    },
  }
}

/** What is shown after a frame: what it does not bring stays. */
export function viewAfter(view: ViewState, { events, detail, chart, ...frame }: Frame, account: Twin): ViewState {
  return { frame, detail: detail ?? (view.detail?.twin === account ? view.detail : undefined), chart: chart ?? view.chart, events: mergedEvents(view.events, events) }
}

function mergedEvents(known: ViewState['events'], news: Frame['events']): ViewState['events'] {
  const merged = (twin: Twin): EventLog => {
    const log = known[twin]
    const { keep, added, visible } = news[twin]
    const isSame = keep === log.list.length && added.length === 0
    if (isSame && visible === log.visible) return log
    return { list: isSame ? log.list : [...log.list.slice(0, keep), ...added], visible }
  }
  const next = { 'as-set': merged('as-set'), 'all-isolated': merged('all-isolated'), 'all-cross': merged('all-cross') }
  const isUnchanged = next['as-set'] === known['as-set'] && next['all-isolated'] === known['all-isolated'] && next['all-cross'] === known['all-cross']
  return isUnchanged ? known : next
}
