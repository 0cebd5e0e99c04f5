import fc from 'fast-check'
import type { Command } from '../ledger/Command.ts'
import type { Setup } from '../run/createRun.ts'
import type { Series } from '../tape/Tape.ts'
import { rate } from '../units/quantities.ts'
import type { Funding, PriceKind } from '../venues/Rules.ts'

const KINDS: readonly PriceKind[] = ['mark', 'index', 'last']

/**
 * The same scenarios with index and last prices beside some of the marks, rules that liquidate by any of them, and stops
 * and targets that watch any of them. [K4]-[K7] The other prices are the marks of other ticks, so they are of the same
 * size, meet the marks often and stray from them as often; sometimes one goes to nearly nothing for a tick.
 */
export function withKinds(setups: fc.Arbitrary<Setup>): fc.Arbitrary<Setup> {
  return setups.chain((setup) => {
    const ticks = setup.tape.time.length
    const beside = (series: Series, kind: PriceKind): fc.Arbitrary<readonly Series[]> =>
      fc
        .record({ isThere: fc.constantFrom(true, true, false), places: fc.array(fc.nat(ticks - 1), { minLength: ticks, maxLength: ticks }), print: fc.option(fc.nat(ticks - 1)), isNear: fc.boolean() })
        .map(({ isThere, places, print, isNear }) => {
          if (!isThere) return []
          const taken = isNear ? places.map((place, tick) => (place === 0 ? 0 : tick)) : places
          const column = (values: Float64Array): Float64Array => Float64Array.from(taken, (place) => values[place] ?? Number.NaN)
          const { open, high, low } = series
          if (open !== undefined && high !== undefined && low !== undefined) return [{ instrument: series.instrument, kind, open: column(open), high: column(high), low: column(low), close: column(series.close) }]
          const close = column(series.close)
          if (print !== null) close[print] = series.close[0] === undefined ? 0 : series.close[0] / 1e4
          return [{ instrument: series.instrument, kind, close: Float64Array.from(close, fewDigits) }]
        })
    return fc
      .record({
        beside: fc.tuple(...setup.tape.series.flatMap((series) => [beside(series, 'index'), beside(series, 'last')])),
        trigger: fc.constantFrom(...KINDS),
        funding: fc.record({ price: fc.constantFrom(...KINDS), isPremium: fc.boolean() }),
        watched: fc.array(fc.constantFrom<PriceKind | undefined>(undefined, ...KINDS), { minLength: 1, maxLength: 6 }),
      })
      .map(({ beside: others, trigger, funding, watched }) => ({
        ...setup,
        tape: { ...setup.tape, series: [...setup.tape.series, ...others.flat()] },
        rules: { ...setup.rules, funding: fundingBy(setup.rules.funding, funding), liquidation: { ...setup.rules.liquidation, trigger } },
        commands: setup.commands.map((command, i) => watching(command, watched[i % watched.length])),
      }))
  })
}

/** The same funding on another price, or at a rate from the premium of the mark over the index. */
function fundingBy(funding: Funding, { price, isPremium }: { readonly price: PriceKind; readonly isPremium: boolean }): Funding {
  if (funding.type !== 'fixed' || !isPremium) return funding.type === 'none' ? funding : { ...funding, price }
  const { intervalMillis, rate: interest } = funding
  return { type: 'premium', intervalMillis, periodMillis: 8 * intervalMillis, interest, clamp: rate('0.0005'), cap: rate('0.02'), premium: rate('0'), price }
}

function watching(command: Command, triggerBy: PriceKind | undefined): Command {
  if (command.type !== 'place-order' && command.type !== 'set-protection') return command
  return triggerBy === undefined ? command : { ...command, triggerBy }
}

/** A double as tapes hold them: at most 15 significant digits; here 9, so that it can be cut finer. */
function fewDigits(value: number): number {
  return Number(value.toPrecision(9))
}
