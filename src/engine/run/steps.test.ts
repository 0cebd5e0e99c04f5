import { describe, expect, it } from 'vitest'
import { barTape, command, HOUR, MINUTE, MONDAY, order, pathTape, played, story } from '../testing/fixtures.ts'
import type { Tape } from '../tape/Tape.ts'
import { stepsOf, tickTime } from './steps.ts'

/** Steps as `jump 0 100>90`, times in minutes since the start. */
function words(tape: Tape, tick: number): readonly string[] {
  const minutes = (at: number) => (at - MONDAY) / MINUTE
  return stepsOf(tape, tick).map((step) => `${step.type} ${minutes(step.start)}-${minutes(step.end)} ${step.from.join(',')}>${step.to.join(',')}`)
}

describe('steps', () => {
  it('[K3] closes are a polyline; jumps are where the tape says so', () => {
    const tape = pathTape({ A: [100, 90, 95] }, { jump: Uint8Array.from([0, 0, 1]) })
    expect(words(tape, 0)).toEqual(['jump 0-0 100>100'])
    expect(words(tape, 1)).toEqual(['path 0-1 100>90'])
    expect(words(tape, 2)).toEqual(['jump 1-2 90>95'])
    expect(words({ ...tape, between: 'jump' }, 1)).toEqual(['jump 0-1 100>90'])
  })

  it('[K3] a bar is a jump to its open and three thirds, nearest extreme first', () => {
    const tape = barTape({ A: [[100, 110, 95, 105], [104, 106, 90, 91]] }, { barMillis: 3 * MINUTE, time: Float64Array.from([MONDAY, MONDAY + 3 * MINUTE]) })
    expect(words(tape, 0)).toEqual(['jump 0-0 100>100', 'path 0-1 100>95', 'path 1-2 95>110', 'path 2-3 110>105'])
    expect(words(tape, 1)).toEqual(['jump 3-3 105>104', 'path 3-4 104>106', 'path 4-5 106>90', 'path 5-6 90>91'])
    expect(words({ ...tape, candlePath: 'open-high-low-close' }, 0).slice(1)).toEqual(['path 0-1 100>110', 'path 1-2 110>95', 'path 2-3 95>105'])
    expect(words({ ...tape, candlePath: 'open-low-high-close' }, 1).slice(1)).toEqual(['path 3-4 104>90', 'path 4-5 90>106', 'path 5-6 106>91'])
    expect(words({ ...tape, candlePath: 'close-only' }, 0)).toEqual(['path 0-3 100>105'])
    expect(words({ ...tape, candlePath: 'close-only' }, 1)).toEqual(['path 3-6 105>91'])
    expect(words({ ...tape, between: 'jump' }, 1)).toEqual(['jump 3-6 105>91'])
  })

  it('[K3] an extreme exactly as near as the other: the high first, decided in decimals', () => {
    // 0.3 - 0.2 and 0.2 - 0.1 are equal, and their doubles are not
    const tape = barTape({ A: [[0.2, 0.3, 0.1, 0.2]] }, { barMillis: 3 * MINUTE })
    expect(words(tape, 0).slice(1, 2)).toEqual(['path 0-1 0.2>0.3'])
  })

  it('[K3] a gap in the bars is a jump over the missing time', () => {
    const tape = barTape({ A: [[100, 100, 100, 100], [90, 90, 90, 90]] }, { time: Float64Array.from([MONDAY, MONDAY + HOUR]) })
    expect(words(tape, 1)[0]).toBe('jump 1-60 100>90')
  })

  it('[K3] a bar that would overlap the next one ends where that one opens', () => {
    const tape = barTape({ A: [[100, 100, 100, 90], [90, 90, 90, 90]] }, { barMillis: 3 * MINUTE, time: Float64Array.from([MONDAY, MONDAY + 2 * MINUTE]) })
    expect([tickTime(tape, 0), tickTime(tape, 1)].map((at) => (at - MONDAY) / MINUTE)).toEqual([2, 5])
    expect(words(tape, 1)[0]).toBe('jump 2-2 90>90')
  })

  it('[K3] among bars a series of closes opens at its close before', () => {
    const bars = barTape({ A: [[100, 110, 90, 100], [100, 110, 90, 100]] }, { barMillis: 3 * MINUTE, time: Float64Array.from([MONDAY, MONDAY + 3 * MINUTE]) })
    const tape: Tape = { ...bars, series: [...bars.series, { instrument: 'B', close: Float64Array.from([7, 5]) }] }
    expect(words(tape, 1)).toEqual(['jump 3-3 100,7>100,7', 'path 3-4 100,7>110,7', 'path 4-5 110,7>90,5', 'path 5-6 90,5>100,5'])
  })

  it('[K3] a tape of a single tick, and an instrument that never moves, play', () => {
    expect(story(played({ tape: pathTape({ A: [100] }), commands: [order(), command.close(0, 'A@isolated')] }))).toEqual(['market A@isolated 1 @ 100', 'close A@isolated -1 @ 100'])
    expect(story(played({ tape: barTape({ A: [[100, 100, 100, 100]] }), commands: [order({ stopLoss: '99' })] }))).toEqual(['market A@isolated 1 @ 100'])
    expect(story(played({ tape: pathTape({ A: [100, 100, 100] }), commands: [order({ stopLoss: '99', takeProfit: '101' })] }))).toEqual(['market A@isolated 1 @ 100'])
  })
})
