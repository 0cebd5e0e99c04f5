import type { MarginReport } from './marginReport.ts'

const PRICES = ['liquidationPrice', 'liquidationTogether', 'bankruptcyPrice', 'breakEvenPrice', 'takeoverPrice', 'fillablePrice'] as const

/** One row a position; each of the prices in a column, with its exact value or the reason for none beside it. */
export function marginRows({ positions }: MarginReport): readonly Readonly<Record<string, unknown>>[] {
  return positions.map((position) => {
    const cells = Object.entries(position).filter(([key]) => !PRICES.some((name) => name === key))
    const prices = PRICES.flatMap((name) => (position[name] === undefined ? [] : Object.entries(priceCells(name, position[name]))))
    const { marginRatio } = position
    return { ...Object.fromEntries([...cells, ...prices]), marginRatio: typeof marginRatio === 'string' ? marginRatio : '' }
  })
}

function priceCells(name: string, answer: { readonly price: string; readonly exact: string } | { readonly none: string }): Record<string, string> {
  if ('none' in answer) return { [name]: '', [`${name}Exact`]: '', [`${name}None`]: answer.none }
  return { [name]: answer.price, [`${name}Exact`]: answer.exact, [`${name}None`]: '' }
}
