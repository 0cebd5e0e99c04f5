export interface ChosenText {
  readonly name: string
  readonly bytes: number
  /** Absent where it could not be read. */
  readonly text: string | undefined
}

/** Shows the browser's file picker. @returns the text of what was chosen; nothing where it was closed without a choice */
export function chooseTextFile(accept: string): Promise<ChosenText | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.hidden = true
  // Inside an open dialog where there is one: what is outside of it is inert.
  const home = document.querySelector('dialog[open]') ?? document.body
  home.append(input)
  return new Promise((resolve) => {
    const done = async (): Promise<void> => {
      const file = input.files?.[0]
      input.remove()
      resolve(file === undefined ? undefined : { name: file.name, bytes: file.size, text: await file.text().catch(() => undefined) })
    }
    input.addEventListener('change', () => void done())
    input.addEventListener('cancel', () => void done())
    input.click()
  })
}
