import { describe, expect, it } from 'vitest'
import { hashEvents } from '../ledger/eventJson.ts'
import { command, HOUR, order, pathTape, played, rulesWith, setupOf, story } from '../testing/fixtures.ts'
import { lines } from '../testing/promises.ts'
import { rate } from '../units/quantities.ts'
import { createRun } from './createRun.ts'

const words = {
  tape: pathTape({ A: [100, 104, 98, 90, 95] }, { barMillis: 8 * HOUR }),
  rules: { ...rulesWith(), funding: { type: 'fixed' as const, intervalMillis: 8 * HOUR, rate: rate('0.001'), price: 'mark' as const } },
  commands: [order({ id: 'open' }), order({ id: 'rest', leg: 'limit', orderType: 'limit', price: '97' }), command.add(2, 'A@isolated', '3'), command.close(4, 'limit', '0.5')],
}
const setup = setupOf(words)

describe('createRun', () => {
  it('[L3] a run to a tick is a prefix of a run to the end', () => {
    const whole = lines(played(words).events)
    for (let tick = 0; tick < 5; tick += 1) {
      const run = createRun(setup, 'as-set')
      expect(run.advanceTo(tick)).toBe(true)
      expect(run.computed).toBe(tick)
      expect(lines(run.events)).toEqual(whole.slice(0, run.events.length))
      run.advanceTo(4)
      expect(lines(run.events)).toEqual(whole)
    }
  })

  it('[L2] stopping on the way, as a paced worker does, changes nothing', () => {
    const run = createRun(setup, 'as-set')
    let asked = 0
    while (!run.advanceTo(4, () => (asked += 1) % 2 === 0)) expect(run.computed).toBeLessThan(4)
    expect(hashEvents(run.events)).toBe(hashEvents(played(words).events))
  })

  it('[L3] seeking finds the account after any tick without replay', () => {
    const run = played(words)
    expect([0, 1, 2, 3, 4].map((tick) => run.accountAt(tick).seq)).toEqual([0, 1, 2, 3, 4].map((tick) => run.countAt(tick)))
    expect(run.accountAt(2)).toBe(run.accountAt(2))
    expect(run.accountAt(0).positions.size).toBe(1)
    expect(() => run.accountAt(5)).toThrow('L3')
    expect(() => createRun(setup, 'as-set').accountAt(0)).toThrow('L3')
    expect(() => createRun(setup, 'as-set').advanceTo(5)).toThrow('L3')
  })

  it('[L3] new commands keep what came before the first difference, and give what a new run gives', () => {
    const run = played(words)
    const kept = run.events.slice(0, run.countAt(1))
    const changed = [...words.commands.slice(0, 2), command.remove(2, 'A@isolated', '0.5')]
    run.setCommands(changed)
    expect(run.computed).toBe(1)
    expect(run.events).toEqual(kept)
    run.advanceTo(4)
    expect(lines(run.events)).toEqual(lines(played({ ...words, commands: changed }).events))
    run.setCommands(words.commands)
    run.advanceTo(4)
    expect(lines(run.events)).toEqual(lines(played(words).events))
  })

  it('[L3] equal commands, or commands of a tick not yet computed, cut nothing off', () => {
    const run = played(words)
    run.setCommands(structuredCloneOfCommands())
    expect(run.computed).toBe(4)
    const early = createRun(setup, 'as-set')
    early.advanceTo(1)
    early.setCommands(words.commands.slice(0, 3))
    expect(early.computed).toBe(1)
    early.setCommands([])
    expect([early.computed, early.events.length]).toEqual([-1, 0])
    early.advanceTo(0)
    expect(story(early)).toEqual([])
  })

  it('[L3] a command put in before others cuts at its own tick', () => {
    const run = played(words)
    run.setCommands([...words.commands.slice(0, 2), command.deposit(1, '5'), ...words.commands.slice(2)])
    expect(run.computed).toBe(0)
    run.setCommands([command.deposit(0, '5'), ...words.commands])
    expect(run.computed).toBe(-1)
  })
})

/** The same commands as other objects, as they arrive from another thread. */
function structuredCloneOfCommands(): typeof words.commands {
  return words.commands.map((each) => ({ ...each }))
}
