/** What compresses a file, by its first bytes; absent where nothing known does. */
export function packedKind(bytes: Uint8Array): 'gzip' | 'zip' | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4 ? 'zip' : undefined
}
