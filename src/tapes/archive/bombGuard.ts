import type { CsvRefusal } from '../csv/CsvRefusal.ts'

/** Text of prices packs five to twenty times; deflate can reach a thousand. */
export const MOST_RATIO = 200
/** Under this nothing is suspicious: a file of one row repeated packs well. */
const ALWAYS_FINE = 16 * 2 ** 20
const BYTES = 2 ** 20

/** Why no more is unpacked after so many bytes came out of so many, or absent. @param most  bytes that may come out in all */
export function bombProblem(from: number, out: number, most: number): CsvRefusal | undefined {
  if (out > most) return { code: 'bomb', message: `Unpacked it is larger than ${most / BYTES} MB, which is not read. Unpack it and choose the part that is needed.` }
  if (out > ALWAYS_FINE && out > from * MOST_RATIO) {
    return { code: 'bomb', message: `It unpacks to more than ${MOST_RATIO} times its size, which no price file does; it was not read any further.` }
  }
  return undefined
}
