import type { DrawActions } from '../DrawActions.ts'
import type { Kit } from '../Kit.ts'
import { changeLine } from './changeLine.ts'

/** Drawing over the prices of the open scenario. */
export function drawActions(kit: Kit, pause: () => void): DrawActions {
  const { get } = kit
  return {
    draw(isDrawing) {
      const { tick, lastTick } = get().playback
      // After the last bar there is nothing to draw.
      if (isDrawing && tick >= lastTick) return
      if (isDrawing) pause()
      kit.set({ isDrawing, drawnSoFar: undefined })
    },
    keepDrawn: (drawnSoFar) => kit.set({ drawnSoFar }),
    async lookAhead(request) {
      const answer = await kit.run.ask({ type: 'outlook', ...request })
      if (answer.type === 'dropped') return undefined
      if (answer.type === 'outlook') return { ok: true, value: answer.outlook }
      if (answer.type === 'refused') return { ok: false, error: answer.problems }
      return { ok: false, error: [answer.type === 'failed' ? answer.message : 'it was given up'] }
    },
    replaceTape: (lines) =>
      kit.serially(async () => {
        // It came with the drawing.
        const { drawnOnto } = await import('../draw/drawnOnto.ts')
        const { scenario, playback } = get()
        const { document } = scenario
        if (document === undefined || lines.length === 0) return false
        const next = { ...document, tape: drawnOnto(document.tape, lines) }
        const subject = lines.length === 1 ? lines[0]?.symbol : undefined
        return changeLine(kit, next, { label: { type: 'tape', subject }, tapeFrom: playback.tick + 1, at: playback.tick })
      }),
  }
}
