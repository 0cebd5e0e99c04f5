import { describe, expect, it } from 'vitest'
import { embedView, unembedded } from './embedRoute.ts'

describe('an embedded page', () => {
  it.each([
    ['', undefined],
    ['?embed=0', undefined],
    ['?embed=1', 'equity'],
    ['?embed=1&show=lanes', 'lanes'],
    ['?show=price&embed=1', 'price'],
    ['?embed=1&show=calculator', 'calculator'],
    ['?embed=1&show=<script>', 'equity'],
    ['?embed=1&show=constructor', 'equity'],
  ] as const)('%j shows %j', (search, view) => {
    expect(embedView(search)).toBe(view)
  })

  it('opens as a page of its own, with what the link carries', () => {
    expect(unembedded('https://example.org/bulkhead/?lang=en&embed=1&show=lanes#/sim?s=1.abc')).toBe('https://example.org/bulkhead/?lang=en#/sim?s=1.abc')
  })
})
