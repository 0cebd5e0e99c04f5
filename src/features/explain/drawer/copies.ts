import { explanationFrom, explanationLatex, explanationText, printSpreadsheet } from '../../../engine/index.ts'
import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'
import { separatorsOf, type NumberStyle } from '../../../ui/format/numberStyle.ts'
import { valueWords } from '../words/valueWords.ts'

export type CopyKind = 'text' | 'latex' | 'spreadsheet'

export interface CopyLook {
  /** What the figure is called, and whose it is. */
  readonly name: string
  readonly style: NumberStyle
}

/** The explanation as text, as LaTeX, or as a spreadsheet formula that gives the same number; absent where a cell has no room for it. */
export function copies(plain: PlainExplanation, kind: CopyKind, { name, style }: CopyLook): string | undefined {
  const explanation = explanationFrom(plain)
  if (kind === 'latex') return explanationLatex(explanation)
  if (kind === 'text') return [name, explanationText(explanation, wordOf), ...sourceLine(plain)].join('\n')
  // Where the comma is the decimal point, lists are separated by semicolons.
  return explanation.formula === undefined ? undefined : printSpreadsheet(explanation.formula, { separator: separatorsOf(style).decimal === ',' ? ';' : ',' })
}

function wordOf(name: string): string {
  return Object.hasOwn(valueWords, name) ? valueWords[name as keyof typeof valueWords] : name
}

function sourceLine({ source }: PlainExplanation): readonly string[] {
  return source === undefined ? [] : [[source.name, source.date, source.url].filter((part) => part !== '').join(', ')]
}
