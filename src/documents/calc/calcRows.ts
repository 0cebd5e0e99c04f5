import { compareTrades, type Calculator } from '../../engine/index.ts'
import { decimalText, exactOf, figures, type CalcRow } from './calcReport.ts'
import type { CalcSetup } from './CalcSetup.ts'

/** The rows of a comparison, one for each variant; other calculators have none. */
export function calcRows({ name }: Calculator, { scene, values, variants: { leverages, modes, ruleSets } }: CalcSetup): readonly CalcRow[] | undefined {
  if (name !== 'compare') return undefined
  return compareTrades({ values, scene, leverages, modes, rules: ruleSets }).map(({ variant: { leverage, mode, rules }, results }) => {
    const exact = exactOf(results)
    return {
      variant: { ...(leverage === undefined ? {} : { leverage: decimalText(leverage) }), mode, rules: rules.id },
      results: figures(results),
      ...(Object.keys(exact).length === 0 ? {} : { exact }),
    }
  })
}
