import { ok, refused, type Tape } from '../../engine/index.ts'
import { keptTapes } from './later.ts'
import type { TapeSupply } from '../../sources/TapeSupply.ts'
import type { TapeData, TapePart } from './TapeData.ts'

/** The user's files as they are kept in this browser and came with the request. */
export function keptFile(data: TapeData | undefined): TapeSupply['fileOf'] {
  return async ({ name, entry, instrument, kind = 'mark' }) => {
    const part = data?.parts.find((one) => one.name === name && one.entry === entry && one.instrument === instrument && (one.kind ?? 'mark') === kind)
    const tape = part === undefined ? undefined : await unpacked(part)
    return tape === undefined ? refused({ message: `the prices of ${name} are not kept in this browser; load the file again` }) : ok(tape)
  }
}

/** Absent where it is not whole. */
async function unpacked({ tape }: TapePart): Promise<Tape | undefined> {
  const { unpackTape } = await keptTapes()
  return unpackTape(tape).catch(() => undefined)
}
