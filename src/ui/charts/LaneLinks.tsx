import { memo } from 'react'
import styles from './chart.module.css'
import type { LaneLink } from './lane.ts'
import laneStyles from './FirewallLanes.module.css'
import { drawnLink, type DrawnLink } from './laneGeometry.ts'
import type { PlotFrame, TickDomain } from './plotFrame.ts'
import { textWidth } from './textWidth.ts'

export type LaneLinksProps = {
  readonly links: readonly LaneLink[]
  readonly order: ReadonlyMap<string, number>
  readonly domain: TickDomain
  readonly frame: PlotFrame
}

/** Who took whom along: a bracket right of the ✕ marks, arrow heads at the bystanders. */
export const LaneLinks = memo(function LaneLinks({ links, order, domain, frame }: LaneLinksProps) {
  return links.map((link) => {
    const drawn = drawnLink(link, order, domain, frame)
    return drawn === undefined ? null : <Link key={`${link.tick}-${link.from}`} link={drawn} />
  })
})

function Link({ link }: { readonly link: DrawnLink }) {
  const { x, culpritY, bystanderYs, words } = link
  const turn = x + 22
  const far = bystanderYs.map((y) => `M${x + 13} ${culpritY}H${turn}V${y}h-8m4 -3.5l-4 3.5l4 3.5`).join('')
  const named = [[culpritY, 'culprit'], ...bystanderYs.map((y) => [y, 'taken along'] as const)] as const
  return (
    <g>
      <path className={laneStyles.link} d={far} />
      {words === 'none' ? null : named.map(([y, word]) => <LinkWord key={`${y}`} x={words === 'right' ? x + 31 : x - 13} y={y} word={word} isLeft={words === 'left'} />)}
    </g>
  )
}

function LinkWord({ x, y, word, isLeft }: { readonly x: number; readonly y: number; readonly word: string; readonly isLeft: boolean }) {
  const width = textWidth(word, 11)
  return (
    <>
      {isLeft ? <rect className={laneStyles.backing} x={x - width - 2} y={y - 6} width={width + 4} height={12} /> : null}
      <text className={styles.ink} x={x} y={y + 4} textAnchor={isLeft ? 'end' : 'start'}>{word}</text>
    </>
  )
}
