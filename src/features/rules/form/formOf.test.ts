import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinDocument, checkRules } from '../../../store/rules/rulesDesk.ts'
import { parseRules } from '../../../documents/rules/parseRules.ts'
import { builtinRules, toJson } from '../../../engine/index.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { changesOf } from './changesOf.ts'
import { documentOf } from './documentOf.ts'
import { RULES_FIELDS } from '../fields/rulesFields.ts'
import { withTierCell } from './editTables.ts'
import { formOf } from './formOf.ts'

const STYLES = ['1,234.5', '1.234,5'] as const

describe('formOf and documentOf', () => {
  it.each([...builtinRules.keys()])('%s comes through the form unchanged, in either number style', (id) => {
    const document = builtinDocument(id)
    if (document === undefined) throw new Error(id)
    for (const style of STYLES) {
      const format = createFormat(style)
      const form = formOf(document, format)
      const reading = documentOf(form, document, format)
      expect(reading.issues).toEqual([])
      expect(checkRules(reading.document).problems).toEqual([])
      // Nothing of the engine's rules is lost on the way.
      const parsed = parseRules(reading.document)
      const rules = builtinRules.get(id)
      if (!parsed.ok || rules === undefined) throw new Error(id)
      expect(toJson(parsed.value)).toEqual(toJson(rules))
      expect(formOf(reading.document, format)).toEqual(form)
      expect(changesOf(form, form, format)).toEqual([])
    }
  })

  it('has a place for every rule a set may state, so that a new one is not forgotten', () => {
    const elsewhere = /^(schema|id|name|summary|date|source|tiers|sizeScaling|openInterest|maximumPrice|collateral)(\.|$)/
    const known = new Set(RULES_FIELDS.flatMap(({ path }) => [path, path.replace('Millis', 'Hours')]))
    const paths = (value: unknown, path = ''): readonly string[] =>
      typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => paths(inner, path === '' ? key : `${path}.${key}`)) : [path]
    const missing = [...builtinRules.keys()].flatMap((id) => paths(builtinDocument(id)).filter((path) => !elsewhere.test(path) && !known.has(path)))
    expect([...new Set(missing)]).toEqual([])
    // And every choice a set makes is on the list of its field.
    const format = createFormat('1,234.5')
    const unlisted = [...builtinRules.keys()].flatMap((id) => {
      const { values } = formOf(builtinDocument(id) ?? {}, format)
      return RULES_FIELDS.filter(({ path, options, when }) => options !== undefined && when?.(values) !== false && !options.some(({ value }) => value === values[path])).map(({ path }) => `${id} ${path}`)
    })
    expect(unlisted).toEqual([])
  })

  it('moves the edge that two tiers share by one number', () => {
    const rows = [{ floor: '0', cap: '50,000' }, { floor: '50,000', cap: '600,000' }, { floor: '600,000', cap: '' }]
    expect(withTierCell(rows, 1, 'cap', '1,000,000')).toEqual([rows[0], { floor: '50,000', cap: '1,000,000' }, { floor: '1,000,000', cap: '' }])
    expect(withTierCell(rows, 1, 'floor', '60,000')).toEqual([{ floor: '0', cap: '60,000' }, { floor: '60,000', cap: '600,000' }, rows[2]])
    expect(withTierCell(rows, 0, 'floor', '5')).toEqual([{ floor: '5', cap: '50,000' }, rows[1], rows[2]])
  })

  it('says what is wrong by its place', () => {
    const format = createFormat('1,234.5')
    const document = builtinDocument('standard')
    if (document === undefined) throw new Error('standard')
    const form = formOf(document, format)
    const [first] = form.tiers
    if (first === undefined) throw new Error('no tiers')
    const broken = { ...form, name: ' ', values: { ...form.values, 'fees.taker': 'x' }, tiers: [{ ...first, rows: first.rows.map((row) => ({ ...row, maintenanceRate: '-1' })).slice(0, 1) }] }
    expect(documentOf(broken, document, format).issues.map(({ place, row, column }) => [place, row, column])).toEqual([
      ['name', undefined, undefined],
      ['fees.taker', undefined, undefined],
      [`tiers.${first.symbol}`, 0, 'maintenanceRate'],
    ])
  })

  it('takes the same number in another writing for no change', () => {
    const format = createFormat('1,234.5')
    const document = builtinDocument('binance-usdm')
    if (document === undefined) throw new Error('binance-usdm')
    const base = formOf(document, format)
    const typed = base.tiers.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cap: row['cap']?.replaceAll(',', '') ?? '', maxLeverage: `${row['maxLeverage'] ?? ''}x` })) }))
    expect(typed[1]?.rows[1]?.cap).toBe('600000')
    expect(changesOf(base, { ...base, tiers: typed }, format)).toEqual([])
  })

  it('lists each change once, old and new', () => {
    const format = createFormat('1,234.5')
    const document = builtinDocument('standard')
    if (document === undefined) throw new Error('standard')
    const base = formOf(document, format)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (points) => {
        const taker = String(points / 1_000_000 + 3)
        const changes = changesOf(base, { ...base, values: { ...base.values, 'fees.taker': taker } }, format)
        expect(changes).toEqual([{ id: 'fees.taker', place: 'Taker fee', from: `${base.values['fees.taker'] ?? ''}%`, to: `${taker}%` }])
      }),
    )
  })
})
