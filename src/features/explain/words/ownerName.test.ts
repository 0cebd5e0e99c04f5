import { expect, it } from 'vitest'
import { ownerName } from './ownerName.ts'

const baseOf = (symbol: string | undefined): string | undefined => ({ 'BTC-PERP': 'BTC' })[symbol ?? '']

it.each([
  ['BTC-PERP@cross', 'BTC'], ['BTC-PERP', 'BTC'], ['isolated:BTC-PERP@cross', 'wall of BTC'], ['isolated:XYZ@isolated', 'wall of XYZ'], ['cross', 'shared pool'], ['bucket:alts', 'bucket “alts”'],
])('%s is called %s: no name of the engine stands on the page', (of, name) => expect(ownerName(of, baseOf)).toBe(name))
