import type { CsvDetection, CsvMapping, ImportedFile } from './ImportedFile.ts'

type Question = CsvDetection['questions'][number]

const ABOUT: Readonly<Record<Question, (mapping: CsvMapping) => string>> = {
  'day-or-month': ({ time }) => (time.type === 'calendar' ? `${time.order} ${String(time.undecided)}` : time.type),
  zone: ({ utcOffsetMinutes, summerTime }) => `${utcOffsetMinutes} ${summerTime ?? ''}`,
  columns: ({ columns }) => columns.join(),
  decimal: ({ decimal }) => decimal,
  percent: ({ isPercent }) => String(isPercent === true),
}

/** What the file left open and the person has not settled yet: a question goes when its part of the mapping was changed. */
export function openQuestions({ detection, mapping }: ImportedFile): readonly Question[] {
  if (detection === undefined || mapping === undefined) return []
  return detection.questions.filter((question) => ABOUT[question](mapping) === ABOUT[question](detection.mapping))
}
