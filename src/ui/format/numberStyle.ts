/** How numbers are written, named by its own picture. One setting, applied everywhere or nowhere. */
export type NumberStyle = '1,234.5' | '1.234,5' | '1 234.5'

export const numberStyles: readonly NumberStyle[] = ['1,234.5', '1.234,5', '1 234.5']

export type Separators = { readonly group: string; readonly decimal: string }

/** Narrow no-break space: groups of three never wrap apart. */
const NARROW_SPACE = '\u202f'

const separators: Record<NumberStyle, Separators> = {
  '1,234.5': { group: ',', decimal: '.' },
  '1.234,5': { group: '.', decimal: ',' },
  '1 234.5': { group: NARROW_SPACE, decimal: '.' },
}

export function separatorsOf(style: NumberStyle): Separators {
  return separators[style]
}
