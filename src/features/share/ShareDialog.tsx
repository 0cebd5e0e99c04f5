import { useEffect, useRef, useState, type RefObject } from 'react'
import type { MadeLink } from '../../store/ShareActions.ts'
import type { Screen } from '../../store/slices/Screen.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { copyText } from '../../ui/files/copyText.ts'
import { fileStem, saveFile } from '../../ui/files/saveFile.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Button } from '../../ui/primitives/Button.tsx'
import { Checkbox } from '../../ui/primitives/Checkbox.tsx'
import { Dialog } from '../../ui/primitives/Dialog.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import { StatusRegion } from '../../ui/primitives/StatusRegion.tsx'
import { TextField } from '../../ui/primitives/TextField.tsx'
import { EmbedSection } from './EmbedSection.tsx'
import styles from './ShareDialog.module.css'
import { shareWords as words } from './shareWords.ts'
import { shareAddress, useShareLink } from './useShareLink.ts'

/** The open scenario as a link, to be copied or sent. */
export function ShareDialog({ onClose, onExport }: { readonly onClose: () => void; readonly onExport: () => void }) {
  const current = useAppStore((state) => state.screen)
  const hasIncident = useAppStore((state) => state.incident !== undefined)
  const [screen, setScreen] = useState<Screen>(current)
  const [wantsCursor, setWantsCursor] = useState(true)
  // A report is of a moment.
  const hasCursor = wantsCursor || screen === 'report'
  const tick = useAppStore((state) => state.playback.tick)
  const others = useAppStore((state) => state.branches.list.length - 1)
  const made = useShareLink({ screen, hasCursor })
  const save = useSaveScenario()
  const field = useRef<HTMLInputElement>(null)
  const address = made?.ok === true ? shareAddress(made.fragment) : ''
  return (
    <Dialog isOpen onClose={onClose} title={words.title} size="medium" actions={<Actions address={address} field={field} onSave={save} />}>
      <div className={styles.body}>
        <p className={styles.what}>{words.what}{others === 0 ? null : ` ${words.branch(others)}`}</p>
        <LinkField made={made} address={address} field={field} />
        <Notes made={made} onSave={save} />
        <div className={styles.options}>
          <div className={styles.choice}>
            <span>{words.opensOn}</span>
            <SegmentedControl
              label={words.opensOn}
              size="small"
              value={screen}
              onChange={setScreen}
              options={[
                { value: 'simulate', label: words.screens.simulate },
                { value: 'calculate', label: words.screens.calculate },
                { value: 'report', label: words.screens.report, reason: hasIncident || current === 'report' ? undefined : words.noReport },
              ]}
            />
          </div>
          <Checkbox label={words.cursor(tick)} isChecked={hasCursor} onChange={setWantsCursor} reason={screen === 'report' ? words.reportNeedsCursor : undefined} />
        </div>
        <EmbedSection address={address} screen={screen} />
        <Button className={styles.more} variant="ghost" icon="download" onClick={onExport}>{words.exports}</Button>
      </div>
    </Dialog>
  )
}

function LinkField({ made, address, field }: { readonly made: MadeLink | undefined; readonly address: string; readonly field: RefObject<HTMLInputElement | null> }) {
  const format = useFormat()
  // Ready to be copied by hand as soon as it is there.
  useEffect(() => {
    if (address === '' || field.current === null) return
    field.current.focus()
    field.current.select()
  }, [address, field])
  return (
    <TextField
      ref={field}
      label={words.link}
      aside={address === '' ? undefined : words.length(format.exact(address.length))}
      value={made === undefined ? words.making : address}
      isReadOnly
      onChange={() => undefined}
    />
  )
}

function Notes({ made, onSave }: { readonly made: MadeLink | undefined; readonly onSave: () => void }) {
  const fix = { label: words.file, onFix: onSave }
  if (made === undefined) return null
  if (!made.ok) return <InlineWarning tone="error" fix={fix}>{words.refused(made.problems[0] ?? '')}</InlineWarning>
  const { isLong, inside, outside } = made
  if (!isLong && inside.length + outside.length === 0) return null
  return (
    <div className={styles.notes}>
      {isLong ? <InlineWarning fix={fix}>{words.long}</InlineWarning> : null}
      {outside.length === 0 ? null : <InlineWarning>{words.outside(outside.join(', '))}</InlineWarning>}
      {inside.length === 0 ? null : <InlineWarning tone="info">{words.inside(inside.join(', '))}</InlineWarning>}
    </div>
  )
}

function Actions({ address, field, onSave }: { readonly address: string; readonly field: RefObject<HTMLInputElement | null>; readonly onSave: () => void }) {
  const title = useAppStore((state) => state.scenario.document?.title ?? '')
  const [said, setSaid] = useState({ address: '', text: '' })
  const answer = said.address === address ? said.text : ''
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(address, field.current)
    setSaid({ address, text: isCopied ? words.copied : words.selected })
  }
  const isOff = address === '' ? words.making : undefined
  return (
    <>
      <StatusRegion message={answer} isVisible={answer === words.selected} />
      <Button onClick={onSave}>{words.file}</Button>
      {/* Phones have a sheet of applications to send things with. */}
      {typeof navigator.share === 'function' ? (
        <Button reason={isOff} onClick={() => void navigator.share({ title, url: address }).catch(() => undefined)}>{words.send}</Button>
      ) : null}
      <Button variant="primary" icon={answer === words.copied ? 'check' : 'copy'} reason={isOff} onClick={() => void copy()}>
        {answer === words.copied ? words.copied : words.copy}
      </Button>
    </>
  )
}

function useSaveScenario(): () => void {
  const { exportScenario } = useAppStore((state) => state.actions)
  const title = useAppStore((state) => state.scenario.document?.title ?? '')
  return () => saveFile(`${fileStem(title, 'scenario')}.scenario.json`, new Blob([exportScenario()], { type: 'application/json' }))
}
