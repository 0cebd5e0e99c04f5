import { describe, expect, it } from 'vitest'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import { laterOf } from './SavedScenario.ts'
import { spokenWork } from './spokenWork.ts'

const tape = { type: 'inline', series: [{ instrument: 'A', close: [1, 2] }] } as const
const document: ScenarioFile = { schema: 1, title: 'x', wallet: '1', rules: 'plain', tape, commands: [] }
const order: ScenarioFile['commands'][number] = { id: 'c1', tick: 0, type: 'place-order', instrument: 'A', pool: 'isolated', side: 'buy', qty: '1', leverage: '2' }
const line = { parent: undefined, forkTick: 0, builtinId: undefined, seen: 0, name: undefined, stood: undefined, isEdited: true } as const
const saved = { document, builtinId: undefined, isEdited: true, tick: 0, tree: { list: [{ ...line, id: 'b1', document: undefined }, { ...line, id: 'b2', parent: 'b1', document: { ...document, tape: { ...tape, series: [] } } }], active: 'b1', bookmarks: [] } }
const record = { schema: 1, revision: 3, tab: 'a', ...saved }

/** What is said, as it is heard: through JSON. */
const heard = (work: object | undefined): unknown => (work === undefined ? undefined : JSON.parse(JSON.stringify({ schema: 1, revision: 4, tab: 'a', ...work })))

describe('what is said of a scenario with prices of its own', () => {
  it('[B12] leaves the prices in the storage, and finds them there again', () => {
    const [, other] = saved.tree.list
    const now = { ...saved, document: { ...document, commands: [order] }, tree: { ...saved.tree, list: [...saved.tree.list, { ...line, id: 'b3', parent: 'b2', document: { ...document, tape: other?.document?.tape ?? tape } }] } }
    const work = spokenWork(now, { snapshot: saved, revision: 3 })
    expect(JSON.stringify(work)).not.toContain('close')
    expect(laterOf(record, heard(work))).toEqual(JSON.parse(JSON.stringify({ ...record, ...now, revision: 4 })))
  })

  it('[B12] is nothing where the storage does not have them, or has others by now', () => {
    const other = { ...saved, document: { ...document, tape: { ...tape } } }
    expect(spokenWork(other, { snapshot: saved, revision: 3 })).toBeUndefined()
    expect(spokenWork(saved, undefined)).toBeUndefined()
    const later = { ...record, revision: 4, document: { ...document, tape: { ...tape, series: [{ instrument: 'A', close: [9, 9] }] } } }
    const words = { ...(heard(spokenWork(saved, { snapshot: saved, revision: 3 })) as object), revision: 5 }
    expect(laterOf(later, words)).toBe(later)
    expect(laterOf(undefined, words)).toBeUndefined()
  })
})
