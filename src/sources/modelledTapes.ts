import { refused } from '../engine/index.ts'
import type { AmplifiedSource } from '../documents/scenario/sources/AmplifiedSource.ts'
import type { BootstrapSource } from '../documents/scenario/sources/BootstrapSource.ts'
import type { ModelSource } from '../documents/scenario/sources/ModelSource.ts'
import type { TapeResult, TapeSupply } from './TapeSupply.ts'

/** Prices made by a model, and prices made of other prices. */
export async function modelledTape(source: ModelSource | BootstrapSource | AmplifiedSource, supply: TapeSupply): Promise<TapeResult> {
  void supply
  return refused([`tape: a ${source.type} is not played yet`])
}
