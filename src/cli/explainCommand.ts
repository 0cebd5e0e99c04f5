import { explanationLatex, explanationText, parseFigureKey, printSpreadsheet, toJson, type Explanation } from '../engine/index.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { figureMissing } from './figureMissing.ts'
import { figureText } from './figureText.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { namedWalls, type NamedWalls } from './namedWalls.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { quotientText } from './plainText.ts'
import { readExplained, type Explained } from './readExplained.ts'
import { UsageError } from './UsageError.ts'
import { wholeOption } from './wholeOption.ts'

const OPTIONS = { at: { type: 'string' }, walls: { type: 'string' }, as: { type: 'string' }, separator: { type: 'string' }, list: { type: 'boolean' } } as const
const FORMS = ['text', 'latex', 'spreadsheet', 'json'] as const
const SEPARATORS = [';', ','] as const
type Form = (typeof FORMS)[number]
type Separator = (typeof SEPARATORS)[number]

/** What was asked for, before the document is read. */
interface Asked {
  readonly key: string | undefined
  readonly list: boolean
  readonly at: number | undefined
  readonly walls: NamedWalls | undefined
  readonly form: Form
  readonly separator: Separator
}

/** `explain <document> <figure>`: how a figure of a book or of a run comes about; with --list every figure there is. */
export async function explainCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: OPTIONS, operands: ['<book.json|scenario.json>', '<figure>?'] })
  const [path = '-', key] = positionals
  const asked = askedFor(values, key)
  const document = await readExplained(path, asked, io)
  if (document === undefined) return REFUSED
  return asked.list ? listed(document, asked, io) : explained(document, asked, io)
}

function askedFor(values: { readonly at?: string; readonly walls?: string; readonly as?: string; readonly separator?: string; readonly list?: boolean }, key: string | undefined): Asked {
  const walls = values.walls === undefined ? undefined : namedWalls(values.walls)
  const form = oneOf('as', values.as ?? 'text', FORMS)
  const separator = oneOf('separator', values.separator ?? ',', SEPARATORS)
  const list = values.list === true
  if (values.separator !== undefined && form !== 'spreadsheet') throw new UsageError('--separator goes with --as spreadsheet')
  if (list && values.as !== undefined) throw new UsageError('--list prints JSON; --as goes with one figure')
  if (key === undefined && !list) throw new UsageError('<figure> was expected, or --list, which prints all there are')
  return { key, list, at: wholeOption('at', values.at, 'a tick'), walls, form, separator }
}

/** Keys and values; with a figure those whose key begins like it. */
function listed({ every }: Explained, { key = '', walls = 'as-set' }: Asked, io: Io): ExitCode {
  const all = [...every()].map((each) => [figureText(each.figure, walls), valueOf(each)] as const)
  io.out(jsonText(Object.fromEntries(all.filter(([each]) => each.startsWith(key)))))
  return DONE
}

function explained({ explain, every }: Explained, { key = '', walls = 'as-set', form, separator }: Asked, io: Io): ExitCode {
  const ref = parseFigureKey(key)
  const explanation = ref === undefined ? undefined : explain(ref)
  if (explanation === undefined) return refused(figureMissing(key, ref, walls, every), io)
  const text = printed(explanation, form, { separator, walls })
  if (text === undefined) return refused(noCell(explanation, walls), io)
  io.out(`${text.trimEnd()}\n`)
  return DONE
}

function refused(line: string, io: Io): ExitCode {
  io.say(line)
  return REFUSED
}

function oneOf<const T extends string>(name: string, text: string, all: readonly T[]): T {
  const found = all.find((each) => each === text)
  if (found === undefined) throw new UsageError(`--${name}: one of ${all.join(' ')} was expected, ${JSON.stringify(text)} was given`)
  return found
}

function valueOf({ value, none }: Explanation): unknown {
  return value === undefined ? { none: none ?? 'none' } : quotientText(value)
}

function printed(explanation: Explanation, form: Form, { separator, walls }: { readonly separator: Separator; readonly walls: NamedWalls }): string | undefined {
  switch (form) {
    case 'text':
      return [figureText(explanation.figure, walls), explanationText(explanation, spaced), ...sourceLine(explanation)].join('\n')
    case 'latex':
      return explanationLatex(explanation)
    case 'spreadsheet':
      return explanation.formula === undefined ? undefined : printSpreadsheet(explanation.formula, { separator })
    case 'json':
      return jsonText(toJson(explanation))
  }
}

/** entryPrice: entry price. */
function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function sourceLine({ source, rules }: Explanation): readonly string[] {
  const told = source === undefined ? [] : [source.name, source.date, source.url]
  const ids = rules.length === 0 ? [] : [`SPEC ${rules.join(', ')}`]
  const line = [...ids, ...told].filter((part) => part !== '').join('; ')
  return line === '' ? [] : [line]
}

function noCell({ figure, formula, none }: Explanation, walls: NamedWalls): string {
  const key = figureText(figure, walls)
  if (formula === undefined) return `${key}: none (${none ?? 'no such figure'}), so there is no formula for a cell; --as text says so`
  return `${key}: the formula is too long for a cell, or a spreadsheet would lose its last digits; --as text has all of it`
}
