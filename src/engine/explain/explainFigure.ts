import { marksAt, tickTime } from '../run/steps.ts'
import { accountBefore } from './accountBefore.ts'
import type { Explanation, FigureRef } from './Explanation.ts'
import { explanationOf } from './explanationOf.ts'
import { familyOf } from './familyOf.ts'
import { isFigureId, type FieldOf } from './FigureId.ts'
import { explainDraft } from './figures/draftFigures.ts'
import type { AccountScene, Explained } from './figures/Explained.ts'
import { explainEvent } from './figures/eventFigures.ts'
import { isOf, type EventScene } from './figures/EventScene.ts'
import { explainFund, explainFunding } from './figures/fundFigures.ts'
import { explainHeadline } from './figures/headlineFigures.ts'
import { explainInAccount, type AccountFamily } from './figures/explainInAccount.ts'
import { explainIncidentFigure } from './figures/incidentFigures.ts'
import { explainMarket } from './figures/marketFigures.ts'
import { explainDeleveragedTrade, explainTrade } from './figures/tradeFigures.ts'
import type { DraftOutcome, FigureScene } from './FigureScene.ts'
import { wholeNumberOf } from './wholeNumberOf.ts'

/**
 * How a figure comes about: a formula that `evaluate` brings back to the figure, or the reason why there is none. Undefined
 * where the reference names nothing: another id, a leg that was never there, a tick that was not played. [X1]
 */
export function explainFigure(scene: FigureScene, ref: FigureRef): Explanation | undefined {
  if (!isFigureId(ref.id)) return undefined
  const at = ref.of['tick'] === undefined ? scene.tick : wholeNumberOf(ref.of['tick'])
  const twin = twinOf(ref)
  if (at === undefined || at < 0 || at > scene.runs[twin].computed) return undefined
  const { family, field } = familyOf(ref.id)
  const explained = family === 'headline' ? explainHeadline(scene, at, { field: field as FieldOf<'headline'>, of: ref.of }) : FAMILIES[family](scene, at, { field, ref, twin })
  return explained === undefined ? undefined : explanationOf(scene.setup, ref, ref.id, explained)
}

type Twin = keyof FigureScene['runs']
type Family = Exclude<ReturnType<typeof familyOf>['family'], 'headline'>

interface Asked {
  readonly field: string
  readonly ref: FigureRef
  readonly twin: Twin
}

const inAccount = (family: AccountFamily) => (scene: FigureScene, tick: number, asked: Asked): Explained | undefined => withAccount(scene, tick, asked, (account) => explainInAccount(account, family, asked.field, asked.ref))

const FAMILIES: Readonly<Record<Family, (scene: FigureScene, tick: number, asked: Asked) => Explained | undefined>> = {
  account: inAccount('account'),
  pool: inAccount('pool'),
  position: inAccount('position'),
  order: inAccount('order'),
  event: (scene, _, asked) => withEvent(scene, asked, (event) => explainEvent(event, asked.field as FieldOf<'event'>, asked.ref.of['leg'])),
  trade: (scene, _, asked) => withEvent(scene, asked, (event) => (isOf(event, 'deleveraged') ? explainDeleveragedTrade(event, asked.field as FieldOf<'trade'>) : isOf(event, 'filled', 'position-liquidated') ? explainTrade(event, asked.field as FieldOf<'trade'>) : undefined)),
  funding: (scene, _, asked) => withEvent(scene, asked, (event) => (isOf(event, 'funding-paid') ? explainFunding(event, asked.ref.of['leg'] ?? '', asked.field as FieldOf<'funding'>) : undefined)),
  fund: (scene, tick, asked) => withAccount(scene, tick, asked, (account) => {
    const { fund, seq } = asked.ref.of
    return fund === undefined ? undefined : explainFund(account, fund, { field: asked.field as FieldOf<'fund'>, seq: wholeNumberOf(seq) })
  }),
  market: ({ setup: { tape, rules } }, tick, { field, ref }) =>
    explainMarket({ tape, rules, marks: marksAt(tape, tick), at: tickTime(tape, tick), keys: ref.of['tick'] === undefined ? {} : { tick: String(tick) } }, ref.of['instrument'] ?? '', field as FieldOf<'market'>),
  incident: (scene, _, { field, ref, twin }) => explainIncidentFigure(scene, { twin, seq: wholeNumberOf(ref.of['seq']) ?? 0, field: field as FieldOf<'incident'>, of: ref.of }),
  'ticket.buy': (scene, tick, { field }) => draft(scene, tick, 'buy', { field }),
  'ticket.sell': (scene, tick, { field }) => draft(scene, tick, 'sell', { field }),
  edit: (scene, tick, { field, ref }) => draft(scene, tick, 'edit', { field, part: ref.of['part'] }),
}

