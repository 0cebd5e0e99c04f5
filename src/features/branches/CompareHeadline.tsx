import { useEffect, useState } from 'react'
import { figureTag } from '../../store/figures/figureTag.ts'
import { selectComparedFacts } from '../../store/selectors/selectComparedFacts.ts'
import type { ComparedFacts } from '../../store/selectors/rows/ComparedFacts.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Button } from '../../ui/primitives/Button.tsx'
import { StatusRegion } from '../../ui/primitives/StatusRegion.tsx'
import styles from './CompareHeadline.module.css'
import { useBranchNames } from './useBranchNames.ts'
import { words } from './words.ts'

/** The sentence while two lines are compared: what the difference comes to at the bar shown. */
export function CompareHeadline() {
  const facts = useAppStore(selectComparedFacts)
  const rival = useAppStore((state) => state.rival)
  const active = useAppStore((state) => state.branches.active)
  const isPlaying = useAppStore((state) => state.playback.isPlaying)
  const { compareBranch, switchBranch } = useAppStore((state) => state.actions)
  const names = useBranchNames()
  const format = useFormat()
  const [spoken, setSpoken] = useState('')
  // While both are on their way to a bar the sentence is still of the one before.
  const [last, setLast] = useState(facts)
  if (facts !== undefined && facts !== last) setLast(facts)
  const shown = facts ?? (last?.branch === rival?.branch ? last : undefined)
  const named = { here: names.get(active) ?? '', there: names.get(rival?.branch ?? '') ?? '' }
  const text = shown === undefined ? words.opening : sentence(shown, named, format)
  useEffect(() => {
    if (isPlaying) return
    const timer = window.setTimeout(() => setSpoken(text), 400)
    return () => window.clearTimeout(timer)
  }, [isPlaying, text])
  if (rival === undefined) return null
  return (
    <div className={styles.headline}>
      <h1 className={styles.sentence}>{shown === undefined ? words.opening : <Sentence facts={shown} named={named} format={format} />}</h1>
      <StatusRegion message={spoken} />
      <div className={styles.actions}>
        <Button onClick={() => void switchBranch(rival.branch)}>{words.swap}</Button>
        <Button variant="primary" onClick={() => void compareBranch(undefined)}>{words.actions.endCompare}</Button>
      </div>
    </div>
  )
}

interface Said {
  readonly facts: ComparedFacts
  readonly named: { readonly here: string; readonly there: string }
  readonly format: Format
}

function Sentence({ facts, named, format }: Said) {
  const { twin, tick, here, there, gap, branch, quote } = facts
  const isSame = Number(gap) === 0
  const sign = gap.startsWith('-')
  return (
    <>
      <span className={styles.line}>
        {words.atThisBar(tick)} <Name text={named.here} />{words.whose(twin)} {words.holds} <b data-figure={figureTag('account.equity', { twin, tick })}>{format.money(here)}</b>
        {', '}
        <Name text={named.there} /> <b data-figure={figureTag('account.equity', { twin, tick, branch })}>{format.money(there)}</b> {quote}
        {isSame ? words.noGap : ': '}
        {isSame ? null : <><b data-figure={figureTag('diff.equityChange', { from: sign ? here : there, to: sign ? there : here, place: words.gapPlace })}>{format.money(gap.replace('-', ''))}</b> {sign ? words.less : words.moreMoney}</>}
        .{' '}
      </span>
      <span data-name="" className={styles.quiet}>{liquidationsWords(facts)}</span>
    </>
  )
}

function Name({ text }: { readonly text: string }) {
  return <span data-name="">“{text}”</span>
}

function liquidationsWords({ liquidationsHere, liquidationsThere }: ComparedFacts): string {
  return liquidationsHere === liquidationsThere ? words.bothLiquidations(liquidationsHere) : words.eachLiquidations(liquidationsHere, liquidationsThere)
}

/** The same in plain text, for who hears it. */
function sentence(facts: ComparedFacts, named: Said['named'], format: Format): string {
  const { tick, here, there, gap, quote, twin } = facts
  const difference = Number(gap) === 0 ? words.noGap : `: ${format.money(gap.replace('-', ''))} ${gap.startsWith('-') ? words.less : words.moreMoney}`
  return `${words.atThisBar(tick)} “${named.here}”${words.whose(twin)} ${words.holds} ${format.money(here)}, “${named.there}” ${format.money(there)} ${quote}${difference}. ${liquidationsWords(facts)}`
}
