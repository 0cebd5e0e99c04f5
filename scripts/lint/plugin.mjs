/**
 * Our own lint rules, as an oxlint plugin (its API is ESLint's). oxlint's plugin interface is alpha: the version is
 * pinned, and `scripts/layers.test.ts` fails if a rule stops firing.
 */
import { isTestCode, placeOf, verdict } from './rooms.mjs'

/** @typedef {any} Node  an ESTree node; oxlint exports no types for it */

/** The rules that are decided by where an import comes from and where it goes. `no-cycles` is oxlint's import/no-cycle. */
export const IMPORT_RULES = {
  'engine-is-pure': 'src/engine imports itself and decimal.js. No React, no DOM, no clock, no randomness: it runs in bare Node.',
  'engine-through-its-door': 'Other rooms see engine/index.ts and kernel/index.ts, so that the inside can be moved freely.',
  'kernel-is-pure': 'src/kernel is number and Float64Array only; it runs in workers and in Node.',
  'decimal-becomes-number-in-bridge': 'One place turns a Decimal into a float, so that rounding cannot leak into the ledger.',
  'workers-know-no-screen': 'What runs in a worker must load without React, charts, store or features.',
  'ui-is-domain-blind': 'src/ui draws finished rows. If it needs the engine, the figure belongs in a selector.',
  'features-are-islands': 'A feature imports store, ui and engine/index, never another feature.',
  'nothing-imports-app': 'src/app and src/cli are the outermost rooms.',
  'react-stays-in-the-view': 'React and chart packages live in ui, features and app; the store has useAppStore.ts.',
  'imports-point-one-way': 'engine <- kernel <- workers <- store <- features <- app; see the table in rooms.mjs.',
}

/** @param {string} rule @param {string} why */
const text = (rule, why) => `${rule}: ${why}`

/** @param {string} rule */
function importRule(rule) {
  return {
    meta: { type: 'problem', docs: { description: IMPORT_RULES[/** @type {keyof typeof IMPORT_RULES} */ (rule)] } },
    /** @param {any} context */
    create(context) {
      /** @param {Node} node @param {Node} source @param {boolean} typeOnly */
      const check = (node, source, typeOnly) => {
        if (typeof source?.value !== 'string') return
        const found = verdict(context.filename, source.value, typeOnly)
        if (found?.rule === rule) context.report({ node, message: text(rule, found.why) })
      }
      return {
        ImportDeclaration: (/** @type {Node} */ node) => check(node, node.source, isTypeOnly(node)),
        ExportNamedDeclaration: (/** @type {Node} */ node) => check(node, node.source, node.exportKind === 'type'),
        ExportAllDeclaration: (/** @type {Node} */ node) => check(node, node.source, node.exportKind === 'type'),
        ImportExpression: (/** @type {Node} */ node) => check(node, node.source, false),
        TSImportType: (/** @type {Node} */ node) => check(node, node.source ?? node.argument?.literal ?? node.argument, true),
        // new Worker(new URL('../workers/run.worker.ts', import.meta.url)) is an import as well
        NewExpression: (/** @type {Node} */ node) => {
          const [first] = node.arguments
          if (node.callee.name === 'URL' && node.arguments.length === 2 && /^\.\.?\//.test(first?.value ?? '')) check(node, first, false)
        },
        Program: (/** @type {Node} */ node) => {
          const place = placeOf(context.filename)
          if (rule === 'react-stays-in-the-view' && place && context.filename.endsWith('.tsx') && !['ui', 'features', 'app', 'main'].includes(place.room) && !isTestCode(context.filename)) {
            context.report({ node, message: text(rule, `a .tsx file in ${place.room}; components live in ui, features and app`) })
          }
        },
      }
    },
  }
}

/** `import type { A }` and `import { type A }`. @param {Node} node */
function isTypeOnly(node) {
  if (node.importKind === 'type') return true
  return node.specifiers.length > 0 && node.specifiers.every((/** @type {Node} */ s) => s.importKind === 'type')
}

/** The files in which a Decimal may become a number. @param {string} filename */
function isBridge(filename) {
  const place = placeOf(filename)
  if (!place || isTestCode(filename)) return true
  if (place.room === 'kernel') return place.area === 'bridge'
  if (place.room === 'store') return place.area === 'selectors'
  return place.room === 'engine' && place.path === 'run/safeRange.ts'
}

/** Adds `.toNumber()`, `Number(x)` and `+x` to what its import rule already reports. */
function bridgeRule() {
  const rule = 'decimal-becomes-number-in-bridge'
  const imports = importRule(rule)
  return {
    meta: imports.meta,
    /** @param {any} context */
    create(context) {
      if (isBridge(context.filename)) return imports.create(context)
      const room = placeOf(context.filename)?.room
      const exact = room === 'engine' || room === 'kernel'
      /** @param {Node} node @param {string} what */
      const report = (node, what) => context.report({ node, message: text(rule, `${what} outside kernel/bridge, store/selectors and engine/run/safeRange.ts; keep the Decimal, or compare with .lt() and .eq()`) })
      return {
        ...imports.create(context),
        MemberExpression: (/** @type {Node} */ node) => {
          if (node.property.name === 'toNumber') report(node, '.toNumber()')
        },
        CallExpression: (/** @type {Node} */ node) => {
          if (exact && node.callee.name === 'Number') report(node, 'Number()')
        },
        UnaryExpression: (/** @type {Node} */ node) => {
          if (room === 'engine' && node.operator === '+') report(node, 'unary +')
        },
      }
    },
  }
}

/** Decimal.set changes every Decimal in the program; a second clone is a second precision. */
const oneDecimal = {
  meta: { type: 'problem' },
  /** @param {any} context */
  create(context) {
    return {
      MemberExpression: (/** @type {Node} */ node) => {
        if (!(node.object.name ?? '').startsWith('Decimal')) return
        const place = placeOf(context.filename)
        const atHome = isTestCode(context.filename) || (place?.room === 'engine' && place.area === 'units')
        if (['set', 'config'].includes(node.property.name)) {
          context.report({ node, message: text('one-decimal', `Decimal.${node.property.name} changes every decimal in the program; the clone in engine/units is configured once`) })
        } else if (node.property.name === 'clone' && !atHome) {
          context.report({ node, message: text('one-decimal', 'engine/units makes the one clone; take Decimal from there') })
        }
      },
    }
  },
}

const UNITS = ['Price', 'Qty', 'Quote', 'Rate']

/** `as Quote` is a claim about dimensions; the unit algebra in engine/units is the only place that may make it. */
const unitsAreMadeInUnits = {
  meta: { type: 'problem' },
  /** @param {any} context */
  create(context) {
    const place = placeOf(context.filename)
    if (isTestCode(context.filename) || (place?.room === 'engine' && place.area === 'units')) return {}
    return {
      TSAsExpression: (/** @type {Node} */ node) => {
        const name = node.typeAnnotation.typeName?.name
        if (UNITS.includes(name)) context.report({ node, message: text('units-are-made-in-units', `as ${name} outside engine/units; use a constructor or a named function of the unit algebra`) })
      },
    }
  },
}

const rules = Object.fromEntries(Object.keys(IMPORT_RULES).map(name => [name, importRule(name)]))

export default {
  meta: { name: 'bulkhead' },
  rules: {
    ...rules,
    'decimal-becomes-number-in-bridge': bridgeRule(),
    'one-decimal': oneDecimal,
    'units-are-made-in-units': unitsAreMadeInUnits,
  },
}
