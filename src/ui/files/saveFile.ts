/** Offers something as a file, as a link with a `download` does. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** One bad altcoin → one-bad-altcoin. Any script, no character that a file system minds. */
export function fileStem(title: string, otherwise: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return plain === '' ? otherwise : plain
}
