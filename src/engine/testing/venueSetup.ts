import fc from 'fast-check'
import type { Command } from '../ledger/Command.ts'
import type { Setup } from '../run/createRun.ts'
import { asQty, asQuote, type Quote } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { setupArb, type ScenarioOptions } from './arbitraries.ts'
import { withFunding } from './withFunding.ts'

/** How much larger than the random scenario: from the first tier into the last ones. */
const sizes = fc.constantFrom(1, 1, 300, 20_000, 3_000_000)

/** A random scenario as this venue would have it: its rules, its kind of contract, sizes that reach into its tiers. */
export function venueSetup(rules: Rules, options: ScenarioOptions = {}): fc.Arbitrary<Setup> {
  const isInverse = rules.contract === 'inverse'
  return fc
    .tuple(fc.oneof({ arbitrary: setupArb(options), weight: 3 }, { arbitrary: withFunding(setupArb(options)), weight: 1 }), sizes)
    .filter(([{ tape }]) => !isInverse || tape.series.every((series) => [...series.close, ...(series.low ?? [])].every((price) => price > 0)))
    .map(([setup, size]) => ({
      ...setup,
      rules,
      instruments: setup.instruments.map((each) => ({ ...each, type: isInverse ? ('inverse' as const) : each.type })),
      wallet: multiple(setup.wallet, size),
      commands: setup.commands.map((command) => sized(command, size)),
    }))
}

function multiple(amount: Quote, size: number): Quote {
  return asQuote(amount.times(size))
}

function sized(command: Command, size: number): Command {
  if ('amount' in command) return { ...command, amount: multiple(command.amount, size) }
  if (command.type !== 'place-order') return command
  return { ...command, size: command.size.unit === 'base' ? { unit: 'base', qty: asQty(command.size.qty.times(size)) } : { unit: 'quote', notional: multiple(command.size.notional, size) } }
}
