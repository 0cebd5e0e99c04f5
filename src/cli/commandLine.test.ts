import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, runText } from './testing/runText.ts'

/** The examples of docs/command-line.md, run. Their figures are derived there, or have a source there. */
const text = readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8')
const examples = [...text.matchAll(/```console\n\$ npm run -s bulkhead -- (.+)\n([^]*?)```/g)].map(([, command = '', expected = '']) => ({ command, expected }))

/** `…` on a line of its own stands for any lines, at the end of a line for the rest of it. */
function pattern(expected: string): RegExp {
  const lines = expected.split('\n').map((line) => {
    if (line === '…') return '(?:.*\\n)*?'
    const literal = line.replace(/…$/, '').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    return `${literal}${line.endsWith('…') ? '.*' : ''}\\n`
  })
  return new RegExp(`^${lines.join('').replace(/\\n$/, '')}$`)
}

describe('docs/command-line.md', () => {
  it('has its examples', () => expect(examples.length).toBeGreaterThanOrEqual(12))

  it.each(examples)('$command', async ({ command, expected }) => {
    const { code, out, err } = await runText(command.split(' '))
    const shown = code === 0 ? out : `${err}(exit code ${code})\n`
    expect(shown.replaceAll('\r\n', '\n')).toMatch(pattern(expected))
  })

  it('shows every command of the usage text', async () => {
    const { out } = await runText(['help'])
    const commands = [...out.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name)
    expect(commands).toEqual(['margin', 'run', 'diff', 'compare', 'incident', 'explain', 'link', 'calc', 'venues', 'rules', 'tapes', 'tape', 'make', 'calibrate', 'load', 'schema', 'check', 'help'])
    for (const name of commands.filter((each) => each !== 'help')) expect(text).toContain(`\`${name}`)
  })
})

describe('docs/examples', () => {
  const files = readdirSync(join(ROOT, 'docs/examples'))

  it.each(files.filter((file) => file !== 'broken.book.json'))('%s is read without a word', async (file) => {
    const name = file.split('.').at(-2) ?? ''
    const { code, err } = await runText(['check', name, `docs/examples/${file}`])
    const said = file === 'venue-payload.book.json' ? err.split('\n').filter((line) => !line.startsWith('note: ')).join('') : err
    expect([code, said]).toEqual([0, ''])
  })

  it.each(files.filter((file) => file.endsWith('.scenario.json')))('%s plays, and its twins agree [T1]', async (file) => {
    const { code, out } = await runText(['run', `docs/examples/${file}`])
    const report = JSON.parse(out) as { twinIdentity: { holds: boolean } }
    expect([code, report.twinIdentity.holds]).toEqual([0, true])
  })
})
