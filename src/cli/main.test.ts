import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './testing/runText.ts'

/** The real process, a few times: what the other tests of this room cannot see is the shell around the commands. */
function bulkhead(args: readonly string[], options: { readonly input?: string; readonly cwd?: string } = {}) {
  const env = { ...process.env, npm_lifecycle_event: '' }
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), ...args], { encoding: 'utf8', env, cwd: ROOT, ...options })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

describe('src/cli/main.ts', () => {
  it('reads a path and prints to standard output alone', () => {
    const { code, out, err } = bulkhead(['run', 'docs/examples/scenario-a.scenario.json', '--walls', 'all-cross'])
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ twins: [{ walls: 'all-cross', equity: '0' }] })
  })

  it('reads standard input, and says what is wrong without a stack trace', () => {
    expect(bulkhead(['margin', '-'], { input: '{"schema": 1, "marks": {}, "positions": [{}' })).toEqual({
      code: 1,
      out: '',
      err: '$: not JSON: line 1, column 44: "," or "]" was expected, the end was found\n',
    })
  })

  it('says that a file is not there, and finds prices beside a scenario', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bulkhead-'))
    writeFileSync(join(folder, 'prices.csv'), 'time,close\n2024-01-01T00:00:00Z,100\n2024-01-01T01:00:00Z,90\n2024-01-01T02:00:00Z,110\n')
    const scenario = { schema: 1, wallet: 100, tape: { type: 'file', files: [{ name: 'prices.csv', instrument: 'A' }, { name: 'gone.csv', instrument: 'B' }] } }
    writeFileSync(join(folder, 'two.json'), JSON.stringify(scenario))
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ ...scenario, tape: { ...scenario.tape, files: scenario.tape.files.slice(0, 1) } }))
    expect(bulkhead(['run', join(folder, 'two.json')])).toEqual({ code: 1, out: '', err: 'tape.files[1]: gone.csv: cannot be read: there is no such file\n' })
    const { code, out } = bulkhead(['run', join(folder, 'one.json'), '--walls', 'as-set'])
    expect([code, (JSON.parse(out) as { tick: number }).tick]).toEqual([0, 2])
    expect(bulkhead(['margin', join(folder, 'nothing.json')])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('nothing.json: cannot be read: there is no such file') })
  })

  it('a usage error is 2', () => expect(bulkhead(['fly']).code).toBe(2))
})
