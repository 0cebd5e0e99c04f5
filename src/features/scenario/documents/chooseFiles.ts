/** Scenarios, and prices as the import reads them: what a picker leaves out a visitor cannot choose. */
const ACCEPT = '.json,.csv,.tsv,.txt,.zip,.gz,application/json,text/csv,text/plain,application/zip,application/gzip'

/** Shows the browser's file picker. @returns what was chosen, nothing where it was closed without a choice */
export function chooseFiles(): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = ACCEPT
  input.multiple = true
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
