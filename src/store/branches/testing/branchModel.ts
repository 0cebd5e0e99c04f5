import type { ScenarioFile } from '../../../workers/run/ScenarioFile.ts'
import type { AppState } from '../../AppState.ts'
import type { BranchTree } from '../../slices/BranchesState.ts'

export type Op =
  | { readonly type: 'seek'; readonly tick: number }
  | { readonly type: 'give'; readonly amount: number }
  | { readonly type: 'edit'; readonly nth: number; readonly amount: number }
  | { readonly type: 'remove'; readonly nth: number }
  | { readonly type: 'wallet'; readonly amount: number }
  | { readonly type: 'undo' | 'redo' }
  | { readonly type: 'switch' | 'delete' | 'promote'; readonly nth: number }
  | { readonly type: 'rename'; readonly nth: number; readonly name: string }

/** A command by when and how much: `order` for those of the scenario itself. */
interface Deed {
  readonly tick: number
  readonly what: string
}

export interface ModelLine {
  readonly id: number
  readonly parent: number | undefined
  readonly fork: number
  readonly deeds: readonly Deed[]
  readonly wallet: string
  readonly seen: number
  readonly name: string | undefined
}

export interface Model {
  readonly now: { readonly lines: readonly ModelLine[]; readonly active: number; readonly tick: number }
  readonly isFresh: boolean
  readonly next: number
  readonly past: readonly Model['now'][]
  readonly future: readonly Model['now'][]
}

const LAST = 120

export function modelOf({ commands, wallet }: ScenarioFile): Model {
  const line = { id: 1, parent: undefined, fork: 0, deeds: commands.map(({ tick }) => ({ tick, what: 'order' })), wallet, seen: 0, name: undefined }
  return { now: { lines: [line], active: 1, tick: 0 }, isFresh: false, next: 2, past: [], future: [] }
}

/** What the store has, in the model's words. */
export function outlineOf({ list, active }: BranchTree, { playback }: AppState): Model['now'] {
  const number = (id: string): number => Number(id.slice(1))
  return {
    lines: list.map(({ id, parent, forkTick, document, seen, name }) => ({
      id: number(id),
      parent: parent === undefined ? undefined : number(parent),
      fork: forkTick,
      deeds: document.commands.map((each) => ({ tick: each.tick, what: each.type === 'add-margin' ? each.amount : 'order' })),
      wallet: document.wallet,
      seen,
      name,
    })),
    active: number(active),
    tick: playback.tick,
  }
}

export function applyOp(model: Model, op: Op): Model {
  const { now } = model
  const { lines } = now
  const mine = lineOf(now, now.active)
  const chosen = 'nth' in op ? lines[op.nth % lines.length] : undefined
  switch (op.type) {
    case 'seek':
      return at(model, Math.min(op.tick, LAST))
    case 'give':
      return changed(model, now.tick, { ...mine, deeds: [...mine.deeds.filter(({ tick }) => tick <= now.tick), { tick: now.tick, what: String(op.amount) }] })
    case 'edit':
    case 'remove':
      return rewritten(model, mine, op.nth, op.type === 'edit' ? String(op.amount) : undefined)
    case 'wallet':
      return String(op.amount) === mine.wallet ? step(model, now) : changed(model, 0, { ...mine, wallet: String(op.amount) })
    case 'undo':
    case 'redo':
      return travelled(model, op.type)
    default:
      return chosen === undefined ? model : ofLine(model, op, chosen)
  }
}

/** What is done to a line that was chosen. */
function ofLine(model: Model, op: Op, chosen: ModelLine): Model {
  const { now } = model
  const { lines } = now
  switch (op.type) {
    case 'switch':
      return chosen.id === now.active ? model : { ...model, now: opened(now, chosen.id), isFresh: false }
    case 'delete':
      return lines.length === 1 ? model : deleted(model, chosen)
    case 'promote':
      return chosen.parent === undefined ? model : step(model, { ...now, lines: lines.map((each) => turned(each, lines, chosen)) })
    case 'rename': {
      const name = op.name === '' ? undefined : op.name
      return chosen.name === name ? model : step(model, { ...now, lines: lines.map((each) => (each === chosen ? { ...each, name } : each)) })
    }
    default:
      return model
  }
}

