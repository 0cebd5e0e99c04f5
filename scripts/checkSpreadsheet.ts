/**
 * Are the spreadsheet formulas of explanations what a spreadsheet makes of them? Thousands of figures of random lives, as a
 * workbook, worked out by LibreOffice and compared with the engine's own number. Needs `soffice` on the path.
 *
 *   npx tsx scripts/checkSpreadsheet.ts [lives per set of rules] [seed]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { evaluate, partsOf } from '../src/engine/explain/evaluate.ts'
import type { Expression } from '../src/engine/explain/Explanation.ts'
import { explainFigure } from '../src/engine/explain/explainFigure.ts'
import { printSpreadsheet } from '../src/engine/explain/print/spreadsheet.ts'
import { figuresAt, figuresOfEvents } from '../src/engine/explain/testing/everyFigure.ts'
import { livedIn } from '../src/engine/explain/testing/livedIn.ts'
import { setupArb } from '../src/engine/testing/arbitraries.ts'
import { venueSetup } from '../src/engine/testing/venueSetup.ts'
import { Decimal } from '../src/engine/units/decimal.ts'
import { builtinRules } from '../src/engine/venues/builtinRules.ts'

interface Row {
  readonly id: string
  readonly formula: string
  readonly value: Decimal
  /** The largest number that goes into it: cancelling keeps 15 digits of that. */
  readonly scale: Decimal
}

const lives = Number(process.argv[2] ?? 4)
const seed = Number(process.argv[3] ?? 20261122)
/** Of one figure of one life; the events of a long liquidation are all alike. */
const MOST_ALIKE = 12
const TOLERANCE = new Decimal('1e-12')

const rows = new Map<string, Row>()
let tooLong = 0
const setups = [fc.sample(setupArb(), { numRuns: lives * 6, seed }), ...[...builtinRules.values()].map((rules) => fc.sample(venueSetup(rules), { numRuns: lives, seed }))].flat()
for (const setup of setups) {
  const scene = livedIn(setup)
  const counts = new Map<string, number>()
  for (const { ref } of [...figuresAt(scene), ...figuresOfEvents(scene)]) {
    const count = counts.get(ref.id) ?? 0
    counts.set(ref.id, count + 1)
    if (count >= MOST_ALIKE) continue
    const { formula } = explainFigure(scene, ref) ?? {}
    if (formula === undefined || partsOf(formula).length === 0) continue
    const text = printSpreadsheet(formula, { separator: ',' })
    if (text === undefined) tooLong += 1
    else rows.set(text, { id: ref.id, formula: text, value: evaluate(formula), scale: largest(formula) })
  }
}

function largest(expression: Expression): Decimal {
  return partsOf(expression).reduce((most: Decimal, part) => Decimal.max(most, largest(part)), evaluate(expression).abs())
}

const list = [...rows.values()]
const folder = mkdtempSync(join(tmpdir(), 'bulkhead-sheet-'))
writeFileSync(join(folder, 'sheet.xml'), workbook(list))
const version = execFileSync('soffice', ['--version'], { encoding: 'utf8' }).trim()
execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false', '--outdir', folder, join(folder, 'sheet.xml')], { stdio: 'pipe', timeout: 600_000 })
const cells = readFileSync(join(folder, 'sheet.csv'), 'utf8').trimEnd().split('\n')

const wrong = list.flatMap((row, i) => {
  const cell = (cells[i] ?? '').trim()
  const found = /^-?[\d.]+(E[+-]?\d+)?$/i.test(cell) ? new Decimal(cell) : undefined
  const off = found?.minus(row.value).abs()
  return off?.lte(Decimal.max(row.scale, 1).times(TOLERANCE)) === true ? [] : [{ ...row, cell }]
})
process.stdout.write(`${JSON.stringify({ version, seed, lives: setups.length, figures: new Set(list.map(({ id }) => id)).size, formulas: list.length, tooLong, cells: cells.length, differences: wrong.length }, undefined, 2)}\n`)
for (const { id, formula, value, cell } of wrong.slice(0, 20)) process.stdout.write(`${id}: ${cell} instead of ${value.toFixed()}\n  ${formula}\n`)
if (wrong.length > 0 || cells.length !== list.length) process.exitCode = 1

/** A workbook in the flat XML of Excel 2003, formulas as Excel writes them in English. */
function workbook(all: readonly Row[]): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const body = all.map(({ formula }) => `<Row><Cell ss:Formula="${escaped(formula)}"/></Row>`).join('\n')
  return `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="check"><Table>\n${body}\n</Table></Worksheet></Workbook>\n`
}
