/**
 * The whole gate, or the stages named on the command line, one after the other; it stops at the first failure.
 *   node scripts/test.mjs                     types, lint, layers, unit, build, e2e
 *   node scripts/test.mjs build e2e -- -g x   those two; what follows -- goes to the last
 * The output ends with the runners' own closing lines, the stages with their times, and `N passed, N failed`.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ commands: string[][], report?: string, env?: Record<string, string>, skip?: () => string | undefined }} Stage */

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, '.cache/reports')
const LAYERS = 'scripts/layers.test.ts'

/** @param {string} name @param {string[]} args */
const vitest = (name, ...args) => ['node_modules/vitest/vitest.mjs', 'run', ...args, ...(process.stdout.isTTY ? [] : ['--no-color']), '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, name)}`]

/** @type {Record<string, Stage>} */
const STAGES = {
  types: { commands: [['node_modules/typescript/bin/tsc', '-b']] },
  lint: { commands: [['node_modules/oxlint/bin/oxlint']] },
  layers: { commands: [vitest('layers.json', LAYERS)], report: 'layers.json' },
  unit: { commands: [vitest('unit.json', '--passWithNoTests', '--exclude', LAYERS)], report: 'unit.json' },
  build: { commands: [['node_modules/vite/bin/vite.js', 'build'], ['scripts/budgets.mjs']] },
  e2e: {
    commands: [['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']],
    report: 'e2e.json',
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json') },
    skip: () => (hasJourneys() ? undefined : 'no e2e/*.spec.ts yet'),
  },
}

function hasJourneys() {
  const folder = join(root, 'e2e')
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some(name => String(name).endsWith('.spec.ts'))
}

/** A runner's last words, without its colours: vitest's three lines, Playwright's counts, and what failed in either. */
const CLOSING = /^\s*(Test Files|Tests|Duration|FAIL)\s|^\s*\d+ (passed|failed|flaky|skipped|interrupted|did not run)|^\s+\[\w+\] › /
const ESC = String.fromCodePoint(27)
const plain = (/** @type {string} */ line) => line.replaceAll(new RegExp(`${ESC}\\[[0-9;]*m`, 'g'), '')

/**
 * Runs one command, shows its output as it comes, and gives its exit code and closing lines.
 * @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<{ code: number, closing: string[] }>}
 */
function run(args, env) {
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...color, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const show = /** @param {NodeJS.WriteStream} stream @returns {(data: Buffer) => void} */ stream => data => {
    stream.write(data)
    text += data
  }
  child.stdout.on('data', show(process.stdout))
  child.stderr.on('data', show(process.stderr))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code: code ?? 1, closing: text.split('\n').filter(line => CLOSING.test(plain(line))) }))
  })
}

/** What the runner wrote about itself, vitest's form or Playwright's. @param {string | undefined} name @returns {Count} */
function counted(name) {
  const path = join(reports, name ?? '')
  if (name === undefined || !existsSync(path)) return { passed: 0, failed: 0 }
  const { stats, numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(path, 'utf8'))
  return stats ? { passed: stats.expected + stats.flaky, failed: stats.unexpected } : { passed: numPassedTests, failed: numFailedTests }
}

/** 4173, or a free port where something is served there already. @returns {Promise<string>} */
async function freePort() {
  const wanted = Number(process.env['BULKHEAD_PORT'] ?? 4173)
  const tried = /** @param {number} port @returns {Promise<number | undefined>} */ port =>
    new Promise(resolve => {
      const server = createServer()
      server.once('error', () => resolve(undefined))
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
      })
    })
  return String((await tried(wanted)) ?? (await tried(0)) ?? wanted)
}

/** @param {string} name @param {Stage} stage @param {string[]} extra @param {NodeJS.ProcessEnv} env */
async function perform(name, stage, extra, env) {
  const skipped = stage.skip?.()
  if (skipped !== undefined) return { line: `${name}: skipped, ${skipped}`, ok: true, closing: [], count: counted(undefined) }
  console.log(`\n── ${name} ──`)
  const start = performance.now()
  /** @type {string[]} */
  const closing = []
  let ok = true
  for (const command of stage.commands) {
    if (!ok) break
    const done = await run([...command, ...extra], { ...env, ...stage.env })
    closing.push(...done.closing)
    ok = done.code === 0
  }
  const count = counted(stage.report)
  if (!ok && count.failed === 0) count.failed = 1 // a stage that fails without a failing test still counts
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  return { line: `${name}: ${ok ? 'ok' : 'FAILED'} in ${seconds} s`, ok, closing, count }
}

const split = process.argv.indexOf('--')
const names = process.argv.slice(2, split < 0 ? undefined : split)
const extra = split < 0 ? [] : process.argv.slice(split + 1)
const chosen = names.length > 0 ? names : Object.keys(STAGES)
const unknown = chosen.filter(name => !STAGES[name])
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are ${Object.keys(STAGES).join(', ')}.`)
  process.exit(2)
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
/** @type {NodeJS.ProcessEnv} */
const env = { ...(chosen.includes('build') && { BULKHEAD_BUILT: '1' }), ...(chosen.includes('e2e') && { BULKHEAD_PORT: await freePort() }) }
const start = performance.now()
/** @type {Awaited<ReturnType<typeof perform>>[]} */
const results = []
for (const [i, name] of chosen.entries()) {
  const stage = STAGES[name]
  if (!stage) continue
  const result = await perform(name, stage, i === chosen.length - 1 ? extra : [], env)
  results.push(result)
  if (!result.ok) break
}

console.log('\n── summary ──')
for (const { line, closing } of results) console.log([line, ...closing.map(text => `    ${plain(text).trim()}`)].join('\n'))
const left = chosen.length - results.length
if (left > 0) console.log(`stopped at ${chosen[results.length - 1]}; not run: ${chosen.slice(-left).join(', ')}`)
console.log(`all in ${((performance.now() - start) / 1000).toFixed(1)} s`)
const total = (/** @type {keyof Count} */ key) => results.reduce((sum, { count }) => sum + count[key], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
