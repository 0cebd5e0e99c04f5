import { useEffect, useRef } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { Disclosure } from '../../ui/primitives/Disclosure.tsx'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { ModeBadge } from '../../ui/primitives/ModeBadge.tsx'
import { ProgressBar } from '../../ui/primitives/ProgressBar.tsx'
import type { IncidentLook, PlainIncident, Savers } from './IncidentLook.ts'
import panel from './IncidentPanel.module.css'
import { saverTable } from './saverRows.ts'
import { saverWords } from './saverWords.ts'
import styles from './SaversSection.module.css'

/** A glance at the panel while the play goes on should not set a second engine to work, ms. */
const REST = 400

/** Changes that would have kept the pool alive, each one click from being tried. Looked for once the play stands still. */
export function SaversSection({ incident, look, onTried }: { readonly incident: PlainIncident; readonly look: IncidentLook; readonly onTried?: () => void }) {
  const savers = useAppStore((state) => state.incident?.savers)
  const { findSavers, cancelSavers } = useAppStore((state) => state.actions)
  const seen = useAppStore((state) => state.playback.seen)
  const lastTick = useAppStore((state) => state.playback.lastTick)
  useLookOnce(incident, savers?.status !== 'idle', findSavers)
  if (savers === undefined) return null
  const { found, status } = savers
  const until = found === undefined ? undefined : found.until === lastTick ? saverWords.whole(found.until) : saverWords.upTo(found.until)
  return (
    <section className={panel.section}>
      <div className={styles.head}>
        <h3 className={panel.heading}>{saverWords.title}</h3>
        {until === undefined ? null : <span className={styles.until}>{until}</span>}
      </div>
      {status === 'running' ? <ProgressBar label={saverWords.running} share={savers.progress} onCancel={cancelSavers} /> : null}
      {status === 'failed' ? <p className={panel.words} role="alert">{saverWords.failed(savers.problems.join('; '))}</p> : null}
      {status === 'idle' || status === 'failed' ? <Button size="small" onClick={() => void findSavers()}>{saverWords.find}</Button> : null}
      {found === undefined ? null : <FoundSavers found={found} incident={incident} look={look} onTried={onTried} />}
      {found !== undefined && status === 'done' && seen > found.until ? <Button size="small" onClick={() => void findSavers()}>{saverWords.again}</Button> : null}
    </section>
  )
}

/** Each liquidation is asked about once by itself; what was called off is asked again by hand. */
function useLookOnce({ twin, seq }: PlainIncident, isKnown: boolean, findSavers: () => Promise<void>): void {
  const isPlaying = useAppStore((state) => state.playback.isPlaying)
  const asked = useRef('')
  useEffect(() => {
    const key = `${twin} ${seq}`
    if (isPlaying || isKnown || asked.current === key) return
    const timer = window.setTimeout(() => {
      asked.current = key
      void findSavers()
    }, REST)
    return () => window.clearTimeout(timer)
  }, [twin, seq, isPlaying, isKnown, findSavers])
}

interface FoundSaversProps {
  readonly found: NonNullable<Savers['found']>
  readonly incident: PlainIncident
  readonly look: IncidentLook
  readonly onTried: (() => void) | undefined
}

function FoundSavers({ found, incident, look, onTried }: FoundSaversProps) {
  const { tryCounterfactual } = useAppStore((state) => state.actions)
  const tryOut = async (index: number): Promise<void> => {
    if (await tryCounterfactual(index)) onTried?.()
  }
  const { rows, none } = saverTable(found.all, incident, look)
  return (
    <>
      {rows.length === 0 ? <p className={panel.words}>{saverWords.nothing}</p> : (
        <table className={styles.table}>
          <caption className="visually-hidden">{saverWords.title}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{saverWords.what}</th>
              <th scope="col">{saverWords.left}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ index, text, figures, equity, equityFigure, mode }) => (
              <tr key={index}>
                <th scope="row" className={styles.label}>{mode === undefined ? null : <ModeBadge mode={mode} isDecorative />} <FigureWords text={text} figures={figures} /></th>
                <td className={styles.equity}><span data-figure={equityFigure}>{equity}</span></td>
                <td className={styles.try}><Button size="small" isTight aria-label={saverWords.tryThis(text)} onClick={() => void tryOut(index)}>{saverWords.try}</Button></td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={styles.was}>{saverWords.asItWas}</th>
              <td className={styles.equity}><span data-figure={figureTag('incident.saverEquity', { twin: incident.twin, seq: incident.seq, kind: 'as-it-was', value: found.equity })}>{look.format.money(found.equity)}</span></td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
      {none.length === 0 ? null : (
        <Disclosure summary={saverWords.notFound(none.length)} className={panel.more ?? ''}>
          <ul className={styles.none}>{none.map((text) => <li key={text}>{text}</li>)}</ul>
        </Disclosure>
      )}
    </>
  )
}
