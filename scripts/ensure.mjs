/**
 * Installs what is missing, so that `npm start` and `npm test` are the only commands on a fresh machine:
 *   node scripts/ensure.mjs            the packages of package-lock.json
 *   node scripts/ensure.mjs browser    and a Chromium for the journeys
 * Runs before there are packages, so it uses node: modules only. It speaks on standard error; standard output is the program's.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemChromium } from './chromium.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`)

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  say(`\n${sentence}`)
  process.exit(1)
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const env = { ...process.env, npm_config_loglevel: 'error' } // `npm run -s` would hide the reason of a failure
  return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && !command.endsWith('.exe') }).status === 0
}

/** npm through the Node that runs us; its path is given by npm itself. @param {string[]} args */
function npm(args) {
  const cli = process.env['npm_execpath']
  return cli?.endsWith('.js') && existsSync(cli) ? run(process.execPath, [cli, ...args]) : run('npm', args)
}

/** @param {string} path @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
const locked = path => JSON.parse(readFileSync(join(root, path), 'utf8')).packages

/** Whether node_modules holds what package-lock.json says, told by npm's own record of what it installed. */
function packagesAreCurrent() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const wanted = locked('package-lock.json')
  const installed = locked('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || (optional && !installed[path])) return true // other platforms' binaries
    return installed[path]?.version === version
  })
}

function ensurePackages() {
  if (packagesAreCurrent()) return
  say('Installing the packages of package-lock.json …')
  if (!npm(['ci', '--include=dev', '--no-fund', '--no-audit'])) {
    fail('The packages could not be installed: the message of `npm ci` stands above. Is the package registry reachable?')
  }
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

async function ensureBrowser() {
  const system = systemChromium()
  if (system !== undefined) {
    if (existsSync(system)) return
    fail(`CHROMIUM_PATH is ${system}, and there is no such file.`)
  }
  if (existsSync(await playwrightChromium())) return
  say('Installing Chromium for the journeys …')
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    process.env['DEBIAN_FRONTEND'] = 'noninteractive'
    const install = (/** @type {string} */ name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
    // Older Debians have the whole browser only.
    if (run('apt-get', ['update', '-qq']) && (install('chromium-headless-shell') || install('chromium')) && systemChromium() !== undefined) return
  }
  const playwright = join(root, 'node_modules/@playwright/test/cli.js')
  if (run(process.execPath, [playwright, 'install', 'chromium']) && existsSync(await playwrightChromium())) return
  fail('No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run `npm test` again.')
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Bulkhead needs Node 20.19 or newer; this is ${process.versions.node}.`)

ensurePackages()
if (process.argv[2] === 'browser') await ensureBrowser()
