/** Why a figure does not exist, by the engine's reasons. */
const REASONS: Readonly<Record<string, string>> = {
  'fully-collateralized': 'No price above zero liquidates it: what stands behind it covers all it can lose.',
  hedged: 'Long and short of the pool cancel out: moving this market alone changes nothing.',
  'already-liquidatable': 'It is due already: the pool fails its test at the price of now.',
  'beyond-maximum-price': 'It lies beyond the highest price the venue has for this market.',
  'always-ahead': 'It is ahead at every price: what was realized already pays for closing.',
  'never-ahead': 'No price makes up for what was realized so far.',
  'no-funding': 'Never: these rules have no funding.',
  'not-paid-yet': 'The tape has what was paid, and nothing was paid yet.',
  'different-times': 'Its positions pay funding at different times.',
  'no-position': 'Nothing is open.',
  'receives-funding': 'Never: its pool receives funding, or pays none.',
  'beyond-the-calendar': 'Not within any date there is.',
  'no-equity': 'There is no equity left to compare with.',
  'no-deposits': 'Nothing was deposited.',
  'no-requirement': 'Nothing is open, so nothing is required.',
  'no-coin-account': 'The account is not kept in a coin.',
  'no-contract': 'It is no contract but an asset that is held.',
  'no-asset': 'It is no asset that serves as collateral.',
  'no-change': 'The fund did not change at this event.',
  'not-on-the-tape': 'The tape has no such price.',
  'not-set': 'It is not set.',
  'not-active-yet': 'It waits for its activation price.',
  'not-closed': 'It was not closed: with the others closed the pool was safe.',
  'not-cooling': 'The pool is not cooling down.',
  'shared-pool': 'Its margin is shared with its pool.',
  'price-of-zero': 'A price of zero has no move in percent.',
  closed: 'The position is closed by then.',
}

export function noneWord(reason: string): string {
  return REASONS[reason] ?? `There is none: ${reason.replaceAll('-', ' ')}.`
}
