import { priceKey } from '../../../engine/index.ts'
import type { Move, Part, Script, ScriptRefusal } from './Script.ts'
import { turnsOf } from './turnsOf.ts'

/** As many ticks as are made of a document. */
export const MOST_SCRIPT_BARS = 200_000

/** What keeps a script from being played; absent where nothing does. */
export function scriptProblem(script: Script): ScriptRefusal | undefined {
  return instrumentProblem(script) ?? script.parts.flatMap((part, i) => partProblem(part, `parts[${i}]`, script) ?? [])[0] ?? lengthProblem(script)
}

function instrumentProblem({ instruments, negativePrices }: Script): ScriptRefusal | undefined {
  const keys = instruments.map(({ instrument, kind }) => priceKey(instrument, kind))
  for (const [i, { instrument, kind = 'mark', start }] of instruments.entries()) {
    const at = `instruments[${i}]`
    if (keys.indexOf(keys[i] ?? '') !== i) return { at: `${at}.symbol`, message: `${kind === 'mark' ? instrument : `the ${kind} of ${instrument}`} is there twice` }
    if (!keys.includes(instrument)) return { at: `${at}.kind`, message: `the ${kind} of ${instrument} stands beside its mark; add ${instrument} without "kind"` }
    if (!(start > 0) && !negativePrices) return { at: `${at}.price`, message: 'a price above 0 was expected; with "negativePrices": true it may be below' }
  }
  return undefined
}

function partProblem(part: Part, at: string, script: Script): ScriptRefusal | undefined {
  if (part.type === 'grind' && part.bars < 2 * part.legs) return { at: `${at}.legs`, message: `a leg takes 2 bars or more: at most ${Math.floor(part.bars / 2)} fit into ${part.bars}` }
  const keys = script.instruments.map(({ instrument, kind }) => priceKey(instrument, kind))
  let before = 0
  for (const [i, { bar, by }] of turnsOf(part).turns.entries()) {
    const where = part.type === 'corners' ? `${at}.corners[${i}]` : at
    if (bar <= before) return { at: `${where}.bar`, message: `corners ascend; ${bar} is not after ${before}` }
    before = bar
    const stranger = strangerIn(by, keys)
    if (stranger !== undefined) return { at: `${where}.by.${stranger}`, message: `the script has ${keys.join(', ')}` }
  }
  return undefined
}

function strangerIn(by: Move, keys: readonly string[]): string | undefined {
  return typeof by === 'number' ? undefined : Object.keys(by).find((key) => !keys.includes(key))
}

function lengthProblem({ parts, barMillis, start }: Script): ScriptRefusal | undefined {
  const { bars, slots } = lengthOf(parts)
  if (bars > MOST_SCRIPT_BARS) return { at: 'parts', message: `at most ${MOST_SCRIPT_BARS} bars are made; these are ${bars}` }
  if (!(start + slots * barMillis <= 8.64e15)) return { at: 'parts', message: 'they end after the last day of the calendar; make the bars or the parts shorter' }
  return undefined
}

/** How many bars the parts have, and how many they last with those that are missing. */
export function lengthOf(parts: readonly Part[]): { readonly bars: number; readonly slots: number } {
  let bars = 0
  let slots = 0
  for (const part of parts) {
    const { turns, jump } = turnsOf(part)
    bars += turns.at(-1)?.bar ?? 0
    slots += (turns.at(-1)?.bar ?? 0) + (jump?.missing ?? 0)
  }
  return { bars, slots }
}
