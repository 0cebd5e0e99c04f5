import type { Frame } from '../../workers/run/Frame.ts'
import { openIncident } from '../actions/openIncident.ts'
import type { Kit } from '../Kit.ts'
import { applyFrame } from './applyFrame.ts'

/** Takes a frame over, and what follows from it: a pause, the report on a liquidation, the end. */
export function showFrame(kit: Kit, frame: Frame): void {
  const wasPlaying = kit.get().playback.isPlaying
  kit.set(applyFrame(kit.get(), frame))
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
}
