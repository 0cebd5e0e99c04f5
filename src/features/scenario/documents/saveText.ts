/** Offers a document as a file named after its title. */
export function saveText(title: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = fileName(title)
  link.click()
  URL.revokeObjectURL(link.href)
}

/** One bad altcoin → one-bad-altcoin.scenario.json. Any script, no character that a file system minds. */
export function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${plain === '' ? 'scenario' : plain}.scenario.json`
}
