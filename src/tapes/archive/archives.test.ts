import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileTape } from '../csv/fileTape.ts'
import { importCsv } from '../csv/importCsv.ts'
import { tapeHash } from '../tapeHash.ts'
import { unzipped } from './unzipped.ts'

const CSV = `time,open,high,low,close\n${Array.from({ length: 500 }, (_, i) => `${1583971200 + i * 60},${(100 + (i % 7) / 8).toFixed(3)},102,99,${(100 + ((i + 1) % 7) / 8).toFixed(3)}`).join('\n')}\n`

function zipOf(files: Zippable): Blob {
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>])
}
function gzipOf(text: string | Uint8Array): Blob {
  return new Blob([gzipSync(typeof text === 'string' ? strToU8(text) : text) as Uint8Array<ArrayBuffer>])
}
async function refusalOf(archive: Blob): Promise<string> {
  const read = await unzipped(archive)
  return read.ok ? `read ${read.value.files.map(({ path }) => path).join()}` : read.error.message
}
async function hashOf(blob: Blob): Promise<string> {
  const read = await fileTape(blob, { name: 'BTC.csv' })
  if (!read.ok) throw new Error(read.error.message)
  if (!read.value.made.ok) throw new Error(read.value.made.error.message)
  return tapeHash(read.value.made.value.tape)
}
/** The flag that says a file is encrypted, set in its local header and in the directory (APPNOTE.TXT 4.4.4). */
function withFlag(zip: Uint8Array<ArrayBuffer>): Blob {
  const view = new DataView(zip.buffer)
  for (let i = 0; i + 4 <= zip.length; i++) {
    const signature = view.getUint32(i, true)
    if (signature === 0x04034b50) view.setUint16(i + 6, view.getUint16(i + 6, true) | 1, true)
    if (signature === 0x02014b50) view.setUint16(i + 8, view.getUint16(i + 8, true) | 1, true)
  }
  return new Blob([zip])
}

describe('archives', () => {
  it('[S46] the gzip and the zip of a file give the tape of the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 2, maxLength: 80 }), fc.constantFrom(',', ';', '\t'), fc.constantFrom(0, 6, 9), async (closes, separator, level) => {
        const text = `time${separator}close\n${closes.map((close, i) => `${1583971200 + i * 60}${separator}${close / 100}`).join('\n')}\n`
        const plain = await hashOf(new Blob([text]))
        expect(await hashOf(gzipOf(text))).toBe(plain)
        const archive = await unzipped(zipOf({ 'a/b/prices.csv': [strToU8(text), { level }], 'readme.md': strToU8('x') }))
        if (!archive.ok) throw new Error(archive.error.message)
        expect(archive.value.leftOut).toEqual(['readme.md'])
        expect(archive.value.files.map(({ path }) => path)).toEqual(['a/b/prices.csv'])
        expect(await hashOf(archive.value.files[0]?.blob ?? new Blob())).toBe(plain)
      }),
      { numRuns: 40 },
    )
  })

  it('[S46] a gzip inside of a zip is read, JSON in gzip too', async () => {
    const archive = await unzipped(zipOf({ 'x.csv.gz': gzipSync(strToU8(CSV)) }))
    expect(archive.ok && (await hashOf(archive.value.files[0]?.blob ?? new Blob()))).toBe(await hashOf(new Blob([CSV])))
    const json = '[[1583971200000,1.5,2,1,1.75,3],[1583974800000,1.75,2,1.5,1.6,3]]'
    expect(await hashOf(gzipOf(json))).toBe(await hashOf(new Blob([json])))
  })

  it.each([
    ['an encrypted file', withFlag(zipSync({ 'BTC.csv': strToU8(CSV) }) as Uint8Array<ArrayBuffer>), 'BTC.csv in the archive is encrypted. Unpack it with its password and choose the file inside.'],
    ['no prices', zipOf({ 'a.pdf': strToU8('%PDF'), 'b/c.png': strToU8('x') }), 'The archive holds no price file (a.pdf, b/c.png). Choose one with CSV or JSON files inside.'],
    ['other archives', zipOf({ 'BTC-2024-12.zip': strToU8('PK'), 'BTC-2025-01.zip': strToU8('PK') }), 'The archive holds other archives (BTC-2024-12.zip, BTC-2025-01.zip). Unpack it and choose those.'],
    ['a workbook', zipOf({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>') }), 'This is an Excel workbook. Save the sheet as CSV and choose that file.'],
    ['what a Mac adds', zipOf({ 'BTC.csv': strToU8(CSV), '__MACOSX/._BTC.csv': strToU8('x'), '.DS_Store': strToU8('x') }), 'read BTC.csv'],
    ['a read-me beside its prices', zipOf({ 'x/README.txt': strToU8('prices, and more'), 'x/DAT_ASCII_EURUSD_M1_2012.txt': strToU8('gaps'), 'x/BTC.csv': strToU8(CSV) }), 'read x/BTC.csv'],
    ['prices as text alone', zipOf({ 'data/aapl.us.txt': strToU8(CSV) }), 'read data/aapl.us.txt'],
    ['a thousand to one', zipOf({ 'zeros.csv': [new Uint8Array(40 * 2 ** 20), { level: 9 }] }), 'It unpacks to more than 200 times its size, which no price file does; it was not read any further.'],
    ['more than two hundred files', zipOf(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.csv`, strToU8('a')]))), 'The archive holds more than 200 files. Unpack it and choose the ones that are needed.'],
    ['half of it', zipOf({ 'BTC.csv': strToU8(CSV) }).slice(0, 900), 'The zip archive is damaged or cut off. Download it again.'],
    ['nothing', new Blob([Uint8Array.of(0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0))]), 'The zip archive is damaged or cut off. Download it again.'],
  ])('[S46] a zip with %s', async (_, archive, message) => expect(await refusalOf(archive)).toBe(message))

  it('[S46] a gzip that is cut off, or unpacks to a thousand times its size, is refused', async () => {
    const said = async (blob: Blob): Promise<string> => {
      const read = await importCsv(blob)
      if (!read.ok) return read.error.message
      return read.value.parsed.ok ? `${read.value.parsed.value.report.rows} rows` : read.value.parsed.error.message
    }
    const whole = gzipOf(CSV)
    expect(await said(whole)).toBe('500 rows')
    expect(await said(whole.slice(0, whole.size - 200))).toBe('The gzip file is damaged or cut off; what is in it cannot be trusted. Download it again.')
    const row = `1583971200,${'1'.repeat(40)}\n`.repeat(700_000)
    expect(await said(gzipOf(row))).toBe('It unpacks to more than 200 times its size, which no price file does; it was not read any further.')
  })

  it('[S46] can be stopped, and says how far it is', async () => {
    const control = new AbortController()
    const shares: number[] = []
    const noise = Uint8Array.from({ length: 400_000 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255)
    const read = await unzipped(zipOf({ 'noise.csv': [noise, { level: 0 }] }), {
      signal: control.signal,
      onProgress: (share) => {
        shares.push(share)
        if (shares.length === 2) control.abort()
      },
    })
    expect(read.ok ? '' : read.error.code).toBe('cancelled')
    expect(shares).toHaveLength(2)
  })
})
