import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IMPORT_RULES } from './lint/plugin.mjs'
import { BAN_PLANTS, CLEAN, COMPILER_PLANTS, LAYER_PLANTS, type Plant } from './layers.plants.ts'

/*
 * The linter and the compiler are themselves under test: a copy of their configuration judges a planted tree in a
 * temporary folder, once, and each plant must be caught by the rule it breaks. So no rule can go silently green.
 */

interface Finding {
  readonly file: string
  readonly text: string
}

interface Diagnostic {
  readonly filename: string
  readonly code?: string
  readonly message: string
  readonly help?: string
}

const root = join(import.meta.dirname, '..')
const folders: string[] = []
let findings: readonly Finding[] = []
let compilerErrors: readonly string[] = []

function run(folder: string, tool: string, ...args: string[]): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (error) throw error
  if (stdout === '') throw new Error(`${tool} said nothing: ${stderr}`)
  return stdout
}

/** A temporary folder with our configuration, the clean files and the planted ones. */
function plantedTree(plants: readonly Plant[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-layers-'))
  folders.push(folder)
  for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json', 'tsconfig', 'scripts/lint']) cpSync(join(root, name), join(folder, name), { recursive: true })
  for (const name of readdirSync(join(folder, 'tsconfig'))) {
    const path = join(folder, 'tsconfig', name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('../node_modules/.cache/tsc', '../out')) // node_modules is shared
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [file, code] of [...Object.entries(CLEAN), ...plants.map(p => [p.file, p.code] as const)]) {
    const path = join(folder, 'src', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, code)
  }
  return folder
}

beforeAll(() => {
  const linted = run(plantedTree([...LAYER_PLANTS, ...BAN_PLANTS]), 'oxlint/bin/oxlint', '--format=json', 'src')
  const { diagnostics } = JSON.parse(linted) as { diagnostics: readonly Diagnostic[] }
  findings = diagnostics.map(d => ({ file: d.filename.replaceAll('\\', '/').replace(/^src\//, ''), text: `${d.code ?? ''} | ${d.message} | ${d.help ?? ''}` }))
  const compiled = run(plantedTree(COMPILER_PLANTS), 'typescript/bin/tsc', '-b', '--pretty', 'false')
  compilerErrors = compiled.replaceAll('\\', '/').split('\n')
}, 60_000)

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Our messages start with `rule: `; a rule of oxlint's own is known by its code. */
function says(finding: Finding, rule: string): boolean {
  return rule.includes('(') ? finding.text.startsWith(`${rule} |`) : finding.text.includes(`${rule}: `)
}

const caseOf = (plant: Plant) => [plant.rule, plant.file, plant] as const

function isCaught(rule: string, file: string): void {
  const here = findings.filter(finding => finding.file === file)
  expect(here.some(finding => says(finding, rule)), `said about src/${file}: ${here.map(finding => finding.text).join('; ') || 'nothing'}`).toBe(true)
}

describe('layer rules', () => {
  it.each(LAYER_PLANTS.map(caseOf))('%s catches src/%s', isCaught)

  it('has a planted violation of every import rule', () => {
    const planted = new Set(LAYER_PLANTS.map(({ rule }) => rule))
    expect([...Object.keys(IMPORT_RULES), 'import(no-cycle)'].filter(rule => !planted.has(rule))).toEqual([])
  })

  it.each(Object.keys(CLEAN))('lets src/%s pass', file => {
    expect(findings.filter(finding => finding.file === file)).toEqual([])
  })
})

describe('bans and limits', () => {
  it.each(BAN_PLANTS.map(caseOf))('%s catches src/%s', isCaught)
})

describe('the compiler', () => {
  it.each(COMPILER_PLANTS.map(caseOf))('%s stops src/%s', (code, file) => {
    const here = compilerErrors.filter(line => line.startsWith(`src/${file}(`))
    expect(here.some(line => line.includes(`error ${code}:`)), `said about src/${file}: ${here.join('; ') || 'nothing'}`).toBe(true)
  })

  it('lets the clean rooms pass', () => {
    expect(compilerErrors.filter(line => Object.keys(CLEAN).some(file => line.startsWith(`src/${file}(`)))).toEqual([])
  })
})
