import * as v from 'valibot'
import type { Millis, PriceKind } from '../../engine/index.ts'
import { symbolText, type TapeColumns } from '../tape/TapeDocument.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText, proseText } from '../validators/nameText.ts'
import { finiteNumber, positiveNumber, wholeNumber } from '../validators/numbers.ts'
import { timeText, wholeMillis } from '../validators/times.ts'
import { firstSources } from './firstSources.ts'
import { crisisSchema, type CrisisSource } from './sources/CrisisSource.ts'
import { scriptSchema, type ScriptSource } from './sources/ScriptSource.ts'
import { amplifiedSource, type AmplifiedSource } from './sources/AmplifiedSource.ts'
import { bootstrapSource, type BootstrapSource } from './sources/BootstrapSource.ts'
import { modelSource, type ModelSource } from './sources/ModelSource.ts'
import { drawnSchema, type DrawnSource } from './sources/DrawnSource.ts'
import { type PriceOrigin, priceOriginSchema } from './sources/PriceOrigin.ts'
import { atLeastOne, clockFields, decimalPlaces, notNegative } from './sources/sourceFields.ts'

/** Where a scenario's prices come from: how to make them, or which ones they are. */
export type TapeSource =
  /** A scripted tape by its id. */
  | { readonly type: 'scripted'; readonly id: string }
  | ShockSource
  | GbmSource
  | BundledSource
  | ({ readonly type: 'inline' } & TapeColumns)
  | FileSource
  | ScriptSource
  | CrisisSource
  | DrawnSource
  | ModelSource
  | BootstrapSource
  | AmplifiedSource

/** Real prices that come with the program, all of them or those of a period, both ends included. */
export interface BundledSource {
  readonly type: 'bundled'
  readonly id: string
  readonly from?: Millis | undefined
  readonly to?: Millis | undefined
}

/** A shock preset on any instruments. */
export interface ShockSource {
  readonly type: 'shock'
  /** Id of the preset. */
  readonly id: string
  readonly start?: Millis | undefined
  readonly barMillis?: Millis | undefined
  readonly instruments: readonly {
    readonly symbol: string
    /** Before the shock, quote per base. */
    readonly price: number
    /** Decimal places of the prices; 2 unless said. */
    readonly decimals?: number | undefined
    /** Share of the market's move; 1 unless said. */
    readonly beta?: number | undefined
  }[]
}

/** Seeded geometric Brownian motion, with or without jumps, correlated. Rates are per year. */
export interface GbmSource {
  readonly type: 'gbm'
  readonly seed: number
  readonly bars: number
  readonly start?: Millis | undefined
  readonly barMillis?: Millis | undefined
  /** Points inside a bar from which its candle is made; a tape of closes unless said. */
  readonly stepsPerBar?: number | undefined
  readonly instruments: readonly GbmInstrument[]
  /** One coefficient for every pair, or the whole matrix. 0 unless said. */
  readonly correlation?: number | readonly (readonly number[])[] | undefined
  readonly commonJumps?: JumpDocument | undefined
}

export interface GbmInstrument {
  readonly symbol: string
  readonly price: number
  readonly decimals?: number | undefined
  readonly drift?: number | undefined
  readonly volatility: number
  readonly jumps?: JumpDocument | undefined
  readonly commonJumpBeta?: number | undefined
}

export interface JumpDocument {
  readonly perYear: number
  readonly mean: number
  readonly volatility: number
}

/** Files of the user's. They stay where they are; the document only says which ones they were. */
export interface FileSource {
  readonly type: 'file'
  readonly files: readonly FilePart[]
}

/** What a file holds of an instrument: one of its prices, or the funding that was paid on it. */
export type PartKind = PriceKind | 'funding'

export interface FilePart {
  readonly name: string
  readonly instrument: string
  /** Which of its prices the file holds: `mark` unless said. */
  readonly kind?: PartKind | undefined
  /** Inside an archive: the file's path in it. */
  readonly entry?: string | undefined
  /** Of a list of single trades: the length of the bars they were made into. */
  readonly barMillis?: Millis | undefined
  /** `tapeHash` of the tape read from it, to notice that a file has changed. */
  readonly checksum?: string | undefined
  /** Where it was loaded from, if it came from an exchange and not from a file. */
  readonly origin?: PriceOrigin | undefined
}

const jumps = v.optional(knownObject({ perYear: notNegative, mean: finiteNumber, volatility: notNegative }))

const gbm = knownObject({
  type: v.literal('gbm'),
  seed: v.pipe(wholeNumber, v.description('The same seed gives the same prices, everywhere.')),
  bars: v.pipe(wholeNumber, v.minValue(1, 'at least one bar was expected'), v.maxValue(200_000, 'at most 200000 bars are made')),
  ...clockFields,
  stepsPerBar: v.optional(v.pipe(wholeNumber, v.minValue(1, 'at least one point was expected'), v.maxValue(1000, 'at most 1000 points are made'))),
  instruments: atLeastOne(
    knownObject({
      symbol: nameText,
      price: positiveNumber,
      decimals: decimalPlaces,
      drift: v.optional(finiteNumber),
      volatility: notNegative,
      jumps,
      commonJumpBeta: v.optional(finiteNumber),
    }),
  ),
  correlation: v.optional(
    v.union(
      [coefficient(), v.array(v.array(coefficient()))],
      'a coefficient from -1 to 1, or a matrix of such, was expected',
    ),
  ),
  commonJumps: jumps,
})

const fileName = v.pipe(
  nameText,
  v.check((name) => !/[/\\]/.test(name), 'the name of a file without folders was expected'),
  v.description('On the command line the file lies beside the scenario.'),
)

const partKind = v.pipe(v.picklist(['mark', 'index', 'last', 'funding']), v.description('Which price of the instrument, or the funding paid on it; "mark" unless said.'))

const file = knownObject({
  type: v.literal('file'),
  files: atLeastOne(knownObject({ name: fileName, instrument: symbolText, kind: v.optional(partKind), entry: v.optional(v.pipe(proseText, v.description('Path in the archive; the only price file in it unless said.'))), barMillis: v.optional(wholeMillis), checksum: v.optional(nameText), origin: v.optional(priceOriginSchema) })),
})

export const tapeSourceSchema: v.GenericSchema<unknown, TapeSource> = v.variant('type', [
  firstSources.scripted,
  firstSources.shock,
  gbm,
  knownObject({
    type: v.literal('bundled'),
    id: nameText,
    from: v.optional(v.pipe(timeText, v.description('First moment played; the whole series unless said.'))),
    to: v.optional(v.pipe(timeText, v.description('Last moment played.'))),
  }),
  firstSources.inline,
  file,
  scriptSchema,
  crisisSchema,
  drawnSchema(v.lazy(() => tapeSourceSchema)),
  modelSource,
  bootstrapSource(v.lazy(() => tapeSourceSchema)),
  amplifiedSource(v.lazy(() => tapeSourceSchema)),
])

function coefficient() {
  return v.pipe(finiteNumber, v.check((value) => Math.abs(value) <= 1, 'a coefficient from -1 to 1 was expected'))
}
