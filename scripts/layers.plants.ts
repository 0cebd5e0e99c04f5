/** One violation of each layer rule and each ban, and the neighbours they need. `scripts/layers.test.ts` expects each to be caught. */

export interface Plant {
  readonly file: string
  readonly code: string
  /** `rule: …` at the start of our own messages, or oxlint's name of a rule of its own. */
  readonly rule: string
}

/** What the planted files import, and code that must pass: a rule that fires on everything proves nothing. */
export const CLEAN: Readonly<Record<string, string>> = {
  'engine/index.ts': "export { one } from './units/one.ts'\nexport type { Price } from './units/one.ts'\n",
  'engine/units/one.ts':
    "import { Decimal as DecimalJs } from 'decimal.js'\nexport const Decimal = DecimalJs.clone({ precision: 40 })\ndeclare const unit: unique symbol\nexport type Price = InstanceType<typeof Decimal> & { readonly [unit]: 'Price' }\nexport const one = new Decimal(1) as Price\n",
  'engine/run/safeRange.ts': "import { one } from '../units/one.ts'\nexport const low = one.toNumber()\n",
  'engine/run/safeRange.test.ts': "import { low } from './safeRange.ts'\nexport const now = Date.now() + Number('1') + low\n",
  'kernel/index.ts': "export { fromEngine } from './bridge/fromEngine.ts'\n",
  'kernel/bridge/fromEngine.ts': "import { one } from '../../engine/index.ts'\nexport const fromEngine = (): number => one.toNumber()\n",
  'documents/parse.ts': "import * as v from 'valibot'\nimport { one } from '../engine/index.ts'\nexport const parsed = [v, one]\n",
  'tapes/decode.ts': "import Papa from 'papaparse'\nimport { one } from '../engine/index.ts'\nexport const decoded = [Papa, one]\n",
  'workers/client.ts':
    "import { fromEngine } from '../kernel/index.ts'\nimport { decoded } from '../tapes/decode.ts'\nexport const client = [fromEngine, decoded, new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' })]\n",
  'workers/run.worker.ts': "import { one } from '../engine/index.ts'\npostMessage(one.toFixed())\n",
  'store/createAppStore.ts': "import { createStore } from 'zustand/vanilla'\nimport { client } from '../workers/client.ts'\nexport const createAppStore = () => createStore(() => ({ client }))\n",
  'store/useAppStore.ts': "import { useMemo } from 'react'\nimport { useStore } from 'zustand'\nexport const useAppStore = [useMemo, useStore]\n",
  'store/selectors/rows.ts': "import { one } from '../../engine/index.ts'\nexport const rows = [one.toNumber()]\n",
  'ui/format/price.ts': "import type { Price } from '../../engine/index.ts'\nexport const price = (p: Price): string => p.toFixed(2)\n",
  'ui/charts/Line.tsx': "import { LineChart } from 'recharts'\nexport function Line() {\n  return <LineChart data={[]} />\n}\n",
  'features/simulate/Screen.tsx':
    "import { one } from '../../engine/index.ts'\nimport { useAppStore } from '../../store/useAppStore.ts'\nimport { Line } from '../../ui/charts/Line.tsx'\nimport { part } from './part.ts'\nexport function Screen() {\n  return (\n    <p>\n      <Line /> {one.toFixed()} {useAppStore.length} {part}\n    </p>\n  )\n}\n",
  'features/simulate/part.ts': 'export const part = 1\n',
  'features/learn/page.ts': 'export const page = 1\n',
  'app/App.tsx': "import { Screen } from '../features/simulate/Screen.tsx'\nexport function App() {\n  return <Screen />\n}\n",
  'cli/main.ts': "import { readFileSync } from 'node:fs'\nimport { one } from '../engine/index.ts'\nconsole.log(readFileSync, one.toFixed())\n",
}

/** @param from how many folders deep below src */
const up = (from: number): string => '../'.repeat(from)
const imports = (path: string): string => `import * as x from '${path}'\nexport const y = x\n`
const engine = (name: string, code: string, rule: string): Plant => ({ file: `engine/planted/${name}.ts`, code: `${code}\n`, rule })
const kernel = (name: string, code: string, rule: string): Plant => ({ file: `kernel/planted/${name}.ts`, code: `${code}\n`, rule })
const at = (file: string, code: string, rule: string): Plant => ({ file, code, rule })

