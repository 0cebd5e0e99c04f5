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
  const { x, culpritY, bystanderYs, isLeft, hasWords } = link
  const out = isLeft ? -1 : 1
  const turn = x + out * 22
  const head = `h${-8 * out}m${4 * out} -3.5l${-4 * out} 3.5l${4 * out} 3.5`
  const path = bystanderYs.map((y) => `M${x + out * 13} ${culpritY}H${turn}V${y}${head}`).join('')
  const named = [[culpritY, 'culprit'] as const, ...bystanderYs.map((y) => [y, 'taken along'] as const)]
  return (
    <g>
      <path className={laneStyles.link} d={path} />
      {hasWords ? named.map(([y, word]) => <LinkWord key={y} x={x + out * 31} y={y} word={word} isLeft={isLeft} />) : null}
    </g>
  )
}

type LinkWordProps = { readonly x: number; readonly y: number; readonly word: string; readonly isLeft: boolean }

function LinkWord({ x, y, word, isLeft }: LinkWordProps) {
  const width = textWidth(word, 11)
  return (
    <>
      {isLeft ? <rect className={laneStyles.backing} x={x - width - 2} y={y - 6} width={width + 4} height={12} /> : null}
      <text className={styles.ink} x={x} y={y + 4} textAnchor={isLeft ? 'end' : 'start'}>{word}</text>
    </>
  )
}
