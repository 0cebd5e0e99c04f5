import { type NumberStyle, numberStyles } from '../../../ui/format/numberStyle.ts'

/** The number style kept in the settings; the first where they hold something else. */
export function numberStyleOf(locale: string): NumberStyle {
  return numberStyles.find((style) => style === locale) ?? '1,234.5'
}
