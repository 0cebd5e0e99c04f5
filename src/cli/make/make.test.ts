import { describe, expect, it } from 'vitest'
import { runOn, runText } from '../testing/runText.ts'

const model = { type: 'model', seed: 1, bars: 300, stepsPerBar: 2, instruments: [{ symbol: 'A', price: 100, process: { type: 'heston', volatility: 0.6, longVolatility: 0.6, reversion: 20, volOfVol: 2, leverage: -0.5 } }] }

describe('make', () => {
  it('writes a Tape document that is read again, the prices that run plays', async () => {
    const made = await runOn(model, ['make', '-'])
    expect((await runText(['check', 'tape', '-'], made.out)).err).toBe('')
    const { out } = await runOn(model, ['make', '-', '--out', 'hash'])
    const run = await runOn({ schema: 1, tape: model, wallet: '1' }, ['run', '-', '--hash'])
    expect((JSON.parse(run.out) as { tape: string }).tape).toBe((JSON.parse(out) as { tape: string }).tape)
    const { id: _, schema: __, ...columns } = JSON.parse(made.out) as Record<string, unknown>
    const inline = await runOn({ schema: 1, tape: { type: 'inline', ...columns }, wallet: '1' }, ['make', '-', '--out', 'csv'])
    expect(inline.out).toBe((await runOn(model, ['make', '-', '--out', 'csv'])).out)
  })

  it('says that rows hold no funding', async () => {
    const paid = { type: 'inline', start: 0, series: [{ instrument: 'A', close: [1, 2] }], funding: [{ instrument: 'A', time: [3_600_000], rate: [0.0001] }] }
    expect((await runOn(paid, ['make', '-', '--out', 'csv'])).err).toContain('funding has times of its own')
    expect((await runOn(paid, ['make', '-'])).err).toBe('')
  })

  it('refuses in a line what cannot be made, and a command line that it does not understand', async () => {
    expect(await runOn({ ...model, seed: -1 }, ['make', '-'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^tape\.seed: /) as string })
    expect(await runOn(model, ['make', '-', '--out', 'xml'])).toMatchObject({ code: 2, err: expect.stringMatching(/--out: one of json, csv, hash was expected/) as string })
    expect(await runText(['make', 'docs/examples/none.json'])).toMatchObject({ code: 1, out: '' })
    expect((await runText(['make', '-'], '{"type":')).code).toBe(1)
  })
})

describe('calibrate', () => {
  it('gives the fitted model as what make plays', async () => {
    const source = await runOn(model, ['calibrate', '-', '--model', 'gbm', '--out', 'source'])
    expect(source.code).toBe(0)
    expect((await runText(['make', '-', '--out', 'hash'], source.out)).code).toBe(0)
    // 300 bars: the start's open and 299 moves between closes.
    expect(JSON.parse(source.out)).toMatchObject({ type: 'model', bars: 299, instruments: [{ symbol: 'A', process: { type: 'gbm' } }] })
  })

  it('refuses in a line what cannot be fitted, and a command line that it does not understand', async () => {
    expect(await runOn({ ...model, bars: 10 }, ['calibrate', '-', '--model', 'gbm'])).toMatchObject({ code: 1, err: expect.stringMatching(/^9 returns are too few/) as string })
    expect(await runOn(model, ['calibrate', '-', '--model', 'gbm', '--instruments', 'B'])).toMatchObject({ code: 1, err: 'there are no prices of B; there are those of A\n' })
    expect(await runOn(model, ['calibrate', '-'])).toMatchObject({ code: 2, err: expect.stringMatching(/--model: one of gbm, merton/) as string })
    expect(await runOn(model, ['calibrate', '-', '--model', 'sabr'])).toMatchObject({ code: 2, err: expect.stringMatching(/"sabr" was given/) as string })
  })
})
