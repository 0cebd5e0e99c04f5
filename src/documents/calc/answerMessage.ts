import type { CalculatorAnswer } from '../../engine/index.ts'

/** Why there is no answer, in a sentence. */
export function answerMessage(answer: CalculatorAnswer & { readonly type: 'none' }): string {
  switch (answer.reason) {
    case 'none':
      return WHY[answer.why] ?? 'there is no such figure'
    case 'no-root':
      return answer.nearest === undefined
        ? 'no value gives what is wanted'
        : `no value gives what is wanted; what can be had lies between ${answer.nearest.low.toFixed()} and ${answer.nearest.high.toFixed()}`
    case 'two-roots':
      return `more than one value gives what is wanted: ${answer.roots.map((root) => root.toFixed()).join(', ')}`
    case 'outside-tier-table':
      return `the tiers allow no more than ${answer.limit.toFixed()}`
    case 'no-effect':
      return 'what is wanted does not depend on it'
    case 'missing':
      return answer.fields.length === 0 ? 'there is no way to it' : `needs ${listed(answer.fields)}`
    case 'decided':
      return answer.fields.length === 0 ? 'it is a result, and nothing is found from it; leave it out' : `everything it follows from is given; leave out ${listed(answer.fields, 'or')} to have it found`
  }
}

const WHY: Readonly<Record<string, string>> = {
  'fully-collateralized': 'no price liquidates it: what backs it covers all that can be lost',
  hedged: 'no price of this instrument liquidates it',
  'already-liquidatable': 'it is below its requirement already',
  'beyond-maximum-price': 'it would be beyond the highest price of the instrument',
  'no-equity': 'nothing is left to compare with',
  'no-position': 'no position is open then',
  'other-side': 'what is open then is on the other side',
  'size-not-positive': 'a size above 0 is needed',
  'price-not-positive': 'a price above 0 is needed',
  'leverage-below-one': 'a leverage below 1 is none',
  'behind-its-own-wall': 'the position is behind its own wall: the wallet does not back it',
  shared: 'the position is in the shared pool: it has no margin of its own',
  unlimited: 'nothing limits it in this range',
  'below-step': 'less than one step of the quantity',
  'held-the-other-way': 'the other side of the instrument is held in the shared pool: the trade would reduce it',
  'stop-on-the-wrong-side': 'a stop of a long is below its entry price, that of a short above',
  'stop-loses-nothing': 'at this stop nothing is lost',
  'liquidated-before-the-stop': 'at every leverage it is liquidated before the stop is reached',
  'no-funding': 'no funding is paid',
  'receives-funding': 'funding is received, not paid',
  'falls-to-nothing': 'so large a fall leaves no price above zero',
  'different-times': 'its positions pay funding at different times',
  'beyond-the-calendar': 'it takes longer than there are dates',
  'always-ahead': 'every price is ahead: what was made outweighs all that can be lost',
  'never-ahead': 'no price makes up for what was paid',
}

function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}
