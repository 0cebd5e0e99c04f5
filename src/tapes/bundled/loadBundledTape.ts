import { type Millis, ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { cutTape } from '../cutTape.ts'
import { mergeTapes } from '../mergeTapes.ts'
import { BUNDLED_TAPES } from './bundledTapes.ts'
import { readTapeFile } from './readTapeFile.ts'

/** Reads a file of public/tapes by its name; rejects where it cannot. In Node: `file => readFile(join(folder, file), 'utf8')`. */
export type TapeText = (file: string) => Promise<string>

/** Both ends are played; an absent one is the end of the series. */
export interface TapePeriod {
  readonly from?: Millis | undefined
  readonly to?: Millis | undefined
}

/** One of BUNDLED_TAPES, or a period of it, fetched and made on demand. */
export async function loadBundledTape(id: string, textOf: TapeText, { from, to }: TapePeriod = {}): Promise<Result<Tape, { readonly message: string }>> {
  const bundled = BUNDLED_TAPES.find((one) => one.id === id)
  if (bundled === undefined) return refused({ message: `There is no built-in tape called “${id}”. Choose one of: ${BUNDLED_TAPES.map((one) => one.id).join(', ')}.` })
  const tapes: Tape[] = []
  try {
    const texts = await Promise.all(bundled.files.map(textOf))
    for (const text of texts) {
      const tape = readTapeFile(text)
      if (!tape.ok) return tape
      tapes.push(tape.value)
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refused({ message: `The prices of ${bundled.title} could not be loaded (${why}). Check that the program is still running and try again.` })
  }
  const merged = mergeTapes(tapes, { id: bundled.id, title: bundled.title })
  if (!merged.ok || (from === undefined && to === undefined)) return merged.ok ? ok(merged.value.tape) : merged
  const { tape } = merged.value
  return cutTape(tape, from ?? (tape.time[0] as number), to ?? (tape.time.at(-1) as number))
}
