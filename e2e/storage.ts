import { expect, type Page } from '@playwright/test'

/** What the page keeps in IndexedDB, by key. */
export async function kept(page: Page, key: string): Promise<unknown> {
  return page.evaluate(
    (wanted) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('bulkhead')
        opening.addEventListener('error', () => reject(new Error(opening.error?.message)))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('kept').objectStore('kept').get(wanted)
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve(reading.result)
          })
        })
      }),
    key,
  )
}

/** Goes to a page of the same origin that runs nothing. */
export async function leave(page: Page): Promise<void> {
  await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,"><p>Elsewhere' }))
  await page.goto('/elsewhere')
}

export async function keep(page: Page, key: string, value: unknown): Promise<void> {
  await page.evaluate(
    ([name, record]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('bulkhead')
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('kept', 'readwrite')
          writing.objectStore('kept').put(record, name)
          writing.addEventListener('error', () => reject(new Error(writing.error?.message)))
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    [key, value] as const,
  )
}

/** Waits until the scenario is kept with its cursor at a bar. */
export async function isKeptAt(page: Page, bar: number): Promise<void> {
  await expect.poll(async () => ((await kept(page, 'scenario')) as { tick?: number } | undefined)?.tick).toBe(bar)
}