export const LAYER_PLANTS: readonly Plant[] = [
  engine('importsReact', imports('react'), 'engine-is-pure'),
  engine('importsNode', imports('node:fs'), 'engine-is-pure'),
  engine('importsStore', imports(`${up(2)}store/createAppStore.ts`), 'engine-is-pure'),
  engine('importsKernel', imports(`${up(2)}kernel/index.ts`), 'engine-is-pure'),
  engine('exportsFromTapes', `export { decoded } from '${up(2)}tapes/decode.ts'`, 'engine-is-pure'),
  engine('importsLater', `export const later = () => import('${up(2)}tapes/decode.ts')`, 'engine-is-pure'),
  engine('importsType', `export type T = import('${up(2)}tapes/decode.ts').Decoded`, 'engine-is-pure'),

  at('store/deep.ts', imports('../engine/units/one.ts'), 'engine-through-its-door'),
  at('workers/deep.ts', imports('../kernel/bridge/fromEngine.ts'), 'engine-through-its-door'),
  at('features/simulate/ownDecimal.ts', imports('decimal.js'), 'engine-through-its-door'),

  kernel('importsTapes', imports(`${up(2)}tapes/decode.ts`), 'kernel-is-pure'),
  kernel('importsPackage', imports('reselect'), 'kernel-is-pure'),

  kernel('importsEngine', imports(`${up(2)}engine/index.ts`), 'decimal-becomes-number-in-bridge'),
  kernel('importsDecimal', imports('decimal.js'), 'decimal-becomes-number-in-bridge'),
  engine('toNumber', "import { one } from '../units/one.ts'\nexport const n = one.toNumber()", 'decimal-becomes-number-in-bridge'),
  engine('numberOf', "import { one } from '../units/one.ts'\nexport const n = Number(one)", 'decimal-becomes-number-in-bridge'),
  engine('unaryPlus', "import { one } from '../units/one.ts'\nexport const n = +one", 'decimal-becomes-number-in-bridge'),
  at('features/simulate/toNumber.ts', "import { one } from '../../engine/index.ts'\nexport const n = one.toNumber()\n", 'decimal-becomes-number-in-bridge'),

  at('workers/react.ts', imports('react'), 'workers-know-no-screen'),
  at('workers/store.ts', imports('../store/createAppStore.ts'), 'workers-know-no-screen'),
  at('tapes/ui.ts', imports('../ui/format/price.ts'), 'workers-know-no-screen'),

  at('ui/charts/engine.ts', imports('../../engine/index.ts'), 'ui-is-domain-blind'),
  at('ui/charts/engineType.ts', "import type { Price } from '../../engine/index.ts'\nexport type P = Price\n", 'ui-is-domain-blind'),
  at('ui/format/engineValue.ts', imports('../../engine/index.ts'), 'ui-is-domain-blind'),
  at('ui/table/store.ts', imports('../../store/createAppStore.ts'), 'ui-is-domain-blind'),
  at('ui/table/zustand.ts', imports('zustand'), 'ui-is-domain-blind'),

  at('features/simulate/neighbour.ts', imports('../learn/page.ts'), 'features-are-islands'),
  at('features/simulate/worker.ts', imports('../../workers/client.ts'), 'features-are-islands'),

  at('store/app.ts', imports('../app/App.tsx'), 'nothing-imports-app'),
  at('features/simulate/app.ts', imports('../../app/App.tsx'), 'nothing-imports-app'),
  at('app/cli.ts', imports('../cli/main.ts'), 'nothing-imports-app'),

  at('store/react.ts', imports('react'), 'react-stays-in-the-view'),
  at('store/hook.ts', imports('zustand'), 'react-stays-in-the-view'),
  at('cli/react.ts', imports('react'), 'react-stays-in-the-view'),
  at('store/Component.tsx', 'export const Component = 1\n', 'react-stays-in-the-view'),
  at('features/simulate/chart.ts', imports('recharts'), 'react-stays-in-the-view'),

  at('store/ui.ts', imports('../ui/format/price.ts'), 'imports-point-one-way'),
  at('store/kernel.ts', imports('../kernel/index.ts'), 'imports-point-one-way'),
  at('tapes/node.ts', imports('node:fs'), 'imports-point-one-way'),
  at('sources/ui.ts', imports('../ui/format/price.ts'), 'workers-know-no-screen'),
  at('tapes/sources.ts', imports('../sources/tapeOfSource.ts'), 'imports-point-one-way'),
  at('store/test.ts', imports('../engine/run/safeRange.test.ts'), 'imports-point-one-way'),
  at('store/outside.ts', imports('../../scripts/lint/rooms.mjs'), 'imports-point-one-way'),
  at('features/simulate/newWorker.ts', "export const w = new Worker(new URL('../../workers/run.worker.ts', import.meta.url))\n", 'features-are-islands'),

  at('store/cycleA.ts', "import { b } from './cycleB.ts'\nexport const a = (): number => b()\n", 'import(no-cycle)'),
  at('store/cycleB.ts', "import { a } from './cycleA.ts'\nexport const b = (): number => a()\n", 'import(no-cycle)'),
]

