import { describe, expect, it } from 'vitest'
import { importCsv, type ImportOptions } from './importCsv.ts'

const T = 1746057600
const times = (sign: (i: number) => string): string => `time,symbol,close\n${Array.from({ length: 6 }, (_, i) => sign(i)).join('\n')}\n`

async function said(content: BlobPart, options: ImportOptions = {}): Promise<string> {
  const read = await importCsv(new Blob([content]), options)
  if (!read.ok) return read.error.message
  const { parsed, detection } = read.value
  return parsed.ok ? `${parsed.value.report.rows} rows, ${detection.questions.join() || 'nothing'} asked, ${detection.zone === undefined ? 'no' : 'a'} zone offered` : parsed.error.message
}

describe('files as a whole', () => {
  it('[S41] several instruments at the same times are refused, contracts one after the other are not', async () => {
    expect(await said(times((i) => `${T + Math.floor(i / 2) * 60},${i % 2 === 0 ? 'BTCUSDT' : 'ETHUSDT'},${i % 2 === 0 ? 94000 + i : 1800 + i}`))).toBe(
      'The file holds prices of several instruments at the same times (BTCUSDT and ETHUSDT). Keep the rows of one, or split it into one file for each.',
    )
    expect(await said(times((i) => `${T + i * 60},${i < 3 ? 'ESM25' : 'ESU25'},${5600 + i}`))).toContain('6 rows')
    const seam = Array.from({ length: 40 }, (_, i) => `${T + (i < 20 ? i : i - 1) * 60},${i < 20 ? 'ESM25' : 'ESU25'},${5600 + i}`)
    expect(await said(`time,symbol,close\n${seam.join('\n')}\n`)).toContain('39 rows')
    // A stablecoin twice, at one price.
    expect(await said(times((i) => `${T + Math.floor(i / 2) * 60},${i % 2 === 0 ? 'USDT' : 'USDC'},1`))).toContain('several instruments')
    expect(await said(times((i) => `${T + i * 60},${i < 3 ? 'BTC/USD' : 'BTCUSD'},${94000 + i}`))).toContain('6 rows')
  })

  it('[S41] says so where blocks of instruments stand one below the other', async () => {
    const block = (symbol: string, price: number): string => Array.from({ length: 1500 }, (_, i) => `${T + i * 60},${symbol},${price + i}`).join('\n')
    const read = await importCsv(new Blob([`time,symbol,close\n${block('BTCUSDT', 94000)}\n${block('ETHUSDT', 1800)}\n`]))
    expect(read.ok && read.value.parsed.ok && read.value.parsed.value.report.notes.join()).toContain('Many times stand in the file more than once, with different prices')
  })

  it('[S41] says where a source has filled a pause with bars that stand still', async () => {
    const hours = (flat: number): string => `Gmt time,Open,High,Low,Close,Volume\n13.03.2020 20:00:00.000,1.11,1.12,1.1,1.115,9\n${Array.from({ length: flat }, (_, i) => `${14 + Math.floor(i / 24)}.03.2020 ${String(i % 24).padStart(2, '0')}:00:00.000,1.115,1.115,1.115,1.115,0`).join('\n')}\n`
    const notesOf = async (text: string): Promise<string> => {
      const read = await importCsv(new Blob([text]))
      return read.ok && read.value.parsed.ok ? read.value.parsed.value.report.notes.join() : 'refused'
    }
    expect(await notesOf(hours(48))).toContain('48 bars in a row stand still, from 2020-03-14:')
    expect(await notesOf(hours(23))).toBe('')
  })

  it('[S42] does not ask for a zone that was said', async () => {
    const text = '2020.03.13,10:00,1.11,1.12,1.1,1.115,57\n2020.03.13,10:01,1.115,1.12,1.11,1.118,31\n'
    expect(await said(text)).toBe('2 rows, zone asked, a zone offered')
    expect(await said(text, { change: { utcOffsetMinutes: 120, summerTime: 'US' } })).toBe('2 rows, nothing asked, no zone offered')
    expect(await said(text, { change: { utcOffsetMinutes: 0 } })).toBe('2 rows, nothing asked, no zone offered')
  })

  it('[S41] reads the old code page of a German Excel', async () => {
    const text = 'Datum;Eröffnung;Hoch;Tief;Schluss\n12.03.2020;9.863,9;9.931,8;9.139,1;9.161,1\n13.03.2020;9.484,5;9.999,9;9.044,2;9.232,1\n'
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    for (const content of [text, latin]) {
      const read = await importCsv(new Blob([content]))
      expect(read.ok && read.value.detection.names).toEqual(['Datum', 'Eröffnung', 'Hoch', 'Tief', 'Schluss'])
      expect(read.ok && read.value.parsed.ok && [...(read.value.parsed.value.columns.open ?? [])]).toEqual([9863.9, 9484.5])
    }
  })
})
