import type { Twin } from '../../workers/run/Frame.ts'

/** The accounts in the order in which they are shown. */
export const TWIN_ORDER: readonly Twin[] = ['as-set', 'all-isolated', 'all-cross']
