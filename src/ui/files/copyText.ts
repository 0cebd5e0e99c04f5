/**
 * Puts text on the clipboard. Where the browser does not let pages do so (no secure origin, no permission), what is
 * selected in the field is copied the old way. @returns whether it is there
 */
export async function copyText(text: string, field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    if (field === null) return false
    field.focus()
    field.select()
    // The only way left; browsers keep it for pages like this one.
    return document.execCommand('copy')
  }
}
