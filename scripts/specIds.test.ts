import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Every promise and rule of src/engine/SPEC.md, and every rule of a venue's SPEC.md, is quoted, as `[W1]`, in the title of
 * at least one test. The worked examples of venues/<venue>/vectors.json are run by src/cli/venueVectors.test.ts: their
 * titles are titles of tests.
 */

const root = join(import.meta.dirname, '..')
const spec = join(root, 'src/engine/SPEC.md')
const venues = join(root, 'src/engine/venues')

/** An ID opens a table row or a heading of the third level, bold or in backticks or bare: `| **W1** wall | …`, `### M1 root`. */
const DEFINED = /^(?:\|\s*|###\s+)[*`]*([A-Z]{1,2}\d{1,2})\b/gm
/** The first string of it(…), test(…), describe(…) and their .each, .prop or .skipIf forms. */
const TITLE = /\b(?:it|test|describe)(?:\.\w+(?:\((?:[^()]|\([^()]*\))*\))?)*\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g
const QUOTED = /\[([A-Z]{1,2}\d{1,2}(?:,\s*[A-Z]{1,2}\d{1,2})*)\]/g

export function definedIds(text: string): string[] {
  return [...new Set([...text.matchAll(DEFINED)].map(([, id = '']) => id))]
}

export function quotedIds(source: string): string[] {
  const titles = [...source.matchAll(TITLE)].map(([, a, b, c]) => a ?? b ?? c ?? '')
  return titles.flatMap(title => [...title.matchAll(QUOTED)].flatMap(([, ids = '']) => ids.split(/,\s*/)))
}

function testSources(): string[] {
  const folders = [
    { folder: join(root, 'src'), ending: /\.test\.tsx?$/ },
    { folder: join(root, 'e2e'), ending: /\.spec\.ts$/ },
  ]
  return folders
    .filter(({ folder }) => existsSync(folder))
    .flatMap(({ folder, ending }) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => ending.test(name)).map(name => readFileSync(join(folder, name), 'utf8')))
}

/** Titles of worked examples, as `it` would have them. */
export function quotedInVectors(json: string): string[] {
  const vectors = JSON.parse(json) as readonly { readonly title: string }[]
  return vectors.flatMap(({ title }) => quotedIds(`it(${JSON.stringify(title)}`))
}

function filesOf(name: string): readonly { readonly venue: string; readonly text: string }[] {
  if (!existsSync(venues)) return []
  return readdirSync(venues).flatMap(venue => {
    const file = join(venues, venue, name)
    return existsSync(file) ? [{ venue, text: readFileSync(file, 'utf8') }] : []
  })
}

function allQuoted(): ReadonlySet<string> {
  return new Set([...testSources().flatMap(quotedIds), ...filesOf('vectors.json').flatMap(({ text }) => quotedInVectors(text))])
}

describe('rule IDs', () => {
  it('are found in rows and headings, and in titles only', () => {
    expect(definedIds('| ID | x |\n|---|---|\n| **W1** wall | y |\n| `L2` | y |\n### M1 root\nsee W9\n## T3\n')).toEqual(['W1', 'L2', 'M1'])
    expect(quotedIds("it('[M1] a', () => {})\ntest.each([1])(`b [L2, L3]`, f)\n// [W1]\nconst a = '[W2]'")).toEqual(['M1', 'L2', 'L3'])
  })

  it.skipIf(!existsSync(spec))('each have a test that quotes them', () => {
    const defined = definedIds(readFileSync(spec, 'utf8'))
    const quoted = allQuoted()
    expect(defined.length, 'no rule ID was recognised in SPEC.md').toBeGreaterThan(0)
    expect(defined.filter(id => !quoted.has(id)), 'rules of SPEC.md that no test title quotes').toEqual([])
  })

  it('of worked examples are those of their titles', () => {
    expect(quotedInVectors('[{ "title": "[BN1, BN2] isolated \\"long\\"", "source": "[BN9]" }, { "title": "none" }]')).toEqual(['BN1', 'BN2'])
  })

  it('name one rule each, in whichever SPEC.md it stands', () => {
    const all = [...(existsSync(spec) ? definedIds(readFileSync(spec, 'utf8')) : []), ...filesOf('SPEC.md').flatMap(({ text }) => definedIds(text))]
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([])
  })

  it.each(filesOf('SPEC.md').map(({ venue, text }) => [venue, text] as const))('of %s each have an example or a test that quotes them', (venue, text) => {
    const defined = definedIds(text)
    const quoted = allQuoted()
    expect(defined.length, `no rule ID was recognised in venues/${venue}/SPEC.md`).toBeGreaterThan(0)
    expect(defined.filter(id => !quoted.has(id)), `rules of venues/${venue}/SPEC.md that no title quotes`).toEqual([])
  })
})
