import type { RulesFile } from '../slices/RulesState.ts'

/** Ids of one's own sets say what they were copied from: `binance-usdm-edited`, `binance-usdm-edited-2`. */
const OWN = /^(.+)-edited(?:-\d+)?$/

/** Id of the built-in set a document was copied from, as far as it says. */
export function originOf({ id = '', extends: extended }: RulesFile): string | undefined {
  return extended ?? OWN.exec(id)?.[1]
}

/** The first free id of a copy of `origin`, which may itself be a copy. */
export function ownId(origin: string | undefined, taken: ReadonlySet<string>): string {
  const stem = `${(origin === undefined ? undefined : (OWN.exec(origin)?.[1] ?? origin)) ?? 'custom'}-edited`
  let id = stem
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`
  return id
}
