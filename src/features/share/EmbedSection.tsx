import { useRef, useState } from 'react'
import type { Screen } from '../../store/slices/Screen.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { copyText } from '../../ui/files/copyText.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { Disclosure } from '../../ui/primitives/Disclosure.tsx'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import { TextField } from '../../ui/primitives/TextField.tsx'
import { embedSnippet, type EmbedShow } from './embedSnippet.ts'
import styles from './ShareDialog.module.css'
import { shareWords as words } from './shareWords.ts'

/** HTML for a page of one's own: one view of the scenario, which nobody can change there. */
export function EmbedSection({ address, screen }: { readonly address: string; readonly screen: Screen }) {
  return (
    <Disclosure summary={words.embed}>
      <Snippet address={address} screen={screen} />
    </Disclosure>
  )
}

function Snippet({ address, screen }: { readonly address: string; readonly screen: Screen }) {
  const title = useAppStore((state) => state.scenario.document?.title ?? '')
  const [chosen, setShow] = useState<EmbedShow>('equity')
  const [isCopied, setIsCopied] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // What the link opens on is what can be shown of it.
  const show = screen === 'calculate' ? 'calculator' : chosen
  const html = address === '' ? '' : embedSnippet(address, show, title)
  const copy = async (): Promise<void> => setIsCopied(await copyText(html, field.current))
  return (
    <div className={styles.embed}>
      <p className={styles.what}>{words.embedWhat}</p>
      {screen === 'calculate' ? null : (
        <SegmentedControl
          label={words.embedShow}
          size="small"
          value={chosen}
          onChange={setShow}
          options={[{ value: 'equity', label: words.shows.equity }, { value: 'lanes', label: words.shows.lanes }, { value: 'price', label: words.shows.price }]}
        />
      )}
      <div className={styles.link}>
        <TextField ref={field} label={words.html} value={html} isReadOnly onChange={() => undefined} />
        <Button icon={isCopied ? 'check' : 'copy'} reason={html === '' ? words.making : undefined} onClick={() => void copy()}>{isCopied ? words.copied : words.copyHtml}</Button>
      </div>
    </div>
  )
}
