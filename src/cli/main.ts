import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { runCli } from './runCli.ts'
import type { Io } from './Io.ts'

/** `npm run` starts in the project's folder; the paths are meant from where the user stands. */
const base = process.env['npm_lifecycle_event'] === 'bulkhead' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd()

const io: Io = {
  read: (path) => (path === '-' ? standardInput() : fileText(path)),
  beside: async (document, name) => new Blob([await bytesOf(resolve(base, document === '-' ? '.' : dirname(document), name), name)]),
  asset: (path) => readFile(new URL(`../../public/${path}`, import.meta.url), 'utf8'),
  today: () => new Date().toISOString().slice(0, 10),
  network: { fetch, now: Date.now, sleep: (millis) => new Promise((done) => setTimeout(done, millis)) },
  out: (text) => process.stdout.write(text),
  say: (line) => process.stderr.write(`${line}\n`),
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

async function fileText(path: string): Promise<string> {
  return (await bytesOf(resolve(base, path), path)).toString('utf8')
}

async function bytesOf(path: string, name: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(error)
    throw new Error(`${name}: cannot be read: ${why}`, { cause: error })
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCli(process.argv.slice(2), io)
