/** Offers a Rules document as a file named after the set. */
export function saveRulesFile(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `${fileStem(name)}.rules.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

function fileStem(name: string): string {
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60)
  return plain === '' ? 'rules' : plain
}
