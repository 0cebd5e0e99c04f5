/** 60000.5 as the number style of this name writes it. */
export function separatorExample(style: string): string {
  if (style === '1.234,5') return '60.000,5'
  return style === '1 234.5' ? '60 000.5' : '60,000.5'
}
