/**
 * Time travel through the worker's session, in this process: 100,000 bars of three instruments and 20 positions. What a seek
 * takes in what was played, after an edit, and from branch to branch; messages are cloned, as between threads.
 */
import { createRunSession } from '../../src/workers/run/runSession.ts'
import type { RunAnswer, RunQuestion } from '../../src/workers/run/runClient.ts'
import type { ScenarioFile } from '../../src/workers/run/ScenarioFile.ts'
import { frameAt } from '../../src/workers/testing/sessionAsk.ts'
import { printTable, span, spread, type Row } from './measure.ts'
import { replayScenario } from './replayScenario.ts'

const BARS = 100_000
const SEEKS = 100

type Ask = (question: RunQuestion) => Promise<RunAnswer>

/** A session that answers clones. */
function session(): Ask {
  const waiting = new Map<number, (answer: RunAnswer) => void>()
  let next = 1
  const made = createRunSession({
    now: () => performance.now(),
    rest: () => new Promise((resolve) => setImmediate(resolve)),
    textOf: () => Promise.reject(new Error('no files here')),
    post(reply, transfer) {
      const copy = structuredClone(reply, { transfer: [...transfer] })
      if (copy.type !== 'progress' && copy.type !== 'alive') waiting.get(copy.id)?.(copy)
    },
  })
  return (question) => {
    const id = next
    next += 1
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      made.receive({ id, ...question })
    })
  }
}

async function taken(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export async function benchBranches(): Promise<void> {
  const ask = session()
  const first = replayScenario({ bars: BARS, positions: 20, barMillis: 60_000 }) as ScenarioFile
  const opened = await ask({ type: 'open', source: first, tape: undefined })
  if (opened.type !== 'opened') throw new Error(JSON.stringify(opened))
  const file = opened.info.document
  let known: { readonly revision: number; readonly counts: Record<'as-set' | 'all-isolated' | 'all-cross', number> } = { revision: 0, counts: { 'as-set': 0, 'all-isolated': 0, 'all-cross': 0 } }
  let events = 0
  const show = async (tick: number): Promise<void> => {
    const answer = await ask(frameAt(tick, { instrument: file.instruments?.[0]?.symbol ?? '', known }))
    if (answer.type !== 'frame') throw new Error(answer.type)
    const count = (twin: keyof typeof known.counts): number => answer.frame.events[twin].keep + answer.frame.events[twin].added.length
    known = { revision: answer.frame.revision, counts: { 'as-set': count('as-set'), 'all-isolated': count('all-isolated'), 'all-cross': count('all-cross') } }
    events = known.counts['as-set']
  }
  const setting = (commands: ScenarioFile['commands']) => ask({ type: 'set-commands', commands })
  const rows: Row[] = [{ name: 'first play of the whole tape', figures: { mean: span(await taken(() => show(BARS - 1))) } }]
  console.log(`  ${String(events)} events in the account as set`)
  // Ticks by a fixed stride: all over the tape, in no order.
  const ticks = Array.from({ length: SEEKS }, (_, i) => (i * 61_803) % BARS)
  const seeks = async (): Promise<readonly number[]> => {
    const times: number[] = []
    for (const tick of ticks) times.push(await taken(() => show(tick)))
    return times
  }
  rows.push({ name: 'seek in what was played', figures: spread(await seeks()) })
  const back: number[] = []
  for (let i = 0; i < SEEKS; i += 1) back.push(await taken(() => show(90_000 - i)))
  rows.push({ name: 'one bar back', figures: spread(back) })
  const at = (tick: number): ScenarioFile['commands'] => [...file.commands.filter((each) => each.tick <= tick), { id: 'n1', tick, type: 'deposit', amount: '1' }]
  await show(90_000)
  for (const tick of [99_000, 90_000, 50_000]) {
    rows.push({ name: `a command at ${String(tick)}, shown there`, figures: { mean: span(await taken(async () => { await setting(at(tick)); await show(tick) })) } })
    rows.push({ name: '  and at the end', figures: { mean: span(await taken(() => show(BARS - 1))) } })
    rows.push({ name: '  back in the branch it grew from, at the end', figures: { mean: span(await taken(async () => { await setting(file.commands); await show(BARS - 1) })) } })
    rows.push({ name: '  and in the new one again', figures: { mean: span(await taken(async () => { await setting(at(tick)); await show(BARS - 1) })) } })
    rows.push({ name: '  seek in it', figures: spread(await seeks()) })
    await setting(file.commands)
  }
  printTable(`time travel: ${String(BARS)} bars × 20 positions, three twins`, rows)
}
