import type { BookDocument, BookPositionDocument } from './BookDocument.ts'

export type Report = (key: keyof BookPositionDocument, message: string) => void

const BACKINGS = ['margin', 'equity', 'quoteBalance'] as const

/** Whether what a position states fits the pool it stands in. */
export function checkPosition(written: BookPositionDocument, document: BookDocument, report: Report): void {
  const stated = BACKINGS.filter((key) => written[key] !== undefined)
  if (written.pool === 'isolated') {
    if (stated.length > 1) report(stated[1] ?? 'margin', `one of ${BACKINGS.join(', ')} was expected; ${stated.join(' and ')} are there`)
    if (written.feeReserve !== undefined && stated.length === 0) report('feeReserve', 'part of a margin or an equity; neither is stated')
  } else {
    const where = written.pool === 'cross' ? 'that of the cross pool is "wallet"' : 'that of a bucket stands in "pools"'
    for (const key of [...stated, ...(written.feeReserve === undefined ? [] : ['feeReserve' as const])]) {
      report(key, `only an isolated position has collateral of its own; ${where}`)
    }
    if (written.pool !== 'cross' && !(document.pools ?? []).some(({ id }) => id === written.pool)) {
      report('pool', `"pools" has no ${written.pool}; add { "id": "${written.pool}", "margin": … }`)
    }
  }
  if (written.entryPrice === undefined && !needsNoEntry(written, document)) report('entryPrice', 'missing; only where equity or quoteBalance is stated can it be left out')
}

/** Cash that already contains the PnL asks for no entry: seen from the mark it is the same. */
function needsNoEntry(written: BookPositionDocument, document: BookDocument): boolean {
  const backing = written.pool === 'isolated' ? written : written.pool === 'cross' ? document : (document.pools ?? []).find(({ id }) => id === written.pool)
  return backing?.equity !== undefined || backing?.quoteBalance !== undefined
}
