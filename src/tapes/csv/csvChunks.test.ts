import { describe, expect, it } from 'vitest'
import { csvChunks } from './csvChunks.ts'
import { importCsv } from './importCsv.ts'

const TEXT = 'Datum;Schluß\r\n15.03.2024;1,5\r\n18.03.2024;2,25\r\n'

/** UTF-16 as MetaTrader and spreadsheets write it, in either byte order. */
function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) bytes.setUint16(2 * i, text.charCodeAt(i), littleEndian)
  return new Uint8Array(bytes.buffer)
}
async function chunksOf(source: Parameters<typeof csvChunks>[0]): Promise<string[]> {
  const texts: string[] = []
  for await (const { text } of csvChunks(source)) texts.push(text)
  return texts
}

describe('csvChunks', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16 LE with mark', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16 BE with mark', utf16(`\ufeff${TEXT}`, false)],
    ['UTF-16 LE', utf16(TEXT, true)],
    ['UTF-16 BE', utf16(TEXT, false)],
  ])('reads %s', async (_, bytes) => {
    expect((await chunksOf(new Blob([bytes]))).join('')).toBe(TEXT)
    const imported = await importCsv(new Blob([bytes]))
    expect(imported.ok && imported.value.parsed.ok && [...imported.value.parsed.value.columns.close]).toEqual([1.5, 2.25])
  })

  it('cuts between lines only, never inside of quotes', async () => {
    expect(await chunksOf(['a,b\n1,', '2\n3,"x\n', 'y"\n4', ',5'])).toEqual(['a,b\n', '1,2\n', '3,"x\ny"\n', '4,5'])
  })

  it('keeps a letter whole that two slices share', async () => {
    const text = `${'x'.repeat(2 ** 20 - 1)}ß\nend\n`
    expect((await chunksOf(new Blob([text]))).join('')).toBe(text)
  })
})
