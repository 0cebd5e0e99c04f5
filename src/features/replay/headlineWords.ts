import type { Format } from '../../ui/format/createFormat.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { HeadlineFacts } from '../../store/selectors/rows/HeadlineFacts.ts'

/** A piece of the sentence: plain words, the name of a mode, or a figure. */
export type HeadlinePart =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'isolated' | 'cross'; readonly text: string }
  | { readonly type: 'figure'; readonly text: string; readonly figure: string }

const OPENING = 'Same trades, same prices. '

/** The sentence over the charts, in one or two lines. */
export function headlineWords(facts: HeadlineFacts, format: Format): readonly (readonly HeadlinePart[])[] {
  const amounts = { isolated: whole(facts.isolated, format), cross: whole(facts.cross, format), deposited: whole(facts.deposited, format) }
  const isolated = mode('isolated')
  const cross = mode('cross')
  switch (facts.kind) {
    case 'nothing-open':
      return [[words('Same trades, same prices, the walls in different places.')], [words('Nothing has been traded yet: what you open is opened in all three accounts.')]]
    case 'same':
      return [
        [words(OPENING), isolated, words(' and '), cross, words(facts.hasEnded ? ' both ended at ' : ' both hold ')],
        [figure(amounts.isolated, KEYS.isolated), words(` of `), figure(amounts.deposited, KEYS.deposited), words(` ${facts.quote}.`)],
      ]
    case 'both-lost-all':
      return [[words(OPENING)], [isolated, words(' and '), cross, words(' both lost all '), figure(amounts.deposited, KEYS.deposited), words(` ${facts.quote}.`)]]
    case 'cross-lost-all':
      return facts.isMoment && !facts.hasEnded
        ? [
            [words(OPENING), cross, words(' has just lost all '), figure(amounts.deposited, KEYS.deposited), words(` ${facts.quote}.`)],
            [isolated, words(' holds '), figure(amounts.isolated, KEYS.isolated), words(`${stillOpen(facts.isolatedOpen)}.`)],
          ]
        : [
            [words(OPENING), isolated, ...stands(facts, 'isolated', format), words(` ${facts.quote}.`)],
            [cross, words(' lost everything'), ...cause(facts, format), words('.')],
          ]
    case 'isolated-lost-all':
      return [
        [words(OPENING), cross, ...stands(facts, 'cross', format), words(` ${facts.quote}.`)],
        [isolated, words(' lost everything'), ...cause(facts, format), words('.')],
      ]
    case 'isolated-ahead':
      return [
        [words(OPENING), isolated, ...stands(facts, 'isolated', format), words(` ${facts.quote}.`)],
        [cross, words(facts.hasEnded ? ' ended at ' : ' holds '), figure(amounts.cross, KEYS.cross), ...cause(facts, format), words('.')],
      ]
    case 'cross-ahead':
      return [
        [words(OPENING), cross, ...stands(facts, 'cross', format), words(` ${facts.quote}.`)],
        [isolated, words(facts.hasEnded ? ' ended at ' : ' holds '), figure(amounts.isolated, KEYS.isolated), ...cause(facts, format), words('.')],
      ]
  }
}

/** The sentence as plain text. */
export function headlineText(facts: HeadlineFacts, format: Format): string {
  return headlineWords(facts, format)
    .map((line) => line.map((part) => part.text).join(''))
    .join(' ')
    .replaceAll(/ {2,}/g, ' ')
}

function words(text: string): HeadlinePart {
  return { type: 'words', text }
}
function figure(text: string, key: string): HeadlinePart {
  return { type: 'figure', text, figure: key }
}

const KEYS = { isolated: figureTag('headline.isolated'), cross: figureTag('headline.cross'), deposited: figureTag('headline.deposited') } as const
function mode(type: 'isolated' | 'cross'): HeadlinePart {
  return { type, text: type === 'isolated' ? 'Isolated' : 'Cross' }
}

const HEADLINE_DECIMALS = 4

/** Money without a fraction where there is none; coins with four decimals at most. */
function whole(amount: string, format: Format): string {
  const text = format.money(amount, { decimals: Math.min(format.moneyDecimals, HEADLINE_DECIMALS) })
  return format.moneyDecimals > 2 ? text.replace(/[.,]0+$|(?<=[.,]\d+?)0+$/, '') : text.replace(/[.,]00$/, '')
}

/** "kept 9,300 of 10,000" below what was deposited, "made 12,100 of 10,000" above it. */
function stands(facts: HeadlineFacts, which: 'isolated' | 'cross', format: Format): readonly HeadlinePart[] {
  const amount = which === 'isolated' ? facts.isolated : facts.cross
  const grew = Number(amount) > Number(facts.deposited)
  const verb = facts.hasEnded ? (grew ? ' made ' : ' kept ') : ' holds '
  return [words(verb), figure(whole(amount, format), KEYS[which]), words(' of '), figure(whole(facts.deposited, format), KEYS.deposited)]
}

function cause(facts: HeadlineFacts, format: Format): readonly HeadlinePart[] {
  const { cause: what } = facts
  if (what === undefined) return []
  const fell = what.move < 0
  const by = figure(format.percent(String(Math.abs(what.move)), { decimals: Math.abs(what.move) < 0.1 ? 1 : 0 }), figureTag('headline.move', what))
  const along = what.along.length === 0 ? [] : [words(`, and took ${list(what.along)} along`)]
  return [words(` when ${what.base}${what.priceKind === 'mark' ? '' : `’s ${what.priceKind} price`} ${fell ? 'fell' : 'rose'} `), by, ...what.assets.flatMap(({ leg, base, price }) => [words(` with ${base} at `), figure(format.price(price, { tickSize: '0.0001' }), figureTag('event.legMark', { ...what, leg }))]), ...(facts.kind.endsWith('lost-all') ? [] : along)]
}

function stillOpen(bases: readonly string[]): string {
  return bases.length === 0 ? '' : `, with ${list(bases)} still open`
}

/** "BTC", "BTC and ETH", "BTC, ETH and 3 more". */
export function list(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? ''
  if (names.length === 2) return `${names[0] ?? ''} and ${names[1] ?? ''}`
  if (names.length === 3) return `${names[0] ?? ''}, ${names[1] ?? ''} and ${names[2] ?? ''}`
  return `${names[0] ?? ''}, ${names[1] ?? ''} and ${String(names.length - 2)} more`
}
