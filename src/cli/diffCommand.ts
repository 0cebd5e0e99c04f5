import { builtinRules, resolveRules, ruleDiff, type Death, type DeathMove, type LegFate, type MainChange, type RuledPlay, type RuleDiff, type RuleEffect, type Rules, type Tape } from '../engine/index.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { parseRules } from '../documents/rules/parseRules.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { namedWalls } from './namedWalls.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { plainText, quotientText } from './plainText.ts'
import { readDocument } from './readDocument.ts'
import { readScenario } from './readScenario.ts'
import { noteAge } from './rulesAge.ts'
import { UsageError } from './UsageError.ts'

const OPTIONS = { a: { type: 'string' }, b: { type: 'string' }, walls: { type: 'string' }, 'lower-leverage': { type: 'boolean' } } as const

/** `diff <scenario.json> --b <rules>`: the same scenario under two sets of rules; the first is the scenario's own unless --a names another. */
export async function diffCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: OPTIONS, operands: ['<scenario.json>'] })
  if (values.b === undefined) throw new UsageError('--b: the other rules were expected, the id of a built-in set or a Rules document')
  const walls = namedWalls(values.walls ?? 'as-set')
  const read = await readScenario(positionals[0] ?? '-', io)
  if (read === undefined) return REFUSED
  const { setup } = read
  const a = values.a === undefined ? setup.rules : await rulesAt(values.a, io)
  const b = await rulesAt(values.b, io)
  if (a === undefined || b === undefined) return REFUSED
  if (a.contract !== b.contract) {
    io.say(`--b: ${b.name} is for ${b.contract} contracts, ${a.name} for ${a.contract} ones: their accounts are kept in other currencies. Choose rules for ${a.contract} contracts`)
    return REFUSED
  }
  noteAge(a, io)
  noteAge(b, io)
  const steps = ruleDiff(
    { ...setup, leverageAboveLimit: values['lower-leverage'] === true ? 'lower' : 'refuse' },
    walls,
    { a: resolveRules(a, setup.instruments), b: resolveRules(b, setup.instruments) },
  )
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  io.out(jsonText(diffReport(step.value, setup.tape)))
  return DONE
}

/** A built-in set by its id, or a Rules document by its path. */
async function rulesAt(name: string, io: Io): Promise<Rules | undefined> {
  return builtinRules.get(name) ?? (await readDocument(io, name, parseRules))
}

function diffReport({ a, b, effects, headline }: RuleDiff, tape: Tape) {
  const { move, about, leg, main, count } = headline
  return {
    headline: {
      firstDeath: moveReport(move),
      about,
      ...(leg === undefined ? {} : { leg }),
      mainChange: mainReport(main),
      ...(a.deaths.length === b.deaths.length ? {} : { mainChangeOfCount: mainReport(count) }),
    },
    a: playReport(a, tape),
    b: playReport(b, tape),
    differences: effects.map((effect) => effectReport(effect, tape)),
  }
}

function effectReport({ path, effect, alone, move, without, equity }: RuleEffect, tape: Tape) {
  return { path, effect, firstDeathWithItAlone: deathReport(alone, tape), firstDeathMoves: moveReport(move), equityMoves: plainText(equity), firstDeathWithoutIt: deathReport(without, tape) }
}

function mainReport(main: MainChange | undefined) {
  return main === undefined ? { none: 'no-change-decides' } : { path: main.path, share: quotientText(main.share) }
}

/** Milliseconds later and so much dearer; both negative the other way. */
function moveReport(move: DeathMove) {
  if (move.type === 'moved') return { type: move.type, millis: Math.round(move.millis), price: plainText(move.price) }
  return move.type === 'other-leg' ? { type: move.type, millis: Math.round(move.millis) } : { type: move.type }
}

function playReport({ rules, fates, deaths, equity, refusals, badDebt }: RuledPlay, tape: Tape) {
  return {
    rules: { id: rules.id, name: rules.name, date: rules.date },
    firstDeath: deathReport(deaths[0], tape),
    equity: plainText(equity),
    refused: refusals,
    badDebt: plainText(badDebt),
    legs: fates.map((fate) => fateReport(fate, tape)),
  }
}

function fateReport({ leg, instrument, outcome, death, parts, pnl, refusal }: LegFate, tape: Tape) {
  return { leg, instrument, outcome, ...(refusal === undefined ? {} : { refusal: refusal.code }), firstLiquidation: deathReport(death, tape), liquidationOrders: parts, pnl: plainText(pnl) }
}

function deathReport(death: Death | undefined, tape: Tape) {
  if (death === undefined) return { none: 'no-liquidation' }
  const { leg, tick, at, price, orderPrice } = death
  return { leg, tick, ofTicks: tape.time.length, at: new Date(at).toISOString(), price: plainText(price), orderPrice: plainText(orderPrice) }
}
