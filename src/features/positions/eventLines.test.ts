import { describe, expect, it } from 'vitest'
import type { EventRow } from '../../store/selectors/rows/TableRows.ts'
import { createFormat } from '../../ui/format/createFormat.ts'
import { eventLines } from './eventLines.ts'
import { createSay } from './words/createSay.ts'
import { eventRowWords } from './words/eventRowWords.ts'
import { eventSamples } from './words/testing/eventSamples.ts'

const say = createSay(createFormat('1,234.5'), [{ symbol: 'SOL-PERP', base: 'SOL', tickSize: '0.01', qtyStep: '0.01' }], new Map([['SOL-PERP@isolated', 'SOL-PERP']]))

const rowOf = (event: EventRow['event'], more: Partial<EventRow> = {}): EventRow => ({
  key: event.type, tick: event.tick, time: event.at, twins: ['as-set', 'all-isolated'], event,
  leg: 'leg' in event ? event.leg : undefined, instrument: undefined, base: undefined, isLong: undefined,
  price: undefined, pnl: undefined, role: undefined, openIn: [], breach: undefined, ...more,
})

const rows = Object.values(eventSamples).map((event) => rowOf(event))

describe('eventLines', () => {
  it('leaves out what only books another event, unless every entry is asked for', () => {
    const types = eventLines(rows, { scope: 'all', isFull: false }, new Map()).map((line) => line.event.type)
    expect(types).not.toContain('pool-opened')
    expect(types).not.toContain('pool-breached')
    expect(types).not.toContain('residual-forfeited')
    expect(types).toContain('position-liquidated')
    expect(types).toContain('command-refused')
    expect(eventLines(rows, { scope: 'all', isFull: true }, new Map())).toHaveLength(rows.length)
  })

  it('keeps to one account', () => {
    expect(eventLines(rows, { scope: 'all-cross', isFull: true }, new Map())).toHaveLength(0)
    expect(eventLines(rows, { scope: 'as-set', isFull: true }, new Map())).toHaveLength(rows.length)
  })

  it('says of an isolated liquidation what its wall kept, and where the position lives on', () => {
    const liquidated = rowOf(eventSamples['position-liquidated'], { role: 'culprit', openIn: ['all-cross'] })
    const [line] = eventLines([liquidated, rowOf(eventSamples['residual-forfeited'])], { scope: 'all', isFull: false }, new Map())
    expect(line === undefined ? '' : eventRowWords(line, say).detail).toBe('Wall held: 285.71 of it forfeited, nothing else touched; still open when cross')
  })

  it('names the position a refused command was about', () => {
    const [line] = eventLines([rowOf(eventSamples['command-refused'])], { scope: 'all', isFull: false }, new Map([['c4', 'SOL-PERP@isolated']]))
    expect(line === undefined ? undefined : eventRowWords(line, say)).toMatchObject({
      name: 'Refused',
      position: 'SOL',
      detail: 'Order: 1,500.00 more is needed: it takes 2,000.00, and 500.00 is available.',
    })
  })
})
