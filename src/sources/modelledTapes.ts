import { ok, refused, type Result, type Tape } from '../engine/index.ts'
import { modelMarketOf } from '../documents/scenario/modelMarketOf.ts'
import type { AmplifiedSource } from '../documents/scenario/sources/AmplifiedSource.ts'
import type { BootstrapSource } from '../documents/scenario/sources/BootstrapSource.ts'
import type { ModelSource } from '../documents/scenario/sources/ModelSource.ts'
import { amplifiedTape } from '../tapes/remade/amplifiedTape.ts'
import { bootstrapTape } from '../tapes/remade/bootstrapTape.ts'
import { modelTape } from '../tapes/synthetic/modelTape.ts'
import { tapeOfSource } from './tapeOfSource.ts'
import type { TapeResult, TapeSupply } from './TapeSupply.ts'

/** Prices made by a model, and prices made of other prices. */
export async function modelledTape(source: ModelSource | BootstrapSource | AmplifiedSource, supply: TapeSupply): Promise<TapeResult> {
  if (source.type === 'model') return worded(modelTape(modelMarketOf(source)))
  const base = await tapeOfSource(source.of, supply)
  if (!base.ok) return refused(base.error.map((line) => line.replace(/^tape\b/, 'tape.of')))
  return worded(source.type === 'bootstrap' ? bootstrapTape(base.value, source) : amplifiedTape(base.value, source.factor))
}

function worded(made: Result<Tape, { readonly message: string }>): TapeResult {
  return made.ok ? ok(made.value) : refused([`tape: ${made.error.message}`])
}
