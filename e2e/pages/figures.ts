import { expect, type Page } from '@playwright/test'

/**
 * What holds a digit and is no figure. Short on purpose: whatever else shows a number has to explain it.
 */
const NOT_FIGURES = [
  // Said again in words, for those who hear the page.
  '.visually-hidden', '[role=tooltip]', '[role=status]',
  // Axes, and the pill of the bar on them; the shades of the lanes.
  '[data-axis]', '[aria-label="Shades of the margin ratio"]',
  // Bars, times: names of moments.
  '[data-name]', '[aria-label="Transport"]', '[role=tab]',
  // What a press does, said with its number: "25%", "Rewind 10 bars", "Set 146.00"; what the user chose or typed.
  'button:not(:has([data-figure]))', '[role=radiogroup]', '[role=slider]', 'option', 'label', 'kbd', '[role=menu]', '[role=img]',
  // Every bar of the tape as a table: the chart's readout explains each.
  '[role=group][aria-label$=", table"]',
].join(', ')

/** Names with a digit in them. */
const NAMES = [
  /\bbar \d+/gi, /\btier \d+( of \d+)?/gi, /\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?( UTC)?/g, /\b\d+ (position|order|event|trade|part|bar|liquidation|command|change|rule|more)s?\b/g,
  // "Liquidated at 100%", "/ 8 h", "every 8 h".
  /100%( is liquidation)?/g, /covers a fall to 0/g, /\/?\s*\d+ (ms|s|min|h|d)\b/g,
]

/** Texts that hold a number and explain none, in the page or in the dialog that is open. */
export async function untagged(page: Page, alsoFine: readonly string[] = []): Promise<readonly string[]> {
  return page.evaluate(({ notFigures, names }) => {
    const dialog = [...document.querySelectorAll('dialog[open]')].findLast((each) => each.querySelector('[data-explain]') === null)
    const roots = dialog === undefined ? [...document.querySelectorAll('main, aside:not([data-explain]), section[aria-label="Market"], footer')] : [dialog]
    const patterns = names.map(({ source, flags }) => new RegExp(source, flags))
    const found = new Set<string>()
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement
        const text = (node.textContent ?? '').trim()
        if (element === null || element.getClientRects().length === 0 || element.closest(`[data-figure], ${notFigures}`) !== null) continue
        const rest = patterns.reduce((left, pattern) => left.replaceAll(pattern, ''), text)
        if (/\d/.test(rest)) found.add(`${element.closest('[aria-label]')?.getAttribute('aria-label') ?? element.tagName}: ${text}`)
      }
    }
    return [...found]
  }, { notFigures: [NOT_FIGURES, ...alsoFine].join(', '), names: NAMES.map(({ source, flags }) => ({ source, flags })) })
}

interface Shown {
  readonly key: string
  readonly text: string
}

/** Every figure on screen with the text it stands for. */
export async function figuresOf(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() => {
    const dialog = [...document.querySelectorAll('dialog[open]')].findLast((each) => each.querySelector('[data-explain]') === null)
    const found = new Map<string, { key: string; text: string }>()
    for (const element of (dialog ?? document).querySelectorAll('[data-figure]')) {
      const key = element.getAttribute('data-figure') ?? ''
      if (element.closest('[data-explain]') !== null || element.getClientRects().length === 0) continue
      const copy = element.cloneNode(true) as Element
      for (const hidden of copy.querySelectorAll('.visually-hidden, [role=meter]')) hidden.remove()
      const text = (copy.textContent ?? '').trim()
      found.set(`${key} ${text}`, { key, text })
    }
    return [...found.values()]
  })
}

/** Asks for every figure on screen as a press on it does; what is not explained, or explained to another number. */
export async function wrong(page: Page): Promise<readonly string[]> {
  const shown = await figuresOf(page)
  const told = await page.evaluate(async (keys) => {
    const answers: Record<string, { exact: string | null; text: string } | null> = {}
    for (const key of keys) {
      const probe = document.createElement('span')
      probe.dataset['figure'] = key
      document.body.append(probe)
      probe.click()
      probe.remove()
      const value = await new Promise<Element | null>((resolve) => {
        const find = (): Element | null => document.querySelector(`[data-value="${CSS.escape(key)}"]`)
        const done = (found: Element | null): void => {
          observer.disconnect()
          clearTimeout(timer)
          resolve(found)
        }
        const timer = setTimeout(() => done(find()), 3000)
        const observer = new MutationObserver(() => {
          const found = find()
          if (found !== null) done(found)
        })
        observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-value'] })
        const there = find()
        if (there !== null) done(there)
      })
      answers[key] = value === null ? null : { exact: value.getAttribute('data-exact'), text: value.textContent ?? '' }
    }
    return answers
  }, [...new Set(shown.map(({ key }) => key))])
  // Where nothing was asked no drawer is open, and the key would close the dialog.
  if (shown.length > 0) await page.keyboard.press('Escape')
  // A preview may have been on its way: what counts is what stands there when all has been asked.
  const now = await figuresOf(page)
  return shown.flatMap(({ key, text: first }) => {
    const stands = now.some((each) => each.key === key && each.text === first)
    const text = stands ? first : (now.find((each) => each.key === key)?.text ?? first)
    const answer = told[key]
    if (answer === undefined || answer === null) return [`${key}: "${text}" is not explained`]
    // A calculator's distance is a length; on screen it says which way.
    return isSame(key.startsWith('calc.') && /Distance/.test(key) ? text.replace('−', '') : text, answer.exact) ? [] : [`${key}: "${text}" is explained as ${answer.exact ?? answer.text}`]
  })
}

/** Whether a text says a value: to the last digit it shows, whichever way that was rounded; the sign where it has one. */
function isSame(text: string, exact: string | null): boolean {
  const number = /[\d,]*\.?\d+/.exec(text)?.[0]
  if (number === undefined) return exact === null || Number(exact) === 0
  if (exact === null) return false
  const said = Number(number.replaceAll(',', ''))
  const value = Math.abs(Number(exact)) * (text.includes('%') ? 100 : 1)
  const step = 10 ** -(number.split('.')[1]?.length ?? 0)
  const isOtherSign = (text.includes('−') && Number(exact) > 0) || (text.trimStart().startsWith('+') && Number(exact) < 0)
  return !isOtherSign && Math.abs(said - value) < step * 1.0001
}

/** Everything of one state at once. */
export async function explains(page: Page, state: string, alsoFine: readonly string[] = []): Promise<void> {
  // A price drawn or a preview on its way has no figure yet.
  await page.waitForTimeout(150)
  expect(await untagged(page, alsoFine), `${state}: numbers that explain nothing`).toEqual([])
  expect(await wrong(page), `${state}: figures that are not explained to what is shown`).toEqual([])
}
