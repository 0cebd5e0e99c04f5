/**
 * The page's own face for the letters that charts use, written into the file: a picture opened elsewhere has the same
 * widths. Empty where it cannot be had; then the reader's own sans serif is taken.
 */
export async function fontStyle(): Promise<string> {
  const rule = fontRules().find(({ style }) => /U\+0{0,3}-|U\+0000/i.test(style.getPropertyValue('unicode-range')) && style.getPropertyValue('font-style') !== 'italic')
  const address = /url\("?([^")]+)"?\)/.exec(rule?.style.getPropertyValue('src') ?? '')?.[1]
  if (rule === undefined || address === undefined) return ''
  try {
    const sheet = rule.parentStyleSheet?.href ?? document.baseURI
    const bytes = await (await fetch(new URL(address, sheet))).blob()
    const data = await dataAddress(bytes)
    return `@font-face{font-family:${rule.style.getPropertyValue('font-family')};font-weight:100 900;src:url(${data}) format("woff2")}`
  } catch {
    return ''
  }
}

function fontRules(): readonly CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    } catch {
      return [] // a sheet of another origin
    }
  })
}

function dataAddress(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(new Error(reader.error?.message)))
    reader.readAsDataURL(content)
  })
}
