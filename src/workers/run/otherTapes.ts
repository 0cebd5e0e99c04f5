import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { marketOf } from '../../documents/scenario/marketOf.ts'
import type { BundledSource, FileSource, GbmSource } from '../../documents/scenario/TapeSource.ts'
import { loadBundledTape } from '../../tapes/bundled/loadBundledTape.ts'
import { mergeRefusal, mergeTapes } from '../../tapes/mergeTapes.ts'
import { unpackTape } from '../../tapes/packedTape.ts'
import { syntheticTape } from '../../tapes/synthetic/syntheticTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import type { TapeData } from './TapeData.ts'
import type { TapeResult, TapeSupply } from './tapeOfSource.ts'

/** Prices that are not scripted: random walks, the real series, files of the user. */
export async function otherTape(source: GbmSource | BundledSource | FileSource, supply: TapeSupply): Promise<TapeResult> {
  if (source.type === 'gbm') return worded(syntheticTape(marketOf(source)))
  if (source.type === 'bundled') return worded(await loadBundledTape(source.id, supply.textOf, source))
  return ofFiles(source, supply.files)
}

async function ofFiles(source: FileSource, files: TapeData | undefined): Promise<TapeResult> {
  const problems: string[] = []
  const kept = await Promise.all(source.files.map((file) => keptTape(file, files)))
  const tapes = source.files.flatMap(({ name, checksum }, index) => {
    const tape = kept[index]
    if (tape === undefined) {
      problems.push(`tape.files[${index}]: the prices of ${name} are not kept in this browser; load the file again`)
      return []
    }
    if (checksum !== undefined && tapeHash(tape) !== checksum) {
      problems.push(`tape.files[${index}]: ${name} is not the file this scenario was made with; its prices differ`)
      return []
    }
    return [tape]
  })
  if (problems.length > 0) return refused(problems)
  const refusal = mergeRefusal(tapes)
  if (refusal !== undefined) return refused([refusal.message])
  if (tapes.length === 1 && tapes[0] !== undefined) return ok(tapes[0])
  const merged = mergeTapes(tapes)
  return merged.ok ? ok(merged.value.tape) : refused([merged.error.message])
}

/** The prices of a file as they are kept; absent where they are not, or not whole. */
async function keptTape({ name, instrument, kind = 'mark' }: FileSource['files'][number], files: TapeData | undefined): Promise<Tape | undefined> {
  const part = files?.parts.find((one) => one.name === name && one.instrument === instrument && (one.kind ?? 'mark') === kind)
  return part === undefined ? undefined : unpackTape(part.tape).catch(() => undefined)
}

function worded(made: Result<Tape, { readonly message: string }>): TapeResult {
  return made.ok ? made : refused([made.error.message])
}
