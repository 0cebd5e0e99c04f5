import type { AppState } from '../../store/AppState.ts'

export type ImportedFile = AppState['importing']['files'][number]
export type CsvReport = NonNullable<ImportedFile['report']>
export type CsvMapping = NonNullable<ImportedFile['mapping']>
export type CsvDetection = NonNullable<ImportedFile['detection']>
export type ColumnRole = CsvMapping['columns'][number]
export type TimeFormat = CsvMapping['time']
export type PriceLook = NonNullable<ImportedFile['look']>
export type RowContent = NonNullable<CsvMapping['content']>
