import type { MarginReport } from './marginReport.ts'

const PRICES = ['liquidationPrice', 'liquidationTogether', 'bankruptcyPrice', 'bankruptcyPriceWithFee', 'breakEvenPrice', 'takeoverPrice', 'fillablePrice'] as const

/** One row a position; each of the prices in a column, with its exact value or the reason for none beside it. */
export function marginRows({ positions }: MarginReport): readonly Readonly<Record<string, unknown>>[] {
  return positions.map((position) => {
    const cells = Object.entries(position).filter(([key]) => !PRICES.some((name) => name === key))
    const prices = PRICES.flatMap((name) => (position[name] === undefined ? [] : Object.entries(priceCells(name, position[name]))))
    const { marginRatio, leverage } = position
    return { ...Object.fromEntries([...cells, ...prices]), marginRatio: cell(marginRatio), leverage: cell(leverage) }
  })
}

function priceCells(name: string, answer: { readonly price: string; readonly exact: string } | { readonly none: string }): Record<string, string> {
  if ('none' in answer) return { [name]: '', [`${name}Exact`]: '', [`${name}None`]: answer.none }
  return { [name]: answer.price, [`${name}Exact`]: answer.exact, [`${name}None`]: '' }
}

/** A figure that does not exist is an empty cell. */
function cell(figure: string | { readonly none: string }): string {
  return typeof figure === 'string' ? figure : ''
}
