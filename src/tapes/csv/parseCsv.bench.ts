import { bench, describe } from 'vitest'
import { importCsv } from './importCsv.ts'

/** A million one-minute candles, 59 MB; design.md 6: parsed, validated and on screen in under 3 s. */
function millionRows(): Blob {
  const parts = ['open_time,open,high,low,close,volume\n']
  let price = 60000
  for (let i = 0; i < 1_000_000; i++) {
    const open = price
    price = open * (1 + ((Math.imul(i, 2654435761) >>> 0) / 2 ** 32 - 0.5) * 0.002)
    parts.push(`${1600000000000 + i * 60000},${open.toFixed(2)},${(Math.max(open, price) * 1.0003).toFixed(2)},${(Math.min(open, price) * 0.9997).toFixed(2)},${price.toFixed(2)},${(i % 97) / 8}\n`)
  }
  return new Blob([parts.join('')])
}

describe('a file of 1,000,000 candles', () => {
  const file = millionRows()
  bench(
    'detected, read, validated, reported',
    async () => {
      const imported = await importCsv(file)
      if (!imported.ok || !imported.value.parsed.ok || imported.value.parsed.value.report.rows !== 1_000_000) throw new Error('not read')
    },
    { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 },
  )
})
