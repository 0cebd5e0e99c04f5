import { describe, expect, it } from 'vitest'
import type { ScriptPart, ScriptSource } from '../../../store/catalog/scripts.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { openedScript, type OpenedTape } from './openedScript.ts'
import { readScript } from './readScript.ts'

const format = createFormat('1,234.5')
const info = { tape: { firstMarks: { 'BTC-PERP': '60000' } }, instruments: [{ symbol: 'BTC-PERP', tickSize: '0.01', beta: '1' }] }

const opened = (tape: OpenedTape['document']['tape']) => openedScript({ document: { tape }, info }, format)

const script: ScriptSource = {
  type: 'script',
  barMillis: 900_000,
  instruments: [{ symbol: 'A', price: 7.5, decimals: 3, beta: -0.5 }],
  seed: 4,
  volatility: 0.55,
  correlation: 0.7,
  parts: [{ type: 'calm', bars: 3 }, { type: 'wick', bars: 5, by: -0.07, back: 0.9 }, { type: 'grind', bars: 9, by: -0.2, legs: 2 }, { type: 'dead', bars: 4 }, { type: 'gap', by: 0.3 }],
}

describe('the form of a script that is open', () => {
  it('begins with it, and makes it again', () => {
    const draft = opened(script)
    expect([draft.template, draft.parts.length, draft.barMillis]).toEqual([undefined, 5, 900_000])
    expect(readScript(draft, format).source).toEqual(script)
  })
  it('begins with a template where the form cannot say all of it', () => {
    const others: readonly ScriptPart[] = [{ type: 'corners', corners: [{ bar: 2, by: -0.1 }] }, { type: 'gap', by: { A: -0.1 } }, { type: 'calm', bars: 4, noise: 2 }]
    for (const part of others) {
      expect(opened({ ...script, parts: [part] }).template).toBe('fall-20')
    }
    expect(opened({ ...script, keepExtremes: true }).template).toBe('fall-20')
    expect(opened({ type: 'scripted', id: 'x' }).rows[0]).toMatchObject({ symbol: 'BTC-PERP', price: '60000' })
  })
})
