import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BUNDLED_TAPES } from '../../tapes/bundled/bundledTapes.ts'
import { REAL_PARTS, REAL_SERIES } from './realSeries.ts'

interface Header {
  readonly instrument: string
  readonly decimals: number
  readonly first: string
  readonly last: string
  readonly source: { readonly package: string; readonly version: string; readonly licence: string }
}

describe('real series on offer', () => {
  it('say what the headers of their files say', () => {
    for (const [file, part] of Object.entries(REAL_PARTS)) {
      const header = JSON.parse(readFileSync(join('public/tapes', file), 'utf8')) as Header
      expect([part.symbol, part.decimals, part.first, part.last]).toEqual([header.instrument, header.decimals, header.first, header.last])
      for (const word of [header.source.package, header.source.version, header.source.licence]) expect(part.source).toContain(word)
    }
  })
  it('know every file of every built-in tape', () => {
    for (const { files } of BUNDLED_TAPES) for (const file of files) expect(existsSync(join('public/tapes', file)) && file in REAL_PARTS).toBe(true)
  })
  it('play several files over the days they share', () => {
    const majors = REAL_SERIES.find(({ id }) => id === 'fx-majors')
    expect([majors?.first, majors?.last]).toEqual(['1999-01-04', '2024-12-23'])
    expect(majors?.instruments.map(({ symbol }) => symbol)).toEqual(['EURUSD', 'GBPUSD', 'USDJPY', 'USDCHF'])
  })
})
