import { builtinRules, ok, priceKey, refused, resolveRules, ruleDiff, type PlayedRuleDiff, type Result, type Rules, type Run, type Setup } from '../../engine/index.ts'
import { problemLines } from '../../documents/Problem.ts'
import type { RulesDocument } from '../../documents/rules/RulesDocument.ts'
import { parseRules } from '../../documents/rules/parseRules.ts'
import { decimateTicks, fromEngine } from '../../kernel/index.ts'
import type { Pace } from './advance.ts'
import { openScenario, plain } from './openScenario.ts'
import { paced } from './paced.ts'
import type { RuleDiffReport, RuleDiffRequest } from './RuleDiffReport.ts'
import { runSeries } from './runSeries.ts'
import { keptFile } from './keptFile.ts'
import type { TapeSupply } from '../../sources/TapeSupply.ts'
import { timelineOf } from './timeline.ts'

const MOST_POINTS = 300

/** A scenario under two sets of rules; undefined where it was called off. One line for each thing that is wrong. */
export async function ruleDiffOf(request: RuleDiffRequest, textOf: TapeSupply['textOf'], pace: Pace): Promise<Result<RuleDiffReport, readonly string[]> | undefined> {
  const opened = await openScenario(request.source, { textOf, fileOf: keptFile(request.tape) })
  if (!opened.ok) return opened
  const { setup } = opened.value
  const a = request.a === undefined ? ok(setup.rules) : rulesOf(request.a, setup)
  const b = rulesOf(request.b, setup)
  if (!a.ok) return a
  if (!b.ok) return b
  const steps = ruleDiff({ ...setup, leverageAboveLimit: request.lowersLeverage ? 'lower' : 'refuse' }, request.walls, { a: a.value, b: b.value })
  const diff = await paced(steps, pace)
  return diff === undefined ? undefined : ok(reportOf(diff, request, setup))
}

/** Rules that the scenario's instruments can be played by. */
function rulesOf(stated: string | RulesDocument, { instruments, rules: own }: Setup): Result<Rules, readonly string[]> {
  const rules = typeof stated === 'string' ? builtinRules.get(stated) : undefined
  if (typeof stated === 'string') return rules === undefined ? refused([`rules: no built-in set is called ${JSON.stringify(stated)}`]) : played(rules)
  const parsed = parseRules({ schema: 1, ...stated })
  return parsed.ok ? played(parsed.value) : refused(problemLines(parsed.error))

  function played(found: Rules): Result<Rules, readonly string[]> {
    if (found.contract === own.contract) return ok(resolveRules(found, instruments))
    return refused([`${found.name} is for ${found.contract} contracts, the scenario for ${own.contract} ones: their accounts are kept in other currencies`])
  }
}

function reportOf(diff: PlayedRuleDiff, { walls }: RuleDiffRequest, setup: Setup): RuleDiffReport {
  const { runs, ...rest } = diff
  const last = setup.tape.time.length - 1
  const timeline = timelineOf(setup.tape)
  const keys = setup.tape.series.map((each) => priceKey(each.instrument, each.kind))
  const curveOf = (run: Run): Float64Array => {
    const series = runSeries({ run, tape: setup.tape, bridge: fromEngine(setup.rules, keys), timeline })
    series.fillTo(last)
    return series.equity
  }
  const curves = { a: curveOf(runs.a), b: runs.b === runs.a ? undefined : curveOf(runs.b) }
  const columns = curves.b === undefined ? [curves.a] : [curves.a, curves.b]
  const deaths = [...diff.a.deaths, ...diff.b.deaths].flatMap(({ tick }) => (tick > 0 ? [tick - 1, tick] : [tick]))
  const ticks = decimateTicks({ columns, kept: [...new Set(deaths)].sort((one, other) => one - other), last, most: MOST_POINTS })
  const sampled = (curve: Float64Array): Float64Array => ticks.map((tick) => curve[tick]!)
  return {
    ...plain(rest),
    walls,
    instruments: setup.instruments.map((each) => plain(each)),
    lastTick: last,
    ticks,
    times: ticks.map((tick) => timeline.time(tick)),
    equity: { a: sampled(curves.a), b: sampled(curves.b ?? curves.a) },
  }
}

/** The buffers of the columns, to be handed over instead of copied. */
export function ruleDiffBuffers({ ticks, times, equity }: RuleDiffReport): ArrayBuffer[] {
  return [ticks, times, equity.a, equity.b].map((column) => column.buffer as ArrayBuffer)
}
