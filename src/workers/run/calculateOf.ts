import { marksAt, tickTime } from '../../engine/index.ts'
import { calcSteps } from '../../documents/calc/calcAnswer.ts'
import type { CalcReport } from '../../documents/calc/calcReport.ts'
import type { CalcBeside } from '../../documents/calc/parseCalc.ts'
import { problemLines } from '../../documents/Problem.ts'
import { advance, type Pace } from './advance.ts'
import type { Session } from './Session.ts'

/** The answer to one Calc document: its report, or one line for each thing that is wrong. */
export type CalculatedReport =
  | { readonly ok: true; readonly report: CalcReport; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Longest stretch of work between two rests, ms. */
const STRETCH = 8

export interface CalculateQuestion {
  /** Absent: nothing is open beside the calculations. */
  readonly tick: number | undefined
  readonly documents: readonly unknown[]
}

/** Each document by the calculator it names, beside the account as set at the tick; undefined where it was called off. */
export async function calculateOf(session: Session | undefined, { tick, documents }: CalculateQuestion, pace: Pace): Promise<readonly CalculatedReport[] | undefined> {
  const beside = session === undefined || tick === undefined ? undefined : await besideAt(session, tick, pace)
  if (beside === 'dropped') return undefined
  const reports: CalculatedReport[] = []
  let until = pace.now() + STRETCH
  for (const document of documents) {
    const steps = reportSteps(document, beside)
    for (;;) {
      const step = steps.next()
      if (step.done === true) reports.push(step.value)
      // A comparison of many rows is laid down between two of them.
      if (pace.now() >= until) {
        await pace.rest()
        if (pace.isCancelled()) return undefined
        until = pace.now() + STRETCH
      }
      if (step.done === true) break
    }
  }
  return reports
}

export async function besideAt(session: Session, tick: number, pace: Pace): Promise<CalcBeside | 'dropped'> {
  const { setup, instruments, sides } = session
  const last = setup.tape.time.length - 1
  const at = Math.max(0, Math.min(last, tick))
  if (!(await advance(session, at, pace))) return 'dropped'
  return { rules: setup.rules, instruments, marks: marksAt(setup.tape, at), account: sides['as-set'].run.accountAt(at), at: tickTime(setup.tape, at) }
}

function* reportSteps(document: unknown, beside: CalcBeside | undefined): Generator<undefined, CalculatedReport> {
  const name = typeof document === 'object' && document !== null && 'calculator' in document ? document.calculator : undefined
  if (typeof name !== 'string') return { ok: false, problems: ['calculator: missing; the name of a calculator was expected'] }
  const answer = yield* calcSteps(name, document, beside)
  return answer.ok ? { ok: true, report: answer.value, notes: problemLines(answer.warnings) } : { ok: false, problems: problemLines(answer.error) }
}
