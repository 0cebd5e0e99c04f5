import { figureTag } from '../../store/figures/figureTag.ts'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { words } from './words.ts'

interface MaximumSizeProps {
  readonly long: string
  readonly short: string
  readonly isInBase: boolean
}

/** The largest size: of either side, or of each where they differ, long first. */
export function MaximumSize({ long, short, isInBase }: MaximumSizeProps) {
  const { label, long: ifLong, short: ifShort } = words.fields.maxOf
  const field = isInBase ? 'maxQty' : 'maxNotional'
  const [buy, sell] = [figureTag(`ticket.buy.${field}`), figureTag(`ticket.sell.${field}`)]
  if (long === short) return <FigureWords text={words.fields.max(long)} figures={[{ text: long, figure: buy }]} />
  return (
    <>
      {label} <span className="visually-hidden">{ifLong} </span><span data-figure={buy}>{long}</span> / <span className="visually-hidden">{ifShort} </span><span data-figure={sell}>{short}</span>
    </>
  )
}
