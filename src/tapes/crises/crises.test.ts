import { describe, expect, it } from 'vitest'
import type { Tape } from '../../engine/index.ts'
import { tapeHash } from '../tapeHash.ts'
import { crisisTape } from './crisisTape.ts'
import { CRISES } from './crises.ts'
import type { Crisis, Fact } from './Crisis.ts'
import { measured } from './measured.ts'

function tapeOf(crisis: Crisis, seed?: number): Tape {
  const made = crisisTape(crisis, seed)
  if (!made.ok) throw new Error(`${made.error.at}: ${made.error.message}`)
  return made.value
}

/** Shares to half a percent point, prices to five parts in ten thousand of theirs or a cent, hours to a bar; a volatility of some hundred bars to two fifths. */
function tolerance({ value, unit }: Fact, { barMillis }: Crisis): number {
  if (unit === 'share' || unit === 'times') return 0.006 * Math.max(1, Math.abs(value))
  if (unit === 'price') return Math.max(0.0005 * Math.abs(value), Math.abs(value) < 0.01 ? 0.000005 : 0.005)
  if (unit === 'hours') return barMillis / 3_600_000 / 2
  return value * 0.4
}

describe.each(CRISES)('$id', (crisis) => {
  const tape = tapeOf(crisis)

  it('[S22] is made of about a dozen facts with named sources, and says how to load the real one', () => {
    expect(crisis.facts.length).toBeGreaterThanOrEqual(11)
    for (const fact of crisis.facts) expect([fact.what.length > 5, fact.source.length > 5]).toEqual([true, true])
    for (const { source, recheck } of crisis.facts) expect(source.includes('memory')).toBe(recheck === true)
    expect(crisis.real).toMatch(/Load|Play/)
    expect(tape.source).toContain('Stylised')
    expect(new Set(crisis.facts).size).toBe(crisis.facts.length)
  })

  it.each(crisis.facts)('[S23] has it: $what', (fact) => {
    expect(Math.abs(measured(tape, fact.measure) - fact.value)).toBeLessThanOrEqual(tolerance(fact, crisis))
  })

  it('[S23] has its facts whatever the seed of the noise, and other noise', () => {
    const other = tapeOf(crisis, 1)
    expect(tapeHash(other)).not.toBe(tapeHash(tape))
    for (const fact of crisis.facts) {
      if (fact.unit !== 'yearly') expect([fact.what, measured(other, fact.measure)]).toEqual([fact.what, measured(tape, fact.measure)])
    }
  })

  it('[S22] is above zero unless it is about prices that are not, and short enough to play at once', () => {
    const lowest = Math.min(...tape.series.flatMap(({ close }) => [...close]))
    expect(lowest < 0).toBe(crisis.negativePrices === true)
    expect(tape.time.length).toBeLessThan(1000)
    for (const { close } of tape.series) for (const price of close) expect(Number.isFinite(price)).toBe(true)
  })
})
