import { priceKey, type Series, type Tape } from '../engine/index.ts'

/**
 * Sixteen hexadecimal digits that name a tape's contents: clock, columns, jumps, funding, instruments and how it is played; not
 * its title or source. Which kind of price a series is belongs to its name. The same bits of the prices give the same hash in Node and in every browser. [L2]
 * Two FNV-1a sums over the 32-bit words, with a final mix; it finds accidents, it does not resist an attacker.
 */
export function tapeHash(tape: Tape): string {
  const sum: Sum = { a: 0x811c9dc5, b: 0x9e3779b9 }
  addText(sum, `${tape.between} ${tape.candlePath} ${tape.barMillis}`)
  addColumn(sum, tape.time)
  if (tape.jump !== undefined) addColumn(sum, Float64Array.from(tape.jump))
  for (const series of tape.series) {
    // A mark goes by its symbol alone, so a tape of marks keeps the hash it had before there were other kinds.
    addText(sum, priceKey(series.instrument, series.kind))
    for (const name of ['open', 'high', 'low', 'close'] as const) addNamedColumn(sum, series, name)
  }
  for (const { instrument, time, rate } of tape.funding ?? []) {
    addText(sum, `funding of ${instrument}`)
    addColumn(sum, time)
    addColumn(sum, rate)
  }
  return mixed(sum.a) + mixed(sum.b)
}

interface Sum {
  a: number
  b: number
}

function addWord(sum: Sum, word: number): void {
  sum.a = Math.imul(sum.a ^ word, 0x01000193)
  sum.b = Math.imul(sum.b ^ ((word << 13) | (word >>> 19)), 0x85ebca6b)
  sum.b ^= sum.b >>> 15
}

function addText(sum: Sum, text: string): void {
  addWord(sum, text.length)
  for (let i = 0; i < text.length; i++) addWord(sum, text.charCodeAt(i))
}

function addNamedColumn(sum: Sum, series: Series, name: 'open' | 'high' | 'low' | 'close'): void {
  const column = series[name]
  if (column === undefined) return
  addText(sum, name)
  addColumn(sum, column)
}

function addColumn(sum: Sum, column: Float64Array): void {
  addWord(sum, column.length)
  const words = new Uint32Array(column.buffer, column.byteOffset, column.length * 2)
  for (const word of words) addWord(sum, word)
}

/** The finalizer of MurmurHash3, as eight hexadecimal digits. */
function mixed(hash: number): string {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
