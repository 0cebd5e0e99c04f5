/** Why a figure does not exist, by the engine's reasons. */
const REASONS: Readonly<Record<string, string>> = {
  'fully-collateralized': 'No price above zero liquidates it: what stands behind it covers all it can lose.',
  hedged: 'Long and short of the pool cancel out: moving this market alone changes nothing.',
  'already-liquidatable': 'It is due already: the pool fails its test at the price of now.',
  'beyond-maximum-price': 'It lies beyond the highest price the venue has for this market.',
  'always-ahead': 'It is ahead at every price: what was realized already pays for closing.',
  'never-ahead': 'No price makes up for what was realized so far.',
  'no-funding': 'Never: these rules have no funding.',
  'no-position': 'Nothing is open.',
  'no-positions': 'Nothing is open.',
  'receives-funding': 'Never: its pool receives funding, or pays none.',
  'beyond-the-calendar': 'Not within any date there is.',
  'no-equity': 'There is no equity left to compare with.',
  'no-deposits': 'Nothing was deposited.',
  'no-index': 'The tape has no such price.',
  shared: 'Its margin is shared with the pool.',
  refused: 'The order would be refused.',
}

export function noneWord(reason: string): string {
  return REASONS[reason] ?? `There is none: ${reason.replaceAll('-', ' ')}.`
}
