import { problemLines } from '../../documents/Problem.ts'
import { parseCommands } from '../../documents/scenario/parseCommands.ts'
import type { TapeText } from '../../tapes/bundled/loadBundledTape.ts'
import type { Pace } from './advance.ts'
import { answerLook, type Answer, type Answered } from './answerLook.ts'
import { keptFile } from './keptFile.ts'
import { fetchLater, madeTapes, otherTapes, venues, sessionPools } from './later.ts'
import { openScenario } from './openScenario.ts'
import type { RunReply, RunRequest } from './protocol.ts'
import { sessionOf, type Session } from './Session.ts'
import type { SessionPool } from './sessionPool.ts'
import { takeCommands } from './takeCommands.ts'

/** What a session needs from where it runs: a worker, or a test. */
export interface Host {
  post(reply: RunReply, transfer: readonly ArrayBuffer[]): void
  /** A clock for pacing only: it decides when something is computed, never what. */
  now(): number
  /** Resolves after messages that have arrived were delivered. */
  rest(): Promise<void>
  /** Reads a file that ships with the program. */
  readonly textOf: TapeText
}

/** Requests that a newer one of the same type makes pointless. */
const SUPERSEDED = new Set<RunRequest['type']>(['frame', 'outlook', 'preview-ticket', 'preview-edit', 'find-event', 'explain', 'rule-diff', 'counterfactuals', 'calculate', 'path', 'calibrate'])

/**
 * One open scenario behind a stream of requests. Requests are answered in order, each once; `cancel` and newer requests
 * overtake: what they make pointless is answered `dropped`, also while it is being computed.
 */
