import { useId, useState } from 'react'
import { ChartDataTable, type ChartDataTableProps } from './ChartDataTable.tsx'
import { ChartHeader } from './ChartHeader.tsx'
import { PathPicture, type PathPictureProps } from './PathPicture.tsx'
import pathStyles from './PathPicture.module.css'

export type PathChartProps = PathPictureProps & { readonly title: string; readonly note?: string; readonly table: ChartDataTableProps }

/** A small picture of paths with its title, and the same rows as a table. */
export function PathChart({ title, note, table, ...picture }: PathChartProps) {
  const [isTable, setIsTable] = useState(false)
  const titleId = useId()
  return (
    <section className={pathStyles.chart} aria-labelledby={titleId}>
      <ChartHeader title={title} titleId={titleId} {...(note === undefined ? {} : { note })} isTable={isTable} onToggleTable={() => setIsTable(!isTable)} />
      {isTable ? <div className={pathStyles.table}><ChartDataTable {...table} /></div> : <PathPicture {...picture} />}
    </section>
  )
}
