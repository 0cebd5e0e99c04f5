export type DecimalMark = '.' | ','

export type CellSign = '%' | 'x'

export type DecimalCell =
  | { readonly ok: true; readonly value: string; readonly sign: CellSign | undefined }
  | { readonly ok: false; readonly message: string }

/** A number with its currency: $ 50,000, 50,000 USDT. Letters that multiply (5K, 2 MLN) are none: such a cell is refused. */
const SHAPE = /^(?:[$€£]\s*|[A-Z]{3,6}\s+)?([\d.,'’\s\u00a0\u202f\u2009]*\d)\s*(%|[x×])?\s*(?:(?!MIL|MLN|MIO|BLN|THO)[A-Z]{3,6}|contracts?|cont\.?)?$/u
const SCIENTIFIC = /^\d[\d.,]*\s*e[+-]?\d+$/i
const MOST_DIGITS = 30

/**
 * A number as a table prints it, under one convention of its decimal mark. Thousands are grouped by the other mark, by
 * an apostrophe or by a space, in threes and nowhere else; what does not fit exactly is no number under this convention.
 */
export function decimalCell(text: string, mark: DecimalMark): DecimalCell {
  const clean = text.trim()
  if (SCIENTIFIC.test(clean)) return { ok: false, message: `“${clean}” may have lost digits in the spreadsheet; show the column as plain numbers and copy it again` }
  if (/^[-−(]\s*[\d.,$]/u.test(clean)) return { ok: false, message: `“${clean}” is negative; a tier has no negative numbers` }
  const [, body = '', sign] = SHAPE.exec(clean) ?? []
  const value = plainNumber(body.trim(), mark)
  if (value === undefined) return { ok: false, message: `“${clean}” is not a number` }
  if (value.replace('.', '').length > MOST_DIGITS) return { ok: false, message: `“${clean.slice(0, 40)}” has too many digits` }
  return { ok: true, value, sign: sign === '%' ? '%' : sign === undefined ? undefined : 'x' }
}

function plainNumber(body: string, mark: DecimalMark): string | undefined {
  const [whole = '', fraction = '0', ...more] = body.split(mark)
  const digits = ungrouped(whole)
  // 007 and the 000 that a cut-up 50,000 leaves behind are no numbers.
  if (more.length > 0 || !/^\d+$/.test(fraction) || !/^(0|[1-9]\d*)$/.test(digits)) return undefined
  const kept = fraction.replace(/0+$/, '')
  return `${digits}${kept === '' ? '' : `.${kept}`}`
}

/** One kind of mark between groups of exactly three; empty where it is anything else. */
function ungrouped(whole: string): string {
  const [lead = '', ...rest] = whole.split(/[^\d]/u)
  if (rest.length === 0) return lead
  const isGrouped = new Set(whole.match(/[^\d]/gu)).size === 1 && /^[1-9]\d{0,2}$/.test(lead) && rest.every((group) => /^\d{3}$/.test(group))
  return isGrouped ? `${lead}${rest.join('')}` : ''
}

/** What a table writes where a tier has no upper end. */
export function isNoLimit(text: string): boolean {
  return /^(?:|[-–—]|∞|\+?inf(?:inity)?|n\/?a|no(?:ne| limit)|unlimited|and above|max(?:imum)?)$/iu.test(text.trim())
}

const NUMBER = String.raw`\d(?:[\d.,'’]*\d)?`
const UNIT = String.raw`(?:\s*[A-Za-z]{1,6})?`
const BETWEEN = String.raw`\s*(?:-|–|—|~|〜|\bto\b|(?:<=?|≤)\s*\w+\s*(?:<=?|≤)|,\s)\s*`
const RANGE = new RegExp(String.raw`^[[(>≥\s]*(${NUMBER}${UNIT})${BETWEEN}[$\s]*(${NUMBER}${UNIT})[\])\s]*$`, 'iu')
const OPEN = new RegExp(String.raw`^(?:[>≥]=?|above|over|from)\s*(${NUMBER}${UNIT})\s*$|^(${NUMBER}${UNIT})\s*(?:\+|and above)$|^(${NUMBER}${UNIT})${BETWEEN}(?:∞|inf(?:inity)?|max)[\])\s]*$`, 'iu')

/** Floor and cap written in one cell: `0 - 50,000`, `50,000 < x ≤ 600,000`, `> 600,000`; undefined where it is neither. */
export function rangeParts(text: string): { readonly floor: string; readonly cap: string | undefined } | undefined {
  const [, floor, cap] = RANGE.exec(text.trim()) ?? []
  if (floor !== undefined && cap !== undefined) return { floor, cap }
  const [, above, plus, unending] = OPEN.exec(text.trim()) ?? []
  const open = above ?? plus ?? unending
  return open === undefined ? undefined : { floor: open, cap: undefined }
}

/** `1-125x` and `101 – 125x` allow up to 125. */
export function highestOf(text: string): string {
  return rangeParts(text.replace(/[x×](?=\s*[-–—~])|^\s*[x×]/giu, '').replace(/\s*[x×]\s*$/iu, ''))?.cap ?? text
}