export function createRunSession(host: Host): { receive(request: RunRequest): void; idle(): Promise<void> } {
  const queue: RunRequest[] = []
  let pool: SessionPool | undefined
  let session: Session | undefined
  let running: { readonly request: RunRequest; isCancelled: boolean } | undefined
  let pumping: Promise<void> = Promise.resolve()

  const reply = (id: number, answer: Answer, transfer: readonly ArrayBuffer[] = []): void => host.post({ id, ...answer }, transfer)

  const drop = (isPointless: (request: RunRequest) => boolean): void => {
    for (const request of queue.filter(isPointless)) {
      queue.splice(queue.indexOf(request), 1)
      reply(request.id, { type: 'dropped' })
    }
    if (running !== undefined && isPointless(running.request)) running.isCancelled = true
  }

  const paceOf = (job: { readonly request: RunRequest; isCancelled: boolean }): Pace => ({
    now: () => host.now(),
    rest: () => host.rest(),
    isCancelled: () => job.isCancelled,
    progress: (done, total) => reply(job.request.id, { type: 'progress', done, total }),
  })

  const open = async (request: RunRequest & { type: 'open' }): Promise<Answer> => {
    // Where it does not arrive all is played anew.
    if (session !== undefined) pool ??= (await sessionPools().catch(() => undefined))?.sessionPool(session)
    const opened = await openScenario(request.source, { textOf: host.textOf, fileOf: keptFile(request.tape) }, pool?.tapeOf(request.source))
    if (!opened.ok) return { type: 'refused', problems: opened.error }
    session = pool?.open(opened.value, request.id) ?? sessionOf(opened.value, request.id)
    fetchLater()
    return { type: 'opened', info: { revision: request.id, ...opened.value.info } }
  }

  const setCommands = (request: RunRequest & { type: 'set-commands' }, current: Session): Answer => {
    const commands = parseCommands(request.commands, current.opened.positionMode)
    if (!commands.ok) return { type: 'refused', problems: problemLines(commands.error) }
    const ordered = commands.value.toSorted((a, b) => a.tick - b.tick)
    takeCommands(current, ordered)
    current.revision = request.id
    return { type: 'commands-set', revision: request.id }
  }

  const diff = async (request: RunRequest & { type: 'rule-diff' }, pace: Pace): Promise<Answered> => {
    // It brings the validators and all venues: only who compares rules fetches it.
    const { ruleDiffBuffers, ruleDiffOf } = await import('./ruleDiffOf.ts')
    const made = await ruleDiffOf(request, host.textOf, pace)
    if (made === undefined) return { answer: { type: 'dropped' } }
    if (!made.ok) return { answer: { type: 'refused', problems: made.error } }
    return { answer: { type: 'rule-diff', report: made.value }, transfer: ruleDiffBuffers(made.value) }
  }

  const saved = async (request: RunRequest & { type: 'counterfactuals' }, pace: Pace): Promise<Answered> => {
    const { counterfactualsOf } = await import('./counterfactualsOf.ts')
    const found = await counterfactualsOf(request, host.textOf, pace)
    if (found === undefined) return { answer: { type: 'dropped' } }
    return { answer: found.ok ? { type: 'counterfactuals', found: found.value } : { type: 'refused', problems: found.error } }
  }

  const looked = async (request: RunRequest & { type: 'path' }): Promise<Answered> => {
    const { pathOf } = await import('./pathOf.ts')
    const path = await pathOf(request, host.textOf)
    return { answer: path.ok ? { type: 'path', path: path.value } : { type: 'refused', problems: path.error } }
  }

  const calculated = async (request: RunRequest & { type: 'calculate' }, pace: Pace): Promise<Answered> => {
    const { calculateOf } = await import('./calculateOf.ts')
    const reports = await calculateOf(session, request, pace)
    return { answer: reports === undefined ? { type: 'dropped' } : { type: 'calculated', reports } }
  }

  const calibrated = async (request: RunRequest & { type: 'calibrate' }, pace: Pace): Promise<Answered> => {
    const { calibrationOf } = await import('./calibrationOf.ts')
    const report = await calibrationOf(session, request, { textOf: host.textOf, pace })
    if (report === undefined) return { answer: { type: 'dropped' } }
    return { answer: report.ok ? { type: 'calibrated', report: report.value } : { type: 'refused', problems: report.error } }
  }

  const answer = async (request: Exclude<RunRequest, { type: 'cancel' } | { type: 'ping' }>, pace: Pace): Promise<Answered> => {
    if (request.type === 'open') return { answer: await open(request) }
    if (request.type === 'rule-diff') return diff(request, pace)
    if (request.type === 'counterfactuals') return saved(request, pace)
    if (request.type === 'calculate') return calculated(request, pace)
    if (request.type === 'calibrate') return calibrated(request, pace)
    if (request.type === 'path') return looked(request)
    if (request.type === 'prepare') {
      // What does not arrive now is fetched when it is wanted.
      await Promise.allSettled([import('./ruleDiffOf.ts'), import('./explainOf.ts'), import('./explainCalc.ts'), import('./calculateOf.ts'), import('./counterfactualsOf.ts'), import('./outlookOf.ts'), import('./pathOf.ts'), import('./calibrationOf.ts'), venues(), otherTapes(), madeTapes()])
      return { answer: { type: 'prepared' } }
    }
    if (session === undefined) return { answer: { type: 'refused', problems: ['no scenario is open'] } }
    return request.type === 'set-commands' ? { answer: setCommands(request, session) } : answerLook(session, request, pace)
  }

  const pump = async (): Promise<void> => {
    for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
      if (request.type === 'cancel' || request.type === 'ping') continue
      const job = { request, isCancelled: false }
      running = job
      try {
        const made = await answer(request, paceOf(job))
        reply(request.id, made.answer, made.transfer)
      } catch (error) {
        session = undefined
        pool = undefined
        reply(request.id, { type: 'failed', message: error instanceof Error ? error.message : String(error) })
      } finally {
        running = undefined
      }
    }
  }

  return {
    receive(request) {
      if (request.type === 'ping') {
        reply(request.id, { type: 'alive' })
        return
      }
      if (request.type === 'cancel') {
        drop((each) => each.id === request.target)
        return
      }
      if (SUPERSEDED.has(request.type)) drop((each) => each.type === request.type)
      if (request.type === 'open' || request.type === 'set-commands') drop((each) => SUPERSEDED.has(each.type))
      queue.push(request)
      if (queue.length === 1 && running === undefined) pumping = pumping.then(pump)
    },
    idle: () => pumping,
  }
}

