import { Decimal } from '../../../engine/index.ts'
import { duration, utcDateTime } from '../../../ui/format/timeFormats.ts'
import type { Death, DiffSay, LegFate, RuleDiffReport } from './DiffSay.ts'
import { capital, isPlural, rulePhrase } from './rulePhrase.ts'

/** What the comparison comes to, in a few sentences. */
export function diffSentences(report: RuleDiffReport, say: DiffSay): readonly string[] {
  const { headline, a } = report
  if (a.fates.length === 0) return ['Nothing is traded in this scenario, so no rule can matter.']
  const said = [...deathSentences(report, say), ...restSentences(report, say)]
  return headline.about === 'nothing' ? said : [...said, mainSentence(report, say), ...otherSentences(report, say)]
}

function deathSentences(report: RuleDiffReport, say: DiffSay): readonly string[] {
  const { a, b, headline: { move } } = report
  const [nameA, nameB] = namesOf(report)
  const [before, after] = [a.deaths[0], b.deaths[0]]
  const first = (death: Death, name: string): string => `${say.leg(death.leg)} is liquidated first under ${name}, at ${say.price(death)}`
  if (before === undefined && after === undefined) return [`Nobody is liquidated, neither under ${nameA} nor under ${nameB}.`]
  if (before === undefined) return after === undefined ? [] : [`Nobody is liquidated under ${nameA}.`, ...refusedUnder(a.fates, after.leg, nameA, say), `Under ${nameB} ${say.leg(after.leg)} is, at ${say.price(after)} on ${utcDateTime(after.at)}.`]
  if (after === undefined) return [`${first(before, nameA)} on ${utcDateTime(before.at)}. Under ${nameB} nobody is.`, ...refusedUnder(b.fates, before.leg, nameB, say)]
  if (move.type === 'other-leg') return [`${first(before, nameA)}; under ${nameB} it is ${say.leg(after.leg)}, ${laterWords(move.millis)}, at ${say.price(after)}.`, ...fateUnder(b.fates, before.leg, nameB, say)]
  const both = `${say.leg(before.leg)} is liquidated first under both`
  if (move.type !== 'moved') return [`${both}, at the same moment and at ${say.price(before)}.`]
  const isEqualPrice = before.price === after.price
  return [`${both}. Under ${nameB} that is ${laterWords(move.millis)}, at ${say.price(after)}${isEqualPrice ? ' as well' : ` instead of ${say.price(before)}`}.`]
}

/** What differs where the first death does not. */
function restSentences(report: RuleDiffReport, say: DiffSay): readonly string[] {
  const { a, b, effects, headline: { about, leg = '' } } = report
  const [nameA, nameB] = namesOf(report)
  const [before, after] = [fateOf(a.fates, leg), fateOf(b.fates, leg)]
  switch (about) {
    case 'first-death':
      return []
    case 'orders':
      return before?.outcome === 'refused' ? refusedUnder(a.fates, leg, nameA, say) : refusedUnder(b.fates, leg, nameB, say)
    case 'fate':
      return before === undefined || after === undefined ? [] : [`Under ${nameA} ${say.leg(leg)} ${fateWords(before, say)}; under ${nameB} it ${fateWords(after, say)}.`]
    case 'money':
      return [`Every position ends alike; ${say.money(new Decimal(b.equity).minus(a.equity).abs().toFixed())} ${new Decimal(b.equity).gt(a.equity) ? 'more' : 'less'} is left under ${nameB}.`]
    case 'nothing':
      return effects.length === 0 ? [] : [effects.length === 1 ? 'The one rule they differ in does not matter here.' : `None of the ${effects.length} rules they differ in matters here.`]
  }
}

function mainSentence({ headline: { main } }: RuleDiffReport, say: DiffSay): string {
  if (main === undefined) return 'No rule makes the difference alone: they do it together.'
  // What one rule moves may be taken back by others.
  const hasOpponents = new Decimal(main.share).gt('1.05')
  return `${makes(main, say)} of the difference${hasOpponents ? ' and more; other rules work against it' : ''}.`
}

