import { resolveRules, type Rules, type Setup, type Tape } from '../../engine/index.ts'
import { instrumentsFor } from '../instruments/InstrumentDocument.ts'
import type { Problem } from '../Problem.ts'
import { sourceRules } from './parseScenario.ts'
import type { Scenario } from './Scenario.ts'

/** A scenario and the prices it plays on, ready for `createRun`, with what will not do what it looks like. */
export interface ScenarioSetup {
  readonly setup: Setup
  readonly warnings: readonly Problem[]
}

/** Joins a scenario to its tape: the tape's instruments, played as the scenario says. */
export function scenarioSetup(scenario: Scenario, tape: Tape): ScenarioSetup {
  const { between, candlePath, commands } = scenario
  const symbols = [...new Set(tape.series.map(({ instrument }) => instrument))]
  const rules = rulesOfScenario(scenario)
  const instruments = instrumentsFor(symbols, scenario.instruments, rules.contract)
  return {
    setup: {
      tape: { ...tape, between: between ?? tape.between, candlePath: candlePath ?? tape.candlePath },
      instruments,
      rules: resolveRules(rules, instruments),
      wallet: scenario.wallet,
      commands: commands.toSorted((a, b) => a.tick - b.tick),
    },
    warnings: [...lateCommands(scenario, tape), ...strangers(scenario, symbols)],
  }
}

/** The rules a scenario names or contains. */
export function rulesOfScenario({ rules }: Scenario): Rules {
  return sourceRules(rules)
}

function lateCommands({ commands }: Scenario, { time }: Tape): readonly Problem[] {
  return commands.flatMap(({ tick }, index) => {
    if (tick < time.length) return []
    return [{ path: ['commands', index, 'tick'], message: `never happens: the tape ends with tick ${time.length - 1}` }]
  })
}

/** Orders and stated instruments the tape has no prices for. */
function strangers({ commands, instruments }: Scenario, symbols: readonly string[]): readonly Problem[] {
  const message = `not on the tape, which has ${symbols.join(', ')}`
  const orders = commands.flatMap((command, index) => {
    if (command.type !== 'place-order' || symbols.includes(command.instrument)) return []
    return [{ path: ['commands', index, 'instrument'], message }]
  })
  const stated = instruments.flatMap(({ symbol }, index) => (symbols.includes(symbol) ? [] : [{ path: ['instruments', index, 'symbol'], message }]))
  return [...orders, ...stated]
}
