import { ok, refused, type Result } from '../../engine/index.ts'
import type { CsvRefusal } from './CsvRefusal.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The encoding of a text file from its first bytes, or what the file is instead of one. */
export function csvEncoding(bytes: Uint8Array): Result<CsvEncoding, CsvRefusal> {
  const starts = (...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)
  if (starts(0xff, 0xfe)) return ok('utf-16le')
  if (starts(0xfe, 0xff)) return ok('utf-16be')
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    return refused({ code: 'archive', message: 'This is a zip archive or an Excel workbook. Unpack it, or in Excel save the sheet as CSV, and choose the CSV file.' })
  }
  if (starts(0x1f, 0x8b)) return refused({ code: 'archive', message: 'This file is compressed (gzip). Unpack it and choose the CSV file inside.' })
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return refused({ code: 'spreadsheet', message: 'This is an old Excel workbook. Save the sheet as CSV and choose that file.' })
  if (starts(0x50, 0x41, 0x52, 0x31)) return refused({ code: 'binary', message: 'This is a Parquet file. Export it as CSV and choose that file.' })
  const zeros = bytes.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  // UTF-16 without a byte order mark: every other byte of ASCII text is zero.
  if (zeros > bytes.length / 3) return ok(bytes[0] === 0 ? 'utf-16be' : 'utf-16le')
  if (zeros > 0) return refused({ code: 'binary', message: 'This is not a text file. Choose a CSV file of candles or closing prices.' })
  return ok(isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Excel saves CSV in the old code page of its country, of which the western one is the usual; figures are the same in all. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
