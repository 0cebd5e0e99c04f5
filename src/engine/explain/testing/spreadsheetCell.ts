/**
 * What a cell shows, worked out in doubles by a reader of its own: numbers, + - * /, parentheses, and the functions that our
 * formulas use, rounding as spreadsheets do (halves away from zero, after 15 digits). Nothing of the printer is used.
 */
export function spreadsheetCell(formula: string, { separator = ',', decimal = '.' }: { readonly separator?: string; readonly decimal?: string } = {}): number {
  if (!formula.startsWith('=')) throw new Error(`a formula begins with =: ${formula.slice(0, 40)}`)
  const reader = { text: formula, at: 1, separator, decimal }
  const value = readSum(reader)
  if (reader.at !== formula.length) throw new Error(`unexpected ${formula.slice(reader.at, reader.at + 20)} at ${String(reader.at)}`)
  return value
}

interface Reader {
  readonly text: string
  at: number
  readonly separator: string
  readonly decimal: string
}

function takes(reader: Reader, sign: string): boolean {
  if (reader.text[reader.at] !== sign) return false
  reader.at += 1
  return true
}

function expects(reader: Reader, sign: string): void {
  if (!takes(reader, sign)) throw new Error(`${sign} expected at ${String(reader.at)}: ${reader.text.slice(reader.at, reader.at + 20)}`)
}

function readSum(reader: Reader): number {
  let value = readProduct(reader)
  for (;;) {
    if (takes(reader, '+')) value += readProduct(reader)
    else if (takes(reader, '-')) value -= readProduct(reader)
    else return value
  }
}

function readProduct(reader: Reader): number {
  let value = readSigned(reader)
  for (;;) {
    if (takes(reader, '*')) value *= readSigned(reader)
    else if (takes(reader, '/')) value /= readSigned(reader)
    else return value
  }
}

/** A sign binds tighter than * and /. */
function readSigned(reader: Reader): number {
  return takes(reader, '-') ? -readSigned(reader) : readAtom(reader)
}

function readAtom(reader: Reader): number {
  if (takes(reader, '(')) {
    const value = readSum(reader)
    expects(reader, ')')
    return value
  }
  const name = /^[A-Z]+/.exec(reader.text.slice(reader.at))?.[0]
  return name === undefined ? readNumber(reader) : readCall(reader, name)
}

function readNumber(reader: Reader): number {
  const found = (reader.decimal === ',' ? /^\d+(,\d+)?/ : /^\d+(\.\d+)?/).exec(reader.text.slice(reader.at))?.[0]
  if (found === undefined) throw new Error(`a number expected at ${String(reader.at)}: ${reader.text.slice(reader.at, reader.at + 20)}`)
  const digits = found.replace(/\D/g, '').replace(/^0+/, '')
  if (digits.replace(/0+$/, '').length > 15) throw new Error(`more digits than a cell keeps: ${found}`)
  reader.at += found.length
  return Number(found.replace(',', '.'))
}

function readCall(reader: Reader, name: string): number {
  reader.at += name.length
  expects(reader, '(')
  const list = [readSum(reader)]
  while (takes(reader, reader.separator)) list.push(readSum(reader))
  expects(reader, ')')
  const [a = Number.NaN, b = Number.NaN] = list
  switch (name) {
    case 'ABS': return Math.abs(a)
    case 'SQRT': return Math.sqrt(a)
    case 'MIN': return Math.min(...list)
    case 'MAX': return Math.max(...list)
    case 'ROUND': return toPlaces(a, b, 'half')
    case 'ROUNDUP': return toPlaces(a, b, 'away')
    case 'ROUNDDOWN': return toPlaces(a, b, 'toward')
    default: throw new Error(`no such function: ${name}`)
  }
}

/** On the digits of the number as a cell shows it, 15 of them. */
function toPlaces(value: number, places: number, way: 'half' | 'away' | 'toward'): number {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  const digits = BigInt(mantissa.replace('.', ''))
  const shift = 14 - Number(exponent) - places // digits x 10^-shift units of the place
  if (shift <= 0) return value
  const unit = 10n ** BigInt(shift)
  const rest = digits % unit
  const isAway = way === 'away' ? rest > 0n : way === 'half' && rest * 2n >= unit
  const units = digits / unit + (isAway ? 1n : 0n)
  return Math.sign(value) * Number(`${units}e${-places}`)
}