function twinOf({ of }: FigureRef): Twin {
  const { twin } = of
  return twin === 'all-isolated' || twin === 'all-cross' ? twin : 'as-set'
}

type DraftKind = 'buy' | 'sell' | 'edit'

function isDraft(text: string | undefined): text is DraftKind {
  return text === 'buy' || text === 'sell' || text === 'edit'
}

/** What a draft leads to: after its fill, or, as `placed-buy` and `placed-sell`, as the order is placed now. */
function outcomeAfter({ drafts }: FigureScene, after: string): Pick<DraftOutcome, 'after' | 'events' | 'marks'> | undefined {
  if (isDraft(after)) return drafts?.[after]
  return after === 'placed-buy' ? drafts?.buy?.placed : after === 'placed-sell' ? drafts?.sell?.placed : undefined
}

/** The account of a twin at a tick, or what a draft would make of the account as set. */
function withAccount(scene: FigureScene, tick: number, { ref, twin }: Asked, explain: (account: AccountScene) => Explained | undefined): Explained | undefined {
  const { after } = ref.of
  if (after === undefined) return explain(accountScene(scene, tick, twin, ref.of['tick']))
  const outcome = outcomeAfter(scene, after)
  return outcome?.after === undefined ? undefined : explain(draftScene(scene, tick, after, outcome))
}

export function accountScene({ setup, runs }: FigureScene, tick: number, twin: Twin, named: string | undefined): AccountScene {
  const run = runs[twin]
  const { tape, rules } = setup
  const account = run.accountAt(tick)
  return {
    account,
    rules,
    instruments: new Map(setup.instruments.map((each) => [each.symbol, each])),
    marks: marksAt(tape, tick),
    at: tickTime(tape, tick),
    tape,
    events: run.events.slice(0, run.countAt(tick)),
    trails: run.trailsAt(tick),
    keys: { twin, ...(named === undefined ? {} : { tick: named }) },
  }
}

function draftScene(scene: FigureScene, tick: number, after: string, { after: account, events, marks }: Pick<DraftOutcome, 'after' | 'events' | 'marks'>): AccountScene {
  const now = accountScene(scene, tick, 'as-set', undefined)
  return { ...now, account: account ?? now.account, marks, events: [...now.events, ...events], keys: { twin: 'as-set', after } }
}

function withEvent({ setup, runs }: FigureScene, { ref, twin }: Asked, explain: (event: EventScene) => Explained | undefined): Explained | undefined {
  const run = runs[twin]
  const event = run.events[(wholeNumberOf(ref.of['seq']) ?? 0) - 1]
  return event === undefined ? undefined : explain({ setup, run, event, before: accountBefore(run, event.seq), keys: { twin } })
}

function draft(scene: FigureScene, tick: number, kind: DraftKind, { field, part }: { readonly field: string; readonly part?: string | undefined }): Explained | undefined {
  const outcome = scene.drafts?.[kind]
  if (outcome === undefined) return undefined
  return explainDraft({ scene: accountScene(scene, tick, 'as-set', undefined), outcome, kind }, field as FieldOf<'ticket.buy'> | FieldOf<'edit'>, wholeNumberOf(part) ?? 0)
}