export const BAN_PLANTS: readonly Plant[] = [
  ...['Date.now()', 'crypto.randomUUID()', 'setTimeout(String, 1)', 'performance.now()', "parseFloat('1')", "console.log('1')", 'globalThis.Date.now()', 'process.argv', 'Math.random()']
    .flatMap((call, i) => [engine(`ban${i}`, `export const x = ${call}`, 'engine-is-pure'), kernel(`ban${i}`, `export const x = ${call}`, 'engine-is-pure')]),
  kernel('exp', 'export const x = Math.exp(1)', 'same-bits-everywhere'),
  engine('locale', "export const x = 'a'.localeCompare('b')", 'same-bits-everywhere'),
  engine('set', "import { Decimal } from '../units/one.ts'\nDecimal.set({ precision: 5 })", 'one-decimal'),
  at('cli/set.ts', "import { Decimal } from 'decimal.js'\nDecimal.set({ precision: 5 })\n", 'one-decimal'),
  engine('clone', "import { Decimal } from 'decimal.js'\nexport const Mine = Decimal.clone({ precision: 5 })", 'one-decimal'),
  engine('unit', "import { one, type Price } from '../units/one.ts'\nexport const x = one.plus(1) as Price", 'units-are-made-in-units'),
  engine('defaultExport', 'export default 1', 'import(no-default-export)'),
  engine('any', 'export const x: any = 1', 'typescript(no-explicit-any)'),
  engine('bang', 'export const x = (a: number[]): number => a[0]!', 'typescript(no-non-null-assertion)'),
  engine('parameters', 'export const x = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e', 'eslint(max-params)'),
  engine('long', 'export const x = 1\n'.repeat(1) + '\n'.repeat(300), 'eslint(max-lines)'),
  engine('complex', `export const x = (a: number) => ${Array.from({ length: 15 }, (_, i) => `a === ${i} ? ${i} : `).join('')}0`, 'eslint(complexity)'),
  engine('switch', "export function x(a: 'b' | 'c'): void {\n  switch (a) {\n    case 'b':\n  }\n}", 'typescript(switch-exhaustiveness-check)'),
  at('store/floating.ts', 'const f = async () => 1\nexport const g = () => {\n  f()\n}\n', 'typescript(no-floating-promises)'),
  at('ui/hooks.tsx', "import { useState } from 'react'\nexport function Part(p: { on: boolean }) {\n  if (p.on) useState(1)\n  return null\n}\n", 'react-hooks(rules-of-hooks)'),
  at('ui/deps.tsx', "import { useEffect } from 'react'\nexport function Part(p: { on: () => void }) {\n  useEffect(() => p.on(), [])\n  return null\n}\n", 'react-hooks(exhaustive-deps)'),
  at('ui/alt.tsx', 'export function Picture() {\n  return <img src="a.png" />\n}\n', 'jsx-a11y(alt-text)'),
  at('features/simulate/x.test.ts', "import { it } from 'vitest'\nit.only('x', () => {})\n", 'vitest(no-focused-tests)'),
]

/** What only the compiler catches: the code and the error. */
export const COMPILER_PLANTS: readonly Plant[] = [
  engine('window', 'export const x = window.location', 'TS2304'),
  engine('fetches', "export const x = fetch('a')", 'TS2304'),
  engine('enumeration', 'export enum E {\n  A,\n}', 'TS1294'),
  kernel('document', 'export const x = document.title', 'TS2584'),
  at('tapes/document.ts', 'export const x = document.title\n', 'TS2584'),
  at('documents/window.ts', 'export const x = window.location\n', 'TS2304'),
  engine('indexed', 'export const x = (a: readonly number[]): number => a[0]', 'TS2322'),
  kernel('fromFeatures', imports(`${up(2)}features/simulate/part.ts`), 'TS6307'),
]
