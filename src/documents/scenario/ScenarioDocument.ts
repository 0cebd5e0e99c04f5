import * as v from 'valibot'
import type { CandlePath } from '../../engine/index.ts'
import { instrumentSchema, type InstrumentDocument } from '../instruments/InstrumentDocument.ts'
import type { RulesDocument } from '../rules/RulesDocument.ts'
import { betweenSchema, candlePathSchema } from '../tape/TapeDocument.ts'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText, proseText } from '../validators/nameText.ts'
import { commandSchema, type CommandDocument } from './CommandDocument.ts'
import type { PositionMode } from './Scenario.ts'
import type { TapeSource } from './TapeSource.ts'

/** A scenario as written. */
export interface ScenarioDocument {
  readonly schema: 1
  readonly title?: string | undefined
  readonly rules?: string | RulesDocument | undefined
  readonly tape: TapeSource
  readonly instruments?: readonly InstrumentDocument[] | undefined
  readonly wallet: string
  readonly collateral?: readonly CollateralDocument[] | undefined
  readonly counterparties?: readonly CounterpartyDocument[] | undefined
  readonly positionMode?: PositionMode | undefined
  readonly between?: 'path' | 'jump' | undefined
  readonly candlePath?: CandlePath | undefined
  readonly commands?: readonly CommandDocument[] | undefined
  readonly settings?: { readonly pauseAtLiquidation?: boolean | undefined } | undefined
}

/** An asset of the cross pool. */
export interface CollateralDocument {
  readonly asset: string
  readonly amount: string
}

/** Somebody whose position auto-deleveraging may close. */
export interface CounterpartyDocument {
  readonly id: string
  readonly instrument: string
  readonly qty: string
  readonly entryPrice: string
  readonly margin: string
}

const collateral = knownObject({ asset: nameText, amount: decimals.holding })

const counterparty = knownObject({
  id: nameText,
  instrument: nameText,
  qty: decimals.signedQty,
  entryPrice: decimals.price,
  margin: v.pipe(decimals.amount, v.description("Its equity without unrealised PnL, in the account's currency.")),
})

const entries = {
  instruments: v.optional(v.array(instrumentSchema)),
  wallet: v.pipe(decimals.amount, v.description('Cash deposited before the first tick.')),
  collateral: v.optional(
    v.pipe(
      v.array(collateral),
      v.maxLength(1000, 'at most 1000 assets are read'),
      v.description('Assets deposited before the first tick at its price; each needs a series on the tape. They count less the haircut of the rules.'),
    ),
  ),
  counterparties: v.optional(
    v.pipe(
      v.array(counterparty),
      v.maxLength(10_000, 'at most 10000 counterparties are read'),
      v.description('Positions of others, which auto-deleveraging may close in the order of the rules when the insurance fund is empty.'),
    ),
  ),
  positionMode: v.optional(v.pipe(v.picklist(['one-way', 'hedge']), v.description('one-way unless said.'))),
  between: v.optional(betweenSchema),
  candlePath: v.optional(candlePathSchema),
  commands: v.optional(v.pipe(v.array(commandSchema), v.maxLength(100_000, 'at most 100000 commands are read'))),
  settings: v.optional(knownObject({ pauseAtLiquidation: v.optional(v.boolean()) })),
}

/**
 * The validator of a scenario.
 * @param tape     what checks where its prices come from
 * @param written  what checks rules that are written out; without it only an id will do
 */
export function scenarioSchemaBy(tape: v.GenericSchema<unknown, TapeSource>, written?: v.GenericSchema<unknown, RulesDocument>): v.GenericSchema<unknown, ScenarioDocument> {
  const rules = written === undefined ? nameText : v.union([nameText, written], 'the id of built-in rules, or rules, was expected')
  return knownObject({
    schema: v.literal(1),
    title: v.optional(proseText),
    rules: v.optional(v.pipe(rules, v.description('Id of a built-in set, or rules; "plain" unless said.'))),
    tape,
    ...entries,
  })
}
