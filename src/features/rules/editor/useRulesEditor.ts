import { useMemo, useReducer } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import type { RulesState } from '../../../store/slices/RulesState.ts'
import { changesOf, type RulesChange } from '../form/changesOf.ts'
import { documentOf } from '../form/documentOf.ts'
import { formOf, type RulesFile } from '../form/formOf.ts'
import type { RulesForm } from '../form/RulesForm.ts'
import { issuesOf, type RulesIssues } from './issuesOf.ts'

export type Editing = NonNullable<RulesState['editing']>

/** Changes the form. Typing in one place is one step of Undo: steps with the same `key` follow each other as one, those without a key never do. */
export type EditForm = (key: string, change: (form: RulesForm) => RulesForm) => void

export interface RulesEditor extends RulesIssues {
  readonly form: RulesForm
  /** The set it was copied from, as a form. */
  readonly base: RulesForm
  readonly document: RulesFile
  readonly changes: readonly RulesChange[]
  /** Whether it differs from what was opened. */
  readonly isChanged: boolean
  readonly edit: EditForm
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
}

interface History {
  readonly past: readonly RulesForm[]
  readonly form: RulesForm
  readonly future: readonly RulesForm[]
  readonly key: string
}

type Step = { readonly type: 'edit'; readonly key: string; readonly change: (form: RulesForm) => RulesForm } | { readonly type: 'undo' } | { readonly type: 'redo' }

/** The editor's form with its history, what it says as a document, what is wrong with it and what it changes. */
export function useRulesEditor({ document: opened, base: origin }: Editing): RulesEditor {
  const format = useFormat()
  const start = useMemo(() => formOf(opened, format), [opened, format])
  const base = useMemo(() => formOf(origin, format), [origin, format])
  const [history, dispatch] = useReducer(next, { past: [], form: start, future: [], key: '' })
  const { form, past, future } = history
  const reading = useMemo(() => documentOf(form, opened, format), [form, opened, format])
  const issues = useMemo(() => issuesOf(form, reading), [form, reading])
  const changes = useMemo(() => changesOf(base, form, format), [base, form, format])
  const isChanged = useMemo(() => changesOf(start, form, format).length > 0 || start.name !== form.name, [start, form, format])
  return {
    ...issues,
    form,
    base,
    document: reading.document,
    changes,
    isChanged,
    edit: (key, change) => dispatch({ type: 'edit', key, change }),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    undo: () => dispatch({ type: 'undo' }),
    redo: () => dispatch({ type: 'redo' }),
  }
}

function next({ past, form, future, key }: History, step: Step): History {
  if (step.type === 'edit') {
    const changed = step.change(form)
    if (changed === form) return { past, form, future, key }
    return { past: step.key !== '' && step.key === key ? past : [...past, form], form: changed, future: [], key: step.key }
  }
  const from = step.type === 'undo' ? past : future
  const there = from.at(-1)
  if (there === undefined) return { past, form, future, key }
  const rest = from.slice(0, -1)
  return step.type === 'undo' ? { past: rest, form: there, future: [...future, form], key: '' } : { past: [...past, form], form: there, future: rest, key: '' }
}
