import { refused } from '../engine/index.ts'
import type { DrawnSource } from '../documents/scenario/sources/DrawnSource.ts'
import type { TapeResult, TapeSupply } from './TapeSupply.ts'

/** Prices drawn by hand, over others or alone. */
export async function drawnTapeOf(_source: DrawnSource, _supply: TapeSupply): Promise<TapeResult> {
  return refused(['tape: drawn prices are not made yet'])
}
