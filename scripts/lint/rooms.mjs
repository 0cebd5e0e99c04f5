/**
 * The rooms of `src` and what each may import, as data, and the verdict on one import.
 * The lint plugin beside this file reports the verdicts; `scripts/layers.test.ts` plants one violation of each.
 */

/** @typedef {{ rooms: string[], packages: string[] }} Room */
/** @typedef {{ room: string, path: string, area: string }} Place  path: inside the room; area: its first folder */
/** @typedef {{ rule: string, why: string }} Verdict */

const REACT = ['react', 'react-dom']

/** @type {Record<string, Room>} */
export const ROOMS = {
  engine: { rooms: [], packages: ['decimal.js'] },
  kernel: { rooms: [], packages: [] }, // and the engine, inside kernel/bridge
  documents: { rooms: ['engine'], packages: ['valibot', '@valibot/to-json-schema', 'papaparse'] }, // tier tables come from spreadsheets
  tapes: { rooms: ['engine', 'kernel'], packages: ['papaparse', 'fflate'] }, // synthetic tapes are the kernel's paths
  sources: { rooms: ['engine', 'kernel', 'documents', 'tapes'], packages: [] }, // from what a document names to its prices
  workers: { rooms: ['engine', 'kernel', 'documents', 'tapes', 'sources'], packages: ['idb-keyval'] }, // pages of an exchange are kept where they arrive
  store: { rooms: ['engine', 'documents', 'tapes', 'sources', 'workers'], packages: ['zustand', 'reselect', 'idb-keyval'] },
  ui: { rooms: [], packages: [...REACT, 'recharts', 'lightweight-charts', '@tanstack/react-table', '@tanstack/react-virtual'] },
  features: { rooms: ['store', 'ui', 'engine'], packages: [...REACT, '@tanstack/react-table'] },
  app: { rooms: ['features', 'ui', 'store'], packages: [...REACT, '@fontsource-variable/inter'] },
  cli: { rooms: ['engine', 'kernel', 'documents', 'tapes', 'sources'], packages: ['node', '@valibot/to-json-schema'] },
  main: { rooms: ['app', 'ui'], packages: [...REACT, '@fontsource-variable/inter'] },
}

const OFF_SCREEN = ['documents', 'tapes', 'sources', 'workers']
const VIEW = ['ui', 'features', 'app', 'main']
const VIEW_PACKAGES = [...REACT, 'recharts', 'lightweight-charts', '@tanstack/react-table', '@tanstack/react-virtual']

/** Where a file is, or undefined outside `src`. Files directly in `src` are the room `main`. @param {string} filename @returns {Place | undefined} */
export function placeOf(filename) {
  const file = filename.replaceAll('\\', '/')
  const at = file.lastIndexOf('/src/')
  if (at < 0) return undefined
  const parts = file.slice(at + 5).split('/')
  if (parts.length === 1) return { room: 'main', path: parts[0] ?? '', area: '' }
  const [room = '', ...rest] = parts
  return { room, path: rest.join('/'), area: rest.length > 1 ? (rest[0] ?? '') : '' }
}

/** Tests, their helpers and benches: not shipped, so the layers do not bind them. @param {string} filename */
export function isTestCode(filename) {
  return /\.(test|bench)\.tsx?$|\/testing\//.test(filename.replaceAll('\\', '/'))
}

