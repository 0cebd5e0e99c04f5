import { useCallback } from 'react'
import type { Expression, FigureRef } from '../../../engine/index.ts'
import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { valueText } from '../valueText.ts'
import { calcWord } from '../words/calcWords.ts'
import { ownerName, poolName } from '../words/ownerName.ts'
import { figureWord } from '../words/figureWords.ts'
import { valueWords } from '../words/valueWords.ts'

export interface FigureLook {
  readonly format: Format
  /** What a figure is called. */
  readonly nameOf: (figure: FigureRef) => string
  /** Whose it is, in words: the market, the pool, the account. */
  readonly whoseOf: (figure: FigureRef) => string
  /** The value as it stands on the screen. */
  readonly textOf: (explanation: Pick<PlainExplanation, 'figure' | 'value' | 'unit'>) => string | undefined
  readonly unitOf: (explanation: Pick<PlainExplanation, 'figure' | 'unit' | 'currency'>) => string
  /** A leg in a formula: its coin, and its pool where there are several. */
  readonly legName: (leg: string) => string
  /** What a value of a formula is called, and how it is written. */
  readonly leafName: (leaf: Leaf) => string
  readonly leafText: (leaf: Leaf) => string
}

export type Leaf = Extract<Expression, { type: 'value' }>

const TWINS: Readonly<Record<string, string>> = { 'as-set': 'Yours', 'all-isolated': 'All isolated', 'all-cross': 'All cross' }
const AFTER: Readonly<Record<string, string>> = {
  'placed-buy': 'after Buy / Long', 'placed-sell': 'after Sell / Short',
  buy: 'after Buy / Long', sell: 'after Sell / Short', edit: 'after the change' }

/** How figures are called and written on this page. */
export function useFigureLook(): FigureLook {
  const format = useFormat()
  const info = useAppStore((state) => state.scenario.info)
  const tickOf = useCallback((figure: FigureRef | undefined): string | undefined => {
    const instrument = figure?.of['instrument'] ?? figure?.of['leg']?.split('@')[0]
    return info?.instruments.find(({ symbol }) => symbol === instrument)?.tickSize
  }, [info])
  const instrumentOf = (symbol: string | undefined) => info?.instruments.find((each) => each.symbol === symbol)
  const unitOfFigure = (figure: FigureRef, unit: PlainExplanation['unit']): string => {
    const instrument = instrumentOf(figure.of['instrument'] ?? figure.of['leg']?.split('@')[0])
    if (unit === 'money') return info?.currency.code ?? ''
    if (unit === 'price') return instrument?.quote ?? ''
    return unit === 'size' && instrument !== undefined ? (instrument.type === 'inverse' ? instrument.quote : instrument.base) : ''
  }
  const legName = (leg: string): string => ownerName(leg, (symbol) => instrumentOf(symbol)?.base)
  return {
    format,
    nameOf: (figure) => figureWord(figure.id)?.name ?? calcWord(figure.id) ?? figure.id,
    whoseOf: ({ of }) => {
      const leg = of['leg']?.split('@')[0]
      const pool = of['pool'] === undefined || leg !== undefined ? undefined : poolName(of['pool'])
      return [of['place'], of['file'], of['side'] === undefined ? undefined : `under ${of['side']}`, of['instrument'] ?? leg, pool, of['fund'] === 'venue' ? undefined : of['fund'], TWINS[of['twin'] ?? ''], of['tick'] === undefined ? undefined : `bar ${of['tick']}`, of['branch'] === undefined ? undefined : 'in another branch', AFTER[of['after'] ?? '']]
        .filter((part) => part !== undefined)
        .join(', ')
    },
    textOf: ({ figure, value, unit }) => (value === undefined ? undefined : valueText(value, unit, { format, tickSize: tickOf(figure) })),
    unitOf: ({ figure, unit, currency }) => currency ?? unitOfFigure(figure, unit),
    legName,
    leafName: (leaf) => {
      const own = leaf.name in valueWords ? valueWords[leaf.name as keyof typeof valueWords] : leaf.figure === undefined ? (calcWord(`calc..${leaf.name}`)?.toLowerCase() ?? leaf.name) : ((figureWord(leaf.figure.id)?.name ?? calcWord(leaf.figure.id))?.toLowerCase() ?? leaf.name)
      return leaf.of === undefined ? own : `${own}, ${legName(leaf.of)}`
    },
    // Of a value all its digits: it is what the formula is worked out with.
    leafText: (leaf) => (leaf.unit === 'share' ? `${format.exact(leaf.value.times(100).toSignificantDigits(10).toFixed())}%` : leaf.unit === 'millis' ? valueText(leaf.value.toFixed(), 'millis', { format }) : leafNumber(leaf, format)),
  }
}

function leafNumber({ value, unit }: Leaf, format: Format): string {
  const short = value.toSignificantDigits(10)
  const text = format.exact(short.toFixed())
  return `${text}${short.eq(value) ? '' : '…'}${unit === 'leverage' ? 'x' : ''}`
}
