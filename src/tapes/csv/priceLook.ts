import type { PriceKind } from '../../engine/index.ts'
import type { CsvDetection } from './detectCsv.ts'
import { plainName } from './headerRoles.ts'

/** Which of an instrument's prices a file seems to hold, and by what sign. */
export interface PriceLook {
  readonly kind: PriceKind | 'funding' | 'adjusted' | 'premium'
  readonly why: string
}

/**
 * Told by what the rows are, then by the file's name and the name of the price's column, then by the volume: mark and
 * index prices have none, as nothing trades at them. Absent where nothing tells.
 * @param hasVolume  whether any row has a volume above zero; absent without a column of volumes
 */
export function priceLook(fileName: string, { mapping, names }: Pick<CsvDetection, 'mapping' | 'names'>, hasVolume: boolean | undefined): PriceLook | undefined {
  if (mapping.content === 'funding') return { kind: 'funding', why: 'the rows are payments of funding' }
  const price = plainName(names[mapping.columns.indexOf('close')] ?? '')
  if (mapping.content === 'trades') return { kind: 'last', why: price.includes('bid') ? 'the rows are quotes' : 'the rows are trades' }
  return byFileName(fileName) ?? byColumn(price) ?? byVolume(hasVolume)
}

function byFileName(fileName: string): PriceLook | undefined {
  const why = 'the name of the file says so'
  if (/premium[-_ ]?index/i.test(fileName)) return { kind: 'premium', why }
  if (/mark[-_ ]?price|.[-_ ]mark(?![a-z])/i.test(fileName)) return { kind: 'mark', why }
  if (/index[-_ ]?price|.[-_ ]index(?![a-z])/i.test(fileName)) return { kind: 'index', why }
  return undefined
}

function byColumn(name: string): PriceLook | undefined {
  const why = 'the name of the column says so'
  if (name.startsWith('mark')) return { kind: 'mark', why }
  if (/^(index|underlying)/.test(name)) return { kind: 'index', why }
  if (name.startsWith('adj')) return { kind: 'adjusted', why }
  return /^(last|closelast)/.test(name) ? { kind: 'last', why } : undefined
}

function byVolume(hasVolume: boolean | undefined): PriceLook | undefined {
  if (hasVolume === undefined) return undefined
  return hasVolume ? { kind: 'last', why: 'there are volumes' } : { kind: 'mark', why: 'the volumes are zero throughout' }
}
