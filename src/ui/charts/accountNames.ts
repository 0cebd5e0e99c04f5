import type { Mode } from '../primitives/ModeBadge.tsx'

/** The three accounts every chart compares: the two twins, and the one with the walls as set. */
export type AccountKey = 'iso' | 'cross' | 'yours'

export const accountNames: Readonly<Record<AccountKey, string>> = { iso: 'All isolated', cross: 'All cross', yours: 'Yours' }

export const accountModes: Readonly<Record<AccountKey, Mode | undefined>> = { iso: 'isolated', cross: 'cross', yours: undefined }

export const accountLetters: Readonly<Record<AccountKey, string>> = { iso: 'I', cross: 'X', yours: 'Y' }
