import type { Counterparty } from '../../engine/index.ts'
import { instrumentToDocument } from '../instruments/InstrumentDocument.ts'
import type { RulesDocument } from '../rules/RulesDocument.ts'
import { commandToDocument } from './commandToDocument.ts'
import type { Scenario } from './Scenario.ts'
import type { CounterpartyDocument } from './ScenarioDocument.ts'
import type { TapeSource } from './TapeSource.ts'

/** A scenario as a document, a value of JSON. @param rules  its rules as they are written: their id, or in full */
export function scenarioToDocument(scenario: Scenario, rules: string | RulesDocument): Record<string, unknown> {
  return {
    schema: 1,
    title: scenario.title,
    rules,
    tape: tapeSourceToJson(scenario.tape),
    ...(scenario.instruments.length === 0 ? {} : { instruments: scenario.instruments.map(instrumentToDocument) }),
    wallet: scenario.wallet.toFixed(),
    ...(scenario.collateral.length === 0 ? {} : { collateral: scenario.collateral.map(({ asset, amount }) => ({ asset, amount: amount.toFixed() })) }),
    ...(scenario.counterparties.length === 0 ? {} : { counterparties: scenario.counterparties.map(counterpartyToDocument) }),
    positionMode: scenario.positionMode,
    between: scenario.between,
    candlePath: scenario.candlePath,
    commands: scenario.commands.map(commandToDocument),
    settings: scenario.settings,
    ...scenario.extra,
  }
}

function counterpartyToDocument({ id, instrument, qty, entryPrice, margin }: Counterparty): CounterpartyDocument {
  return { id, instrument, qty: qty.toFixed(), entryPrice: entryPrice.toFixed(), margin: margin.toFixed() }
}

/** Typed columns become lists, also those under what is made of other prices. */
function tapeSourceToJson(tape: TapeSource): unknown {
  if ('of' in tape) return { ...tape, of: tapeSourceToJson(tape.of) }
  if ('base' in tape && tape.base !== undefined) return { ...tape, base: tapeSourceToJson(tape.base) }
  if (tape.type !== 'inline') return tape
  const { time, series, funding, ...rest } = tape
  return {
    ...rest,
    ...(time === undefined ? {} : { time: [...time] }),
    ...(funding === undefined ? {} : { funding: funding.map((each) => ({ instrument: each.instrument, time: [...each.time], rate: [...each.rate] })) }),
    series: series.map(({ instrument, kind, open, high, low, close }) => ({
      instrument,
      ...(kind === undefined ? {} : { kind }),
      ...(open === undefined ? {} : { open: [...open] }),
      ...(high === undefined ? {} : { high: [...high] }),
      ...(low === undefined ? {} : { low: [...low] }),
      close: [...close],
    })),
  }
}
