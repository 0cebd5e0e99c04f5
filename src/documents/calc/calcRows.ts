import { comparedRows, type Calculator } from '../../engine/index.ts'
import { decimalText, exactOf, figures, type CalcRow } from './calcReport.ts'
import type { CalcSetup } from './CalcSetup.ts'

/** The rows of a comparison, one for each variant, each worked out when it is asked for; other calculators have none. */
export function* calcRows({ name }: Calculator, { scene, values, variants: { leverages, modes, ruleSets } }: CalcSetup): Generator<CalcRow> {
  if (name !== 'compare') return
  for (const { variant: { leverage, mode, rules }, results } of comparedRows({ values, scene, leverages, modes, rules: ruleSets })) {
    const exact = exactOf(results)
    yield {
      variant: { ...(leverage === undefined ? {} : { leverage: decimalText(leverage) }), mode, rules: rules.id },
      results: figures(results),
      ...(Object.keys(exact).length === 0 ? {} : { exact }),
    }
  }
}
