import type { Frame } from '../../workers/run/Frame.ts'
import { openIncident } from '../actions/openIncident.ts'
import type { Kit } from '../Kit.ts'
import type { AppState } from '../AppState.ts'
import { applyFrame } from './applyFrame.ts'

/** Takes a frame over, and what follows from it: a pause, the report on a liquidation, the end. */
export function showFrame(kit: Kit, frame: Frame): void {
  const { isPlaying: wasPlaying, tick: before } = kit.get().playback
  kit.set(applyFrame(kit.get(), frame))
  // Looked at from elsewhere too, it is left as it is by the next change.
  if (frame.tick !== before && kit.get().branches.isFresh) kit.patch('branches', { isFresh: false })
  if (isPast(kit.get())) kit.set({ incident: undefined })
  const { isPlaying } = kit.get().playback
  if (wasPlaying && !isPlaying) {
    kit.driver.stop()
    kit.saver.schedule()
  }
  if (frame.stoppedAt !== undefined) {
    const { twin, seq } = frame.stoppedAt
    kit.notify({ type: 'liquidated', twin, seq, tick: frame.tick })
    void openIncident(kit, { twin, seq })
  }
  kit.previews.refresh()
  void kit.rival.current?.follow()
}

/** Whether the open report is on something past the cursor: it has not happened yet. */
function isPast({ incident, view }: AppState): boolean {
  if (incident === undefined) return false
  const { list, visible } = view.events[incident.twin]
  return incident.seq > (list[visible - 1]?.seq ?? 0)
}
