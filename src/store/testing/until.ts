import type { StoreApi } from 'zustand/vanilla'

/** Waits until the state fulfils a condition; repaints (or whatever else makes time pass) while it waits. */
export async function until<T>(store: StoreApi<T>, isTrue: (state: T) => boolean, meanwhile: () => void = () => undefined): Promise<T> {
  const end = performance.now() + 10_000
  while (!isTrue(store.getState())) {
    if (performance.now() > end) throw new Error('waited for 10 s in vain')
    meanwhile()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return store.getState()
}
