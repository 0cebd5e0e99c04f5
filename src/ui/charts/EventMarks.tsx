import { memo } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './chart.module.css'
import { FigureSpans } from './FigureSpans.tsx'
import { EventCross } from './EventCross.tsx'
import type { EventBlock, EventWords } from './eventBlocks.ts'

export type EventMarksProps = {
  readonly marks: readonly EventWords[]
  readonly blocks: ReadonlyMap<string, EventBlock>
  readonly titleSize: 11 | 13
  readonly radius: number
}

/** ✕ where something was liquidated, and in words beside it what happened. */
export const EventMarks = memo(function EventMarks({ marks, blocks, titleSize, radius }: EventMarksProps) {
  return (
    <g>
      {marks.map((mark) => {
        const block = blocks.get(mark.id)
        return (
          <g key={mark.id}>
            {block === undefined ? null : <Words mark={mark} block={block} titleSize={titleSize} radius={radius} />}
            <EventCross x={mark.x} y={mark.y} radius={radius} />
          </g>
        )
      })}
    </g>
  )
})

function Words({ mark, block, titleSize, radius }: { readonly mark: EventWords; readonly block: EventBlock } & Pick<EventMarksProps, 'titleSize' | 'radius'>) {
  const lineHeight = titleSize === 13 ? 16 : 14
  const x = Math.floor(mark.x) + 0.5
  const start = mark.y + (block.turnY > mark.y ? 2 : -2) * radius
  const textX = block.isLeft ? block.x + block.width : block.x
  const anchor = block.isLeft ? 'end' : 'start'
  return (
    <g>
      <path className={styles.leader} d={`M${x} ${start}V${Math.floor(block.turnY) + 0.5}h${block.isLeft ? -6 : 6}`} />
      {block.titleLines.map((line, index) => (
        <text
          key={line}
          className={classNames(styles.ink, styles.strong, titleSize === 13 && styles.body)}
          x={textX}
          y={block.turnY + 4 + index * lineHeight}
          textAnchor={anchor}
        >
          {line}
        </text>
      ))}
      {block.detailLines.map((line, index) => (
        <text key={line} className={styles.label} x={textX} y={block.turnY + 4 + block.titleLines.length * lineHeight - 1 + index * 14} textAnchor={anchor}>
          <FigureSpans text={line} figures={mark.figures} />
        </text>
      ))}
    </g>
  )
}
