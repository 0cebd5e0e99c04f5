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
      return `everything it follows from is given; leave out ${listed(answer.fields, 'or')} to have it found`
  }
}

const WHY: Readonly<Record<string, string>> = {
  'fully-collateralized': 'no price liquidates it: what backs it covers all that can be lost',
  hedged: 'no price of this instrument liquidates it',
  'already-liquidatable': 'it is below its requirement already',
  'no-equity': 'there is no equity to compare with',
}

function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}