/** One command with another amount, or without it. */
function rewritten(model: Model, mine: ModelLine, chosen: number, amount: string | undefined): Model {
  const nth = chosen % Math.max(1, mine.deeds.length)
  const deed = mine.deeds[nth]
  if (deed === undefined) return model
  const deeds = mine.deeds.flatMap((each, i) => (i !== nth ? [each] : amount === undefined ? [] : [{ tick: each.tick, what: amount }]))
  return deed.what === amount ? step(model, model.now) : changed(model, deed.tick, { ...mine, deeds })
}

function lineOf({ lines }: Model['now'], id: number): ModelLine {
  const found = lines.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no line ${id}`)
  return found
}

function step(model: Model, now: Model['now'], isFresh = model.isFresh): Model {
  return { ...model, now, isFresh, past: [...model.past, model.now], future: [] }
}

function at(model: Model, tick: number): Model {
  const { now } = model
  const lines = now.lines.map((each) => (each.id === now.active ? { ...each, seen: Math.max(each.seen, tick) } : each))
  return { ...model, now: { ...now, lines, tick }, isFresh: model.isFresh && tick === now.tick }
}

/** Another line is shown: at the same tick, as far as it was seen. */
function opened(now: Model['now'], id: number): Model['now'] {
  return { ...now, active: id, tick: Math.min(now.tick, lineOf(now, id).seen) }
}

function changed(model: Model, from: number, line: ModelLine): Model {
  const { now, next } = model
  const mine = lineOf(now, now.active)
  const goesOn = mine.deeds.length === 0 || from >= mine.seen || (model.isFresh && mine.parent !== undefined && from >= mine.fork)
  if (!goesOn) {
    const grown: ModelLine = { ...line, id: next, parent: mine.id, fork: from, seen: now.tick, name: undefined }
    return { ...step(model, { ...now, lines: [...now.lines, grown], active: next }, true), next: next + 1 }
  }
  const earlier = (each: ModelLine): ModelLine => ({ ...each, fork: Math.min(each.fork, from) })
  const lines = now.lines.map((each) => (each === mine ? (mine.parent === undefined ? line : earlier(line)) : each.parent === mine.id ? earlier(each) : each))
  return step(model, { ...now, lines })
}

/** What was seen and where one looks is no history. */
function travelled(model: Model, way: 'undo' | 'redo'): Model {
  const [from, to] = way === 'undo' ? [model.past, model.future] : [model.future, model.past]
  const then = from.at(-1)
  if (then === undefined) return model
  const seenOf = new Map(model.now.lines.map(({ id, seen }) => [id, seen]))
  const lines = then.lines.map((each) => ({ ...each, seen: Math.max(each.seen, seenOf.get(each.id) ?? 0) }))
  const shown = at({ ...model, now: { lines, active: then.active, tick: model.now.tick } }, model.now.tick).now
  const rest = { past: from.slice(0, -1), future: [...to, model.now] }
  return { ...model, now: shown, isFresh: false, ...(way === 'undo' ? rest : { past: rest.future, future: rest.past }) }
}

function deleted(model: Model, gone: ModelLine): Model {
  const { now } = model
  const children = now.lines.filter(({ parent }) => parent === gone.id)
  const heir = gone.parent ?? children[0]?.id
  if (heir === undefined) return model
  const since = gone.parent === undefined ? lineOf(now, heir).fork : gone.fork
  const lines = now.lines
    .filter((each) => each !== gone)
    .map((each) => (each.id === heir && gone.parent === undefined ? { ...each, parent: undefined, fork: 0 } : each.parent === gone.id ? { ...each, parent: heir, fork: Math.min(each.fork, since) } : each))
  if (now.active !== gone.id) return step(model, { ...now, lines })
  return step(model, opened({ ...now, lines }, heir), false)
}

/** A line as it hangs once `root` is the one as traded: only those between it and the old one turn round. */
function turned(line: ModelLine, lines: readonly ModelLine[], root: ModelLine): ModelLine {
  const way: ModelLine[] = [root]
  for (let above = root.parent; above !== undefined; above = way.at(-1)?.parent) way.push(...lines.filter(({ id }) => id === above))
  const place = way.indexOf(line)
  if (place < 0) return line
  const below = way[place - 1]
  return below === undefined ? { ...line, parent: undefined, fork: 0 } : { ...line, parent: below.id, fork: below.fork }
}