/** `zustand/vanilla` -> `zustand`, `node:fs` -> `node`. @param {string} specifier */
function packageName(specifier) {
  if (specifier.startsWith('node:')) return 'node'
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

/** @param {string} from @param {string} specifier */
function resolved(from, specifier) {
  const parts = from.replaceAll('\\', '/').split('/').slice(0, -1)
  for (const step of (specifier.split('?')[0] ?? '').split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/**
 * The rule an import breaks, or undefined.
 * @param {string} filename  the importing file   @param {string} specifier  as written
 * @param {boolean} typeOnly  `import type`
 * @returns {Verdict | undefined}
 */
export function verdict(filename, specifier, typeOnly) {
  const from = placeOf(filename)
  if (!from || isTestCode(filename)) return undefined
  if (!specifier.startsWith('.')) return packageVerdict(from, specifier)
  const target = resolved(filename, specifier)
  const to = placeOf(target)
  if (!to) return { rule: 'imports-point-one-way', why: `${specifier} is outside src` }
  if (isTestCode(target)) return { rule: 'imports-point-one-way', why: `${specifier} is test code; only tests import it` }
  return roomVerdict(from, to, typeOnly)
}

/**
 * What crosses from one room to another, the most telling rule first. A case applies when `when` holds; without a
 * `rule` the import is fine.
 * @type {{ when: (from: Place, to: Place, typeOnly: boolean) => boolean, rule?: string, why?: (from: Place, to: Place) => string }[]}
 */
const ROOM_CASES = [
  {
    when: (from, to) => from.room === 'features' && to.room === 'features' && from.area !== to.area,
    rule: 'features-are-islands',
    why: (from, to) => `features/${from.area} must not know features/${to.area || to.path}; share through store or ui`,
  },
  { when: (from, to) => from.room === to.room },
  { when: from => from.room === 'engine', rule: 'engine-is-pure', why: (_, to) => `the engine imports itself and decimal.js, not ${to.room}` },
  { when: (from, to) => from.room === 'kernel' && to.room !== 'engine', rule: 'kernel-is-pure', why: (_, to) => `the kernel imports itself, not ${to.room}` },
  {
    when: from => from.room === 'kernel' && from.area !== 'bridge',
    rule: 'decimal-becomes-number-in-bridge',
    why: () => 'the engine enters the kernel through kernel/bridge only',
  },
  {
    when: (from, to) => to.room === 'cli' || to.room === 'main' || (to.room === 'app' && from.room !== 'main'),
    rule: 'nothing-imports-app',
    why: (from, to) => `${to.room} is an outermost room; ${from.room} may not know it`,
  },
  {
    when: (from, to) => OFF_SCREEN.includes(from.room) && ['store', ...VIEW].includes(to.room),
    rule: 'workers-know-no-screen',
    why: (from, to) => `${from.room} runs off the main thread and must not know ${to.room}`,
  },
  { when: (from, to, typeOnly) => from.room === 'ui' && from.area === 'format' && to.room === 'engine' && typeOnly && /^(index\.ts|units\/)/.test(to.path) },
  {
    when: from => from.room === 'ui',
    rule: 'ui-is-domain-blind',
    why: (_, to) => `ui knows no finance: take finished rows as props instead of importing ${to.room} (ui/format may import types of the engine's units)`,
  },
  {
    when: (from, to) => from.room === 'features' && !may(from, to),
    rule: 'features-are-islands',
    why: (_, to) => `a feature imports store, ui and engine/index; reach ${to.room} through the store`,
  },
  {
    when: (from, to) => from.room !== 'kernel' && !may(from, to),
    rule: 'imports-point-one-way',
    why: (from, to) => `${from.room} may import ${ROOMS[from.room]?.rooms.join(', ') || 'no other room'}; ${to.room} is not among them`,
  },
  {
    when: (_, to) => (to.room === 'engine' || to.room === 'kernel') && to.path !== 'index.ts',
    rule: 'engine-through-its-door',
    why: (_, to) => `import ${to.room}/index.ts, not ${to.room}/${to.path}; export it there if it is missing`,
  },
]

/** @param {Place} from @param {Place} to */
const may = (from, to) => ROOMS[from.room]?.rooms.includes(to.room) ?? false

/**
 * The same for packages; `name` is the package, `specifier` what was written.
 * @type {{ when: (from: Place, name: string, specifier: string) => boolean, rule?: string, why?: (from: Place, specifier: string) => string }[]}
 */
const PACKAGE_CASES = [
  { when: (from, name) => from.room === 'store' && from.path === 'useAppStore.ts' && name === 'react' },
  {
    when: (from, _, specifier) => from.room === 'store' && from.path !== 'useAppStore.ts' && /^zustand($|\/react)/.test(specifier),
    rule: 'react-stays-in-the-view',
    why: (_, specifier) => `in the store only useAppStore.ts knows React; here it is zustand/vanilla, not ${specifier}`,
  },
  { when: (from, name) => ROOMS[from.room]?.packages.includes(name) ?? false },
  { when: from => from.room === 'engine', rule: 'engine-is-pure', why: (_, specifier) => `the engine imports decimal.js and nothing else, not ${specifier}` },
  {
    when: (from, name) => from.room === 'kernel' && name === 'decimal.js',
    rule: 'decimal-becomes-number-in-bridge',
    why: () => 'the kernel knows numbers; decimals arrive in kernel/bridge from engine/index',
  },
  { when: from => from.room === 'kernel', rule: 'kernel-is-pure', why: (_, specifier) => `the kernel imports no package, not even ${specifier}` },
  {
    when: (from, name) => from.room === 'ui' && !VIEW_PACKAGES.includes(name),
    rule: 'ui-is-domain-blind',
    why: (_, specifier) => `${specifier} is not a drawing package`,
  },
  { when: (_, name) => name === 'decimal.js', rule: 'engine-through-its-door', why: () => 'one Decimal exists, the engine\'s clone; take it from engine/index' },
  {
    when: (from, name) => VIEW_PACKAGES.includes(name) && OFF_SCREEN.includes(from.room),
    rule: 'workers-know-no-screen',
    why: (from, specifier) => `${from.room} runs off the main thread, without ${specifier}`,
  },
  {
    when: (_, name) => VIEW_PACKAGES.includes(name),
    rule: 'react-stays-in-the-view',
    why: (from, specifier) => (VIEW.includes(from.room) ? `${specifier} is used in ui; take a part of ui` : `${from.room} is not a view; ${specifier} does not belong there`),
  },
  {
    when: () => true,
    rule: 'imports-point-one-way',
    why: (from, specifier) => `${specifier} is not a package of ${from.room}; its packages: ${ROOMS[from.room]?.packages.join(', ') || 'none'}`,
  },
]

/** @param {Place} from @param {Place} to @param {boolean} typeOnly @returns {Verdict | undefined} */
function roomVerdict(from, to, typeOnly) {
  const found = ROOM_CASES.find(one => one.when(from, to, typeOnly))
  return found?.rule ? { rule: found.rule, why: found.why?.(from, to) ?? '' } : undefined
}

/** @param {Place} from @param {string} specifier @returns {Verdict | undefined} */
function packageVerdict(from, specifier) {
  const found = PACKAGE_CASES.find(one => one.when(from, packageName(specifier), specifier))
  return found?.rule ? { rule: found.rule, why: found.why?.(from, specifier) ?? '' } : undefined
}
