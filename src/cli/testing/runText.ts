import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExitCode, Io } from '../Io.ts'
import { runCli } from '../runCli.ts'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** A day on which no built-in set of our own is stale. */
const TODAY = '2026-11-22'

export interface Outcome {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** Runs the program in this process, from the project's folder, with `input` on standard input. @param beside  the files beside the document, in place of those there are */
export async function runText(args: readonly string[], input = '', today = TODAY, beside?: (name: string) => string): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    read: (path) => (path === '-' ? Promise.resolve(input) : readFile(resolve(ROOT, path), 'utf8')),
    beside: async (document, name) => new Blob([beside?.(name) ?? (await readFile(resolve(ROOT, dirname(document), name)))]),
    asset: (path) => readFile(join(ROOT, 'public', path), 'utf8'),
    today: () => today,
    out: (text) => out.push(text),
    say: (line) => err.push(`${line}\n`),
  }
  const code = await runCli(args, io)
  return { code, out: out.join(''), err: err.join('') }
}

/** A document given as a value, through standard input. */
export function runOn(document: unknown, args: readonly string[]): Promise<Outcome> {
  return runText(args, JSON.stringify(document))
}
