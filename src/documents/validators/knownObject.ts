import * as v from 'valibot'

/**
 * An object with these keys and no others: a key nobody knows is most often a typo of one that matters. Keys that begin
 * with `x-` are the author's own and are kept as they are.
 */
export function knownObject<const E extends v.ObjectEntries>(entries: E) {
  const known = Object.keys(entries)
  return v.pipe(
    v.looseObject(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const value: unknown = dataset.value
      if (typeof value !== 'object' || value === null) return
      let hints = MOST_HINTS
      for (const key of Object.keys(value)) {
        if (Object.hasOwn(entries, key) || key.startsWith('x-')) continue
        hints -= 1
        const near = hints < 0 || key.length > LONGEST_TYPO ? undefined : (foreign(key, known) ?? nearest(key, known))
        const hint = near === undefined ? `known here: ${known.join(', ')}` : `did you mean "${near}"?`
        addIssue({ message: `unknown key; ${hint}`, path: [{ type: 'object', origin: 'key', input: {}, key, value: undefined }] })
      }
    }),
  )
}

/** Comparing with every known key takes its time: of a thousand unknown ones the first tell what is wrong. */
const MOST_HINTS = 20
const LONGEST_TYPO = 40

/** What venues' payloads and calculators call it, in lower case without underscores; the first that is known here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  marginmode: 'pool mode', margintype: 'pool mode', mgnmode: 'pool mode', trademode: 'pool mode', pool: 'mode',
  symbol: 'instrument', instid: 'instrument', coin: 'instrument', contract: 'instrument', market: 'instrument',
  size: 'qty', szi: 'qty size', amount: 'qty size', positionamt: 'qty size', positionsize: 'qty size', quantity: 'qty size', total: 'qty size', currentqty: 'contracts', pos: 'contracts',
  positionvalue: 'notional', value: 'notional', ordervalue: 'notional',
  entrypx: 'entryPrice', avgprice: 'entryPrice', avgpx: 'entryPrice', avgentryprice: 'entryPrice', openpriceavg: 'entryPrice', averageopenprice: 'entryPrice',
  entry: 'entryPrice', openprice: 'entryPrice', openingprice: 'entryPrice', averageentryprice: 'entryPrice averageEntry',
  exit: 'exitPrice', closeprice: 'exitPrice', closingprice: 'exitPrice', target: 'exitPrice', targetprice: 'exitPrice', takeprofit: 'exitPrice',
  stop: 'stopPrice', stoploss: 'stopPrice', stoplossprice: 'stopPrice',
  markprice: 'mark', markpx: 'mark markPrice', mark: 'markPrice', positionside: 'side', holdside: 'side', posside: 'side', direction: 'side',
  isolatedmargin: 'equity margin', marginused: 'equity margin', accountvalue: 'equity', isolatedwallet: 'margin', positionmargin: 'margin', collateral: 'margin',
  walletbalance: 'wallet', balance: 'wallet', accountbalance: 'wallet', availablebalance: 'wallet',
  mmr: 'maintenanceRate', maintenancemarginrate: 'maintenanceRate tier', imr: 'initialRate', initialmarginrate: 'initialRate', cum: 'maintenanceAmount', maintenanceamount: 'tier', maxleverage: 'maxLeverage tier',
  roi: 'roe', profit: 'pnl', profitandloss: 'pnl', liqprice: 'liquidationPrice', liquidation: 'liquidationPrice', breakeven: 'breakEvenPrice', bustprice: 'bankruptcyPrice',
  fee: 'feeRate', takerfee: 'feeRate', takerfeerate: 'feeRate', trades: 'fills', orders: 'fills', riskpercent: 'riskShare', extramargin: 'addMargin', addedmargin: 'addMargin', lossshare: 'riskShare',
}

function foreign(key: string, known: readonly string[]): string | undefined {
  const name = key.toLowerCase().replaceAll('_', '')
  const ours = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined
  return ours?.split(' ').find((each) => known.includes(each))
}

/** The known key that is at most two edits away, if any. */
export function nearest(key: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({ name, edits: editDistance(key.toLowerCase(), name.toLowerCase()) }))
  const best = ranked.toSorted((a, b) => a.edits - b.edits)[0]
  return best !== undefined && best.edits <= 2 && best.edits < key.length ? best.name : undefined
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
