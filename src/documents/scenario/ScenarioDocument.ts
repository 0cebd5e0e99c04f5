import * as v from 'valibot'
import type { CandlePath } from '../../engine/index.ts'
import { instrumentSchema, type InstrumentDocument } from '../instruments/InstrumentDocument.ts'
import { rulesSchema, type RulesDocument } from '../rules/RulesDocument.ts'
import { betweenSchema, candlePathSchema } from '../tape/TapeDocument.ts'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText, proseText } from '../validators/nameText.ts'
import { commandSchema, type CommandDocument } from './CommandDocument.ts'
import type { PositionMode } from './Scenario.ts'
import { tapeSourceSchema, type TapeSource } from './TapeSource.ts'

/** A scenario as written. */
export interface ScenarioDocument {
  readonly schema: 1
  readonly title?: string | undefined
  readonly rules?: string | RulesDocument | undefined
  readonly tape: TapeSource
  readonly instruments?: readonly InstrumentDocument[] | undefined
  readonly wallet: string
  readonly positionMode?: PositionMode | undefined
  readonly between?: 'path' | 'jump' | undefined
  readonly candlePath?: CandlePath | undefined
  readonly commands?: readonly CommandDocument[] | undefined
  readonly settings?: { readonly pauseAtLiquidation?: boolean | undefined } | undefined
}

export const scenarioSchema: v.GenericSchema<unknown, ScenarioDocument> = knownObject({
  schema: v.literal(1),
  title: v.optional(proseText),
  rules: v.optional(
    v.pipe(
      v.union([nameText, rulesSchema], 'the id of built-in rules, or rules, was expected'),
      v.description('Id of a built-in set, or rules; "plain" unless said.'),
    ),
  ),
  tape: tapeSourceSchema,
  instruments: v.optional(v.array(instrumentSchema)),
  wallet: v.pipe(decimals.amount, v.description('Cash deposited before the first tick.')),
  positionMode: v.optional(v.pipe(v.picklist(['one-way', 'hedge']), v.description('one-way unless said.'))),
  between: v.optional(betweenSchema),
  candlePath: v.optional(candlePathSchema),
  commands: v.optional(v.pipe(v.array(commandSchema), v.maxLength(100_000, 'at most 100000 commands are read'))),
  settings: v.optional(knownObject({ pauseAtLiquidation: v.optional(v.boolean()) })),
})
