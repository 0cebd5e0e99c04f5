/** The directory of an archive stands at its end; no list of two hundred files is longer. */
const DIRECTORY = 1 << 20
/** "PK\x01\x02", the flags eight bytes behind it, the length of the name at 28, the name at 46 (APPNOTE.TXT 4.3.12). */
const ENTRY = 0x02014b50
const ENCRYPTED = 1

/** The name of the first file in an archive that is encrypted, which fflate does not tell; absent where none is. */
export async function lockedEntry(archive: Blob): Promise<string | undefined> {
  const bytes = new Uint8Array(await archive.slice(Math.max(0, archive.size - DIRECTORY)).arrayBuffer())
  const view = new DataView(bytes.buffer)
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 46 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (view.getUint32(at, true) !== ENTRY || (view.getUint16(at + 8, true) & ENCRYPTED) === 0) continue
    return new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
  }
  return undefined
}
