import { ok, refused, type Result, type Tape } from '../engine/index.ts'
import { marketOf } from '../documents/scenario/marketOf.ts'
import type { FileSource, TapeSource } from '../documents/scenario/TapeSource.ts'
import { BUNDLED_TAPES } from '../tapes/bundled/bundledTapes.ts'
import { loadBundledTape } from '../tapes/bundled/loadBundledTape.ts'
import { joinTapes } from '../tapes/joinTapes.ts'
import { mergeRefusal, mergeTapes } from '../tapes/mergeTapes.ts'
import { syntheticTape } from '../tapes/synthetic/syntheticTape.ts'
import { tapeHash } from '../tapes/tapeHash.ts'
import type { TapeResult, TapeSupply } from './TapeSupply.ts'
import { unknownTape } from './unknownTape.ts'

type OtherSource = Exclude<TapeSource, { type: 'scripted' | 'shock' | 'inline' }>

/** Prices that are not scripted: made by a model, real series, files of the user, and what is made of other prices. */
export async function otherTape(source: OtherSource, supply: TapeSupply): Promise<TapeResult> {
  switch (source.type) {
    case 'gbm':
      return worded(syntheticTape(marketOf(source)))
    case 'bundled':
      if (!BUNDLED_TAPES.some(({ id }) => id === source.id)) return unknownTape('bundled', source.id, BUNDLED_TAPES.map(({ id }) => id))
      return worded(await loadBundledTape(source.id, supply.textOf, source))
    case 'file':
      return ofFiles(source, supply)
    case 'drawn':
      return (await import('./drawnTapeOf.ts')).drawnTapeOf(source, supply)
    case 'model':
    case 'bootstrap':
    case 'amplified':
      return (await import('./modelledTapes.ts')).modelledTape(source, supply)
    case 'script':
    case 'crisis':
      return (await import('./scriptedPaths.ts')).scriptedPath(source)
  }
}

async function ofFiles({ files }: FileSource, supply: TapeSupply): Promise<TapeResult> {
  const read = await Promise.all(files.map(supply.fileOf))
  const problems: string[] = []
  const tapes = read.flatMap((each, index): readonly Tape[] => {
    const { name = '', checksum } = files[index] ?? {}
    if (!each.ok) problems.push(`tape.files[${index}]: ${each.error.message}`)
    else if (checksum !== undefined && tapeHash(each.value) !== checksum) problems.push(`tape.files[${index}]: ${name} is not the file this scenario was made with; its prices differ`)
    else return [each.value]
    return []
  })
  if (problems.length > 0) return refused(problems)
  const joined = joinTapes(tapes)
  const refusal = mergeRefusal(joined)
  if (refusal !== undefined) return refused([`tape: ${refusal.message}`])
  if (joined.length === 1 && joined[0] !== undefined) return ok(joined[0])
  const merged = mergeTapes(joined)
  return merged.ok ? ok(merged.value.tape) : refused([`tape: ${merged.error.message}`])
}

function worded(made: Result<Tape, { readonly message: string }>): TapeResult {
  return made.ok ? made : refused([`tape: ${made.error.message}`])
}