/** “The tier table of SOL makes nearly all”. */
function makes({ path, share: text }: { readonly path: string; readonly share: string }, say: DiffSay): string {
  const share = new Decimal(text)
  const part = share.eq(1) || share.gt('1.05') ? 'all' : share.gte('0.9') ? 'nearly all' : share.gte('0.5') ? 'most' : 'the largest part'
  return `${capital(rulePhrase(path, say.base))} ${isPlural(path) ? 'make' : 'makes'} ${part}`
}

/** Who is liquidated under one set only, besides the first; and the rule behind it, where it is another. */
function otherSentences(report: RuleDiffReport, say: DiffSay): readonly string[] {
  const { a, b, headline: { main, count } } = report
  const [nameA, nameB] = namesOf(report)
  const told = new Set([a.deaths[0]?.leg, b.deaths[0]?.leg])
  const only = (one: RuleDiffReport['a'], other: RuleDiffReport['a'], name: string): readonly string[] => {
    const legs = one.deaths.filter((death) => !told.has(death.leg) && !other.deaths.some((each) => each.leg === death.leg)).map((death) => say.leg(death.leg))
    return legs.length === 0 ? [] : [`${listed(legs)} ${legs.length === 1 ? 'is' : 'are'} liquidated only under ${name}.`]
  }
  const said = [...only(a, b, nameA), ...only(b, a, nameB)]
  return said.length === 0 || count === undefined || count.path === main?.path ? said : [...said, `${makes(count, say)} of that.`]
}

/** BTC, ETH and SOL. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

function refusedUnder(fates: readonly LegFate[], leg: string, name: string, say: DiffSay): readonly string[] {
  const refusal = fateOf(fates, leg)?.refusal
  return refusal === undefined ? [] : [`The order of ${say.leg(leg)} is refused under ${name}${refusalWords(refusal, say)}.`]
}

/** Why, for the reasons that rules can have. */
function refusalWords(refusal: NonNullable<LegFate['refusal']>, { format, money }: DiffSay): string {
  if (refusal.code === 'leverage-above-limit') return `: ${format.leverage(refusal.leverage)} is above its limit of ${format.leverage(refusal.limit)}`
  if (refusal.code === 'insufficient-margin') return `: it takes ${money(refusal.required)}, and ${money(refusal.available)} is there`
  return refusal.code === 'liquidated-on-fill' ? ': it would be liquidated at once' : ''
}

function fateUnder(fates: readonly LegFate[], leg: string, name: string, say: DiffSay): readonly string[] {
  const fate = fateOf(fates, leg)
  if (fate === undefined) return []
  return fate.outcome === 'refused' ? refusedUnder(fates, leg, name, say) : [`There ${say.leg(leg)} ${fateWords(fate, say)}.`]
}

function fateWords({ outcome, parts, death }: LegFate, say: DiffSay): string {
  switch (outcome) {
    case 'liquidated':
      return death === undefined ? 'is liquidated' : `is liquidated at ${say.price(death)}${parts > 1 ? `, in ${parts} parts` : ''}`
    case 'reduced':
      return `is only reduced, ${parts === 1 ? 'by one part' : `by ${parts} parts`}, and lives`
    case 'open':
      return 'lives to the end'
    case 'closed':
      return 'is closed by its own order'
    case 'refused':
      return 'is never opened'
    case 'waiting':
      return 'is never filled'
  }
}

/** 1 h 19 min later. */
export function laterWords(millis: number): string {
  const span = Math.round(Math.abs(millis))
  return span === 0 ? 'at the same moment' : `${duration(span)} ${millis > 0 ? 'later' : 'earlier'}`
}

export function fateOf(fates: readonly LegFate[], leg: string): LegFate | undefined {
  return fates.find((fate) => fate.leg === leg)
}

/** Names of both sets; with their letters where they are called the same. */
export function namesOf({ a, b }: Pick<RuleDiffReport, 'a' | 'b'>): readonly [string, string] {
  return a.rules.name === b.rules.name ? [`A (${a.rules.name})`, `B (${b.rules.name})`] : [a.rules.name, b.rules.name]
}
