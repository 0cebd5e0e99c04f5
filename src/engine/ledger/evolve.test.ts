import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { setupArb, wallsArb } from '../testing/arbitraries.ts'
import { order, pathTape, played, command } from '../testing/fixtures.ts'
import { conservationBreaches, finished, ledgerSum, patience, plainNumbers, times } from '../testing/promises.ts'
import { withFunding } from '../testing/withFunding.ts'
import { createRun } from '../run/createRun.ts'
import { eventToJson, hashEvents, toJson } from './eventJson.ts'
import { emptyAccount, evolve } from './evolve.ts'
import type { LedgerEvent } from './LedgerEvent.ts'
import { quote } from '../units/quantities.ts'

vi.setConfig({ testTimeout: patience })

const anySetup = fc.oneof(setupArb(), withFunding(setupArb()))

const run = played({ tape: pathTape({ A: [100, 95, 89] }), commands: [order({ qty: '2', takeProfit: '120' }), command.close(1, 'A@isolated', '0.5'), order({ tick: 1, orderType: 'limit', price: '90' })] })

describe('evolve', () => {
  it('[L1] every event is a double entry, and the ledger sums to zero after each', () => {
    expect(conservationBreaches(run.events)).toEqual([])
    expect(ledgerSum(run.accountAt(2)).toFixed()).toBe('0')
    // and is not zero by being empty
    expect(run.accountAt(2).counterparties.market.toFixed()).not.toBe('0')
  })

  it('[L1] a ledger out of balance is noticed', () => {
    const broken = { seq: 1, tick: 0, at: 0, type: 'transferred', from: 'cross', to: 'cross', amount: quote('1'), why: 'moved' } as const
    expect(conservationBreaches([broken])).toEqual([])
    const account = { ...emptyAccount(), pools: new Map([['cross', { id: 'cross', type: 'cross' as const, cash: quote('1'), legs: [] }]]) }
    expect(ledgerSum(account).toFixed()).toBe('1')
  })

  it('[L1] through random lives', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, (setup, walls) => {
        expect(conservationBreaches(finished(setup, walls).events)).toEqual([])
      }),
      times(600),
    )
  })

  it('[L2] folding the events gives the account of the run, event by event and at every tick', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, (setup, walls) => {
        const whole = finished(setup, walls)
        for (let tick = 0; tick < setup.tape.time.length; tick += 1) {
          expect(toJson(evolve(emptyAccount(), whole.events.slice(0, whole.countAt(tick))))).toEqual(toJson(whole.accountAt(tick)))
        }
      }),
      times(200),
    )
  })

  it('[L2] does not touch the account it starts from', () => {
    const before = emptyAccount()
    const text = JSON.stringify(toJson(before))
    evolve(before, run.events)
    expect(JSON.stringify(toJson(before))).toBe(text)
  })

  it('[L2] a scenario has one hash, however it is paced', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, fc.infiniteStream(fc.boolean()), (setup, walls, pace) => {
        const paced = createRun(setup, walls)
        while (!paced.advanceTo(setup.tape.time.length - 1, () => pace.next().value === true));
        expect(hashEvents(paced.events)).toBe(hashEvents(finished(setup, walls).events))
      }),
      times(200),
    )
  })

  it('[L2] the hash sees every field and the order', () => {
    const hash = hashEvents(run.events)
    expect(hash).toMatch(/^[0-9a-f]{32}$/)
    expect(hashEvents(run.events.slice(0, -1))).not.toBe(hash)
    expect(hashEvents(run.events.toReversed())).not.toBe(hash)
    const [first, ...rest] = run.events
    expect(hashEvents([{ ...first, at: 1 } as LedgerEvent, ...rest])).not.toBe(hash)
  })

  it('[N1] no event holds a plain number but seq, tick and at, and no decimal is infinite', () => {
    fc.assert(
      fc.property(setupArb(), wallsArb, (setup, walls) => {
        expect(finished(setup, walls).events.flatMap((event) => plainNumbers(event))).toEqual([])
      }),
      times(400),
    )
    expect(plainNumbers({ seq: 1, amount: 2, legs: [{ tick: 3 }] })).toEqual(['.amount', '.legs.0.tick'])
  })

  it('[N1] events are plain text in files: decimals in full, absent fields left out', () => {
    const [deposited, ...rest] = run.events
    expect(deposited === undefined ? {} : eventToJson(deposited)).toEqual({ seq: 1, tick: 0, at: 1767571200000, type: 'deposited', amount: '10000' })
    const filled = rest.find((event) => event.type === 'filled')
    expect(filled === undefined ? [] : Object.keys(eventToJson(filled))).not.toContain('stopLoss')
    expect(() => toJson(undefined)).toThrow('L2')
  })
})
