import type * as v from 'valibot'
import { quoted, type PathKey, type Problem } from '../Problem.ts'

/** The validator's issues as one-line problems. Our own messages pass through; the library's are put in our words. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[]): readonly Problem[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue)
    const inside = insideOf(issue)
    if (inside.length > 0) return problemsOf(inside).map((problem) => ({ ...problem, path: [...path, ...problem.path] }))
    return [{ path, message: messageOf(issue) }]
  })
}

/**
 * Where one of several shapes was expected and the value has the outline of one of them, what is wrong inside (or with a
 * value of the right kind) says more than that none fits.
 */
function insideOf(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  return issue.type === 'union' ? (issue.issues ?? []).filter(({ path, kind }) => (path?.length ?? 0) > 0 || kind === 'transformation') : []
}

function pathOf(issue: v.BaseIssue<unknown>): readonly PathKey[] {
  return (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)))
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema' || !issue.message.startsWith('Invalid ')) return issue.message
  const isKey = issue.message.startsWith('Invalid key:')
  if (isKey || (issue.input === undefined && issue.received === 'undefined')) return 'missing'
  return `${expectation(issue)} was expected, ${quoted(issue.input)} was given`
}

const WORDS: Readonly<Record<string, string>> = {
  loose_object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
}

/** `"a" or "b"` for choices, otherwise the kind of value. */
function expectation(issue: v.BaseIssue<unknown>): string {
  const word = WORDS[issue.type]
  if (word !== undefined) return word
  if (issue.expected === 'Object') return 'an object'
  return (issue.expected ?? 'another value').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ')
}
