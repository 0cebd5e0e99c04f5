import { describe, expect, it } from 'vitest'
import { createPreviewLoop } from './createPreviewLoop.ts'

/** Timers that fire when told; asks are answered when told. */
function loop({ isPlaying = false } = {}) {
  const timers = new Map<number, { readonly callback: () => void; readonly millis: number }>()
  const answers: (() => void)[] = []
  let next = 1
  const made = createPreviewLoop({
    clock: { now: () => 0, requestFrame: () => 0, cancelFrame: () => undefined },
    timers: {
      set: (callback, millis) => {
        timers.set(next, { callback, millis })
        next += 1
        return next - 1
      },
      clear: (timer) => void timers.delete(timer),
    },
    isPlaying: () => isPlaying,
    ask: () => new Promise((resolve) => answers.push(resolve)),
  })
  const fire = (): void => {
    const due = [...timers.values()]
    timers.clear()
    for (const { callback } of due) callback()
  }
  const answer = async (): Promise<void> => {
    answers.at(-1)?.()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { made, fire, answer, asked: () => answers.length, waits: () => [...timers.values()].map(({ millis }) => millis) }
}

describe('a question that follows what changes', () => {
  it('changes are gathered: many in one wait are one question, longer while the tape plays', () => {
    const typed = loop()
    for (let i = 0; i < 5; i += 1) typed.made.refresh()
    expect([typed.asked(), typed.waits().length]).toEqual([0, 1])
    typed.fire()
    expect(typed.asked()).toBe(1)
    const played = loop({ isPlaying: true })
    played.made.refresh()
    expect(played.waits()[0]).toBeGreaterThan(typed.waits()[0] ?? 50)
  })

  it('what is opened is asked for at once, also while a wait runs, and once', () => {
    const { made, fire, asked, waits } = loop({ isPlaying: true })
    made.refresh()
    made.now()
    expect([asked(), waits().length]).toEqual([1, 0])
    fire()
    expect(asked()).toBe(1)
  })

  it('one question at a time; a change in the meantime leads to one more', async () => {
    const { made, fire, answer, asked } = loop()
    made.now()
    made.now()
    made.refresh()
    expect(asked()).toBe(1)
    await answer()
    fire()
    expect(asked()).toBe(2)
    await answer()
    fire()
    expect(asked()).toBe(2)
  })

  it('nothing is asked once it has stopped', async () => {
    const { made, fire, answer, asked } = loop()
    made.now()
    made.refresh()
    made.stop()
    await answer()
    made.now()
    fire()
    expect(asked()).toBe(1)
  })
})
