import type { CalculateFigure } from '../../store/slices/CalculateState.ts'
import { fieldSpec } from './fields/FieldSpec.ts'
import { unitText, writeField, type WritingOptions } from './fields/writeField.ts'

type None = Exclude<CalculateFigure, string>

/** Why a figure does not exist, in words and with its numbers. */
export function noneWords(figure: None, field: string, writing: WritingOptions): string {
  const { label, unit } = fieldSpec(field)
  const name = label.toLowerCase()
  const write = (value: string): string => `${writeField(field, value, writing)}${spaced(unitText(unit, writing.market))}`
  switch (figure.none) {
    case 'no-root': {
      const { low, high } = rangeOf(figure['reachable'])
      const reach = low === undefined || high === undefined ? '' : ` What can be reached lies between ${readable(low, writing)} and ${readable(high, writing)}.`
      return `No ${name} gives what is wanted.${reach}`
    }
    case 'two-roots':
      return `More than one ${name} gives it: ${textsOf(figure['roots']).map(write).join(' and ')}. Lock one of them.`
    case 'outside-tier-table':
      return `The tier table of these rules ends before: ${typeof figure['limit'] === 'string' ? `at most ${readable(figure['limit'], writing)}` : figure.message}.`
    case 'no-effect':
      return `What is wanted does not depend on the ${name}: give another field instead.`
    case 'missing':
      return `Needs ${listed(textsOf(figure['fields']).map((id) => fieldSpec(id).label.toLowerCase()))}.`
    case 'decided':
      return `Everything it follows from is given: unlock ${listed(textsOf(figure['fields']).map((id) => fieldSpec(id).label.toLowerCase()), 'or')}.`
    default:
      return WHY[figure.none] ?? sentence(figure.message)
  }
}

const WHY: Readonly<Record<string, string>> = {
  'fully-collateralized': 'No price liquidates it: what backs it covers all that can be lost.',
  hedged: 'No price of this instrument liquidates it.',
  'already-liquidatable': 'It is below its requirement already.',
  'beyond-maximum-price': 'It would be beyond the highest price of the instrument.',
  'no-equity': 'Nothing is left to compare with.',
  'no-position': 'No position is open then. Type the fills.',
  'other-side': 'What is open then is on the other side.',
  'size-not-positive': 'A size above 0 is needed.',
  'price-not-positive': 'A price above 0 is needed.',
  'loss-not-positive': 'A loss above 0 is needed.',
  'fall-not-positive': 'A fall above 0 is needed.',
  'leverage-below-one': 'A leverage below 1x is no trade on margin.',
  'behind-its-own-wall': 'The position is behind its own wall: the wallet does not back it.',
  shared: 'The position is in the shared pool: it has no margin of its own.',
  unlimited: 'Nothing limits it in this range.',
  'below-step': 'Too little for one step of the size: allow a larger loss.',
  'held-the-other-way': 'The other side of it is held in the shared pool: this would reduce that position first.',
  'stop-on-the-wrong-side': 'The stop of a long is below its entry price, that of a short above.',
  'stop-loses-nothing': 'At this stop nothing is lost.',
  'liquidated-before-the-stop': 'At every leverage it is liquidated before the stop is reached: move the stop nearer.',
  'no-funding': 'No funding is paid: these rules have none, or its rate is 0.',
  'receives-funding': 'Funding is received, not paid: it never liquidates.',
  'falls-to-nothing': 'A fall of all of the price leaves nothing to survive.',
  'different-times': 'Its positions pay funding at different times.',
  'beyond-the-calendar': 'It takes longer than there are dates.',
  'always-ahead': 'Every price is ahead: what was made outweighs all that can be lost.',
  'never-ahead': 'No price makes up for what was paid.',
}

/** Seven digits: the side that is reached, not a figure to go on with. */
function readable(value: string, { format }: WritingOptions): string {
  return format.exact(value.length <= 8 ? value : String(Number(Number(value).toPrecision(7))))
}

function spaced(unit: string): string {
  if (unit === '') return ''
  return unit === '%' || unit === 'x' ? unit : ` ${unit}`
}

function rangeOf(value: unknown): { readonly low: string | undefined; readonly high: string | undefined } {
  const { low, high } = typeof value === 'object' && value !== null ? (value as Partial<Record<'low' | 'high', unknown>>) : {}
  return { low: typeof low === 'string' ? low : undefined, high: typeof high === 'string' ? high : undefined }
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function listed(names: readonly string[], last = 'and'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1) ?? ''}`
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
}
