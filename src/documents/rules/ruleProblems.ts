import { Decimal, type Rules } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import type { CompleteRules, FundingChoice } from './ruleChoices.ts'
import type { RulesDocument } from './RulesDocument.ts'

/** What is wrong with values that are each right by themselves. */
export function contradictions(written: RulesDocument, complete: CompleteRules): readonly Problem[] {
  const isTwice = written.exitFeeInTest !== undefined && written.exitCost !== undefined
  return [
    ...fundingProblems(complete.funding),
    ...(isTwice ? [{ path: ['exitFeeInTest'], message: 'the old form of exitCost; state exitCost alone' }] : []),
    ...Object.entries(complete.openInterest).flatMap(([symbol, ends]) => openInterestProblems(symbol, ends)),
    ...Object.entries(complete.collateral).flatMap(([asset, { slices }]) => sliceProblems(slices, ['collateral', asset, 'slices'])),
  ]
}

/** A key that the extended choice has no use for: what is missing is the `type` it belongs to. */
export function ofOtherType(problem: Problem, written: RulesDocument, filled: RulesDocument): Problem {
  const choice = problem.path.slice(0, -1)
  const type = valueAt(filled, [...choice, 'type'])
  if (!problem.message.startsWith('unknown key') || typeof type !== 'string' || valueAt(written, [...choice, 'type']) !== undefined) return problem
  return { path: problem.path, message: `the extended choice is "${type}", which has no such key; state the "type" that has it` }
}

function valueAt(value: unknown, path: readonly PathKey[]): unknown {
  return path.reduce((at, key) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<PathKey, unknown>>)[key] : undefined), value)
}

function fundingProblems(funding: FundingChoice): readonly Problem[] {
  if (funding.type === 'none') return []
  const problems = oneOf('interval', funding.intervalHours, funding.intervalMillis)
  return funding.type === 'fixed' ? problems : [...problems, ...oneOf('period', funding.periodHours, funding.periodMillis)]
}

function oneOf(name: string, hours: number | undefined, millis: number | undefined): readonly Problem[] {
  if ((hours === undefined) !== (millis === undefined)) return []
  return [{ path: ['funding'], message: `one of ${name}Hours and ${name}Millis was expected` }]
}

function openInterestProblems(symbol: string, { lower, upper }: { readonly lower: string; readonly upper: string }): readonly Problem[] {
  if (new Decimal(upper).gt(lower)) return []
  return [{ path: ['openInterest', symbol, 'upper'], message: `an upper end above the lower end ${lower} was expected, or 0 for none; ${upper} was given` }]
}

/** Slices begin at 0 and ascend. */
export function sliceProblems(slices: readonly { readonly floor?: string | undefined }[], at: readonly PathKey[]): readonly Problem[] {
  return slices.flatMap(({ floor }, index) => {
    const path = [...at, index, 'floor']
    if (index === 0) return floor === undefined || floor === '0' ? [] : [{ path, message: `the first slice starts at 0, row 1 starts at ${floor}` }]
    const before = slices[index - 1]?.floor ?? '0'
    if (floor === undefined) return [{ path, message: `missing; row ${index + 1} is not the first` }]
    return new Decimal(floor).gt(before) ? [] : [{ path, message: `slices ascend: row ${index} starts at ${before}, row ${index + 1} at ${floor}` }]
  })
}

/** What was accepted but may not be what was meant. */
export function ruleWarnings(written: RulesDocument, base: Rules | undefined): readonly Problem[] {
  const isInverse = (written.contract ?? base?.contract) === 'inverse'
  return [...exitFeeWarnings(written, base), ...(isInverse ? coinWarnings(written) : [])]
}

/** The size of an inverse contract is its coins at the mark: maintenance grows from the first coin on. (SPEC M9) */
function coinWarnings({ sizeScaling = {} }: RulesDocument): readonly Problem[] {
  return Object.entries(sizeScaling).flatMap(([symbol, { from }]) =>
    from === undefined || /^0*\.?0*$/.test(from) ? [] : [{ path: ['sizeScaling', symbol, 'from'], message: 'not used by the maintenance of inverse contracts, whose rate grows from the first coin on' }],
  )
}

function exitFeeWarnings({ fees, exitCost, exitFeeInTest }: RulesDocument, base: Rules | undefined): readonly Problem[] {
  if (base === undefined || fees?.taker === undefined || exitCost?.rate !== undefined || exitFeeInTest !== undefined) return []
  const isTakerFee = base.exitCost.rate.gt(0) && base.exitCost.rate.eq(base.fees.taker) && !base.fees.taker.eq(fees.taker)
  if (!isTakerFee) return []
  const message = `the exit cost of the liquidation test stays ${base.exitCost.rate.toFixed()}, the taker fee of ${base.id}; state exitCost.rate as well if it follows`
  return [{ path: ['fees', 'taker'], message }]
}
