export interface FileChoice {
  /** As the `accept` of a file input. */
  readonly accept: string
  readonly isMultiple: boolean
}

/** Shows the browser's file picker. @returns what was chosen, nothing where it was closed without a choice */
export function chooseFiles({ accept, isMultiple }: FileChoice): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = isMultiple
  input.hidden = true
  // In the page while it is open: some browsers forget an input that nothing holds.
  document.body.append(input)
  return new Promise((resolve) => {
    const done = (): void => {
      resolve([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    input.click()
  })
}
