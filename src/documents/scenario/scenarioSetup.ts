import { accountCurrency, resolveRules, type Instrument, type Rules, type Setup, type Tape } from '../../engine/index.ts'
import { instrumentOf, instrumentsFor } from '../instruments/InstrumentDocument.ts'
import type { Problem } from '../Problem.ts'
import type { Scenario } from './Scenario.ts'

/** A scenario and the prices it plays on, ready for `createRun`, with what will not do what it looks like. */
export interface ScenarioSetup {
  readonly setup: Setup
  /** Why it cannot be played on this tape; the setup is to be used only where there are none. */
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** Joins a scenario to its tape: the tape's instruments, played as the scenario says. */
export function scenarioSetup(scenario: Scenario, tape: Tape): ScenarioSetup {
  const { between, candlePath, commands } = scenario
  const symbols = [...new Set(tape.series.map(({ instrument }) => instrument))]
  const rules = rulesOfScenario(scenario)
  const instruments = withAssets(scenario, instrumentsFor(symbols, scenario.instruments, rules.contract))
  return {
    setup: {
      tape: { ...tape, between: between ?? tape.between, candlePath: candlePath ?? tape.candlePath },
      instruments,
      rules: resolveRules(rules, instruments),
      wallet: scenario.wallet,
      ...(scenario.collateral.length === 0 ? {} : { collateral: scenario.collateral.map(({ asset, amount }) => ({ instrument: asset, qty: amount })) }),
      ...(scenario.counterparties.length === 0 ? {} : { population: scenario.counterparties }),
      commands: commands.toSorted((a, b) => a.tick - b.tick),
    },
    problems: [...unpriced(scenario, symbols), ...fundedStrangers(tape, symbols)],
    warnings: [...lateCommands(scenario, tape), ...strangers(scenario, symbols), ...worthless(scenario, rules)],
  }
}

/** The rules a scenario names or contains. */
export function rulesOfScenario({ rules }: Scenario): Rules {
  return rules.rules
}

function lateCommands({ commands }: Scenario, { time }: Tape): readonly Problem[] {
  return commands.flatMap(({ tick }, index) => {
    if (tick < time.length) return []
    return [{ path: ['commands', index, 'tick'], message: `never happens: the tape ends with tick ${time.length - 1}` }]
  })
}

const ASSET_TICK = '0.0001'

/** Assets are spot instruments; unless stated they are priced in the account's currency, on a finer tick than contracts. */
function withAssets({ collateral, instruments: stated }: Scenario, instruments: readonly Instrument[]): readonly Instrument[] {
  const assets = new Set(collateral.map(({ asset }) => asset))
  const quote = accountCurrency(instruments.filter(({ symbol }) => !assets.has(symbol)))
  return instruments.map((each) => {
    if (!assets.has(each.symbol) || stated.some(({ symbol }) => symbol === each.symbol)) return each
    return instrumentOf({ symbol: each.symbol, type: 'spot', quote, tickSize: ASSET_TICK })
  })
}

/** A missing price is never zero, and an asset is never left out. */
function unpriced({ collateral }: Scenario, symbols: readonly string[]): readonly Problem[] {
  return collateral.flatMap(({ asset }, index) => {
    if (symbols.includes(asset)) return []
    return [{ path: ['collateral', index, 'asset'], message: `no price: the tape has ${symbols.join(', ')}. Give it a series of ${asset}, or leave the asset out` }]
  })
}

/** Funding of what has no prices would be left out without a word. [F5] */
function fundedStrangers({ funding = [] }: Tape, symbols: readonly string[]): readonly Problem[] {
  return funding.flatMap(({ instrument }) => {
    if (symbols.includes(instrument)) return []
    return [{ path: ['tape'], message: `the tape has the funding of ${instrument} but no prices of it; it has prices of ${symbols.join(', ')}. Give the funding one of these names, add prices of ${instrument}, or leave it out` }]
  })
}

function worthless({ collateral }: Scenario, rules: Rules): readonly Problem[] {
  return collateral.flatMap(({ asset }, index) => {
    if (Object.hasOwn(rules.collateral, asset)) return []
    return [{ path: ['collateral', index], message: `rules ${rules.id} have no haircut for ${asset}: it counts nothing` }]
  })
}

/** Orders, stated instruments and counterparties the tape has no prices for. */
function strangers({ commands, instruments, counterparties }: Scenario, symbols: readonly string[]): readonly Problem[] {
  const message = `not on the tape, which has ${symbols.join(', ')}`
  const orders = commands.flatMap((command, index) => {
    if (command.type !== 'place-order' || symbols.includes(command.instrument)) return []
    return [{ path: ['commands', index, 'instrument'], message }]
  })
  const stated = instruments.flatMap(({ symbol }, index) => (symbols.includes(symbol) ? [] : [{ path: ['instruments', index, 'symbol'], message }]))
  const parties = counterparties.flatMap(({ instrument }, index) => (symbols.includes(instrument) ? [] : [{ path: ['counterparties', index, 'instrument'], message }]))
  return [...orders, ...stated, ...parties]
}
