import { describe, expect, it } from 'vitest'
import { EVALUATED_FILES } from '../testing/evaluatedFiles.ts'
import type { ImportFixture } from '../testing/ImportFixture.ts'
import { JSON_FILES } from '../testing/jsonFiles.ts'
import { LIST_FILES } from '../testing/listFiles.ts'
import { TROUBLE_FILES } from '../testing/troubleFiles.ts'
import { type ImportedCsv, importCsv } from './importCsv.ts'

async function imported(text: string, name: string): Promise<ImportedCsv> {
  const read = await importCsv(new Blob([text]), { name })
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

function rowsOf({ parsed }: ImportedCsv): (readonly [string, ...number[]])[] {
  if (!parsed.ok) throw new Error(parsed.error.message)
  const { time, open, high, low, close } = parsed.value.columns
  const prices = open === undefined ? [close] : [open, high, low, close]
  return [...time].map((at, i) => [new Date(at).toISOString(), ...prices.map((column) => column?.[i] ?? NaN)])
}

async function isReadAs(file: ImportFixture): Promise<void> {
  const read = await imported(file.text, file.name)
  const { detection, look, parsed } = read
  expect(detection.mapping.content ?? 'bars').toBe(file.content ?? 'bars')
  expect(detection.questions).toEqual(file.questions ?? [])
  if (file.rows.length === 0) expect(parsed.ok).toBe(false)
  else expect(rowsOf(read)).toEqual(file.rows.map(([time, ...prices]) => [new Date(time).toISOString(), ...prices]))
  expect(look?.kind ?? 'unknown').toBe(file.look ?? 'unknown')
  expect(detection.symbol).toBe(file.symbol)
  if (!parsed.ok) return
  expect(parsed.value.report.problems).toEqual([])
  if (file.report !== undefined) expect(parsed.value.report).toMatchObject(file.report)
  const notes = [...detection.notes, ...parsed.value.report.notes]
  for (const part of file.notes ?? []) expect(notes.join('\n')).toContain(part)
}

const named = (files: readonly ImportFixture[]): (readonly [string, ImportFixture])[] => files.map((file) => [file.source, file])

describe('formats of data-sources.md section 3', () => {
  it.each(named(TROUBLE_FILES))('[S41] %s', (_, file) => isReadAs(file))
  it.each(named(EVALUATED_FILES))('[S41] %s', (_, file) => isReadAs(file))
  it.each(named(LIST_FILES))('[S41, S43, S44] %s', (_, file) => isReadAs(file))
  it.each(named(JSON_FILES))('[S45] %s', (_, file) => isReadAs(file))
})
