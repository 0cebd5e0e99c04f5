import { words } from './words.ts'

/** The largest size: of either side, or of each where they differ, long first. */
export function MaximumSize({ long, short }: { readonly long: string; readonly short: string }) {
  const { label, long: ifLong, short: ifShort } = words.fields.maxOf
  if (long === short) return words.fields.max(long)
  return (
    <>
      {label} <span className="visually-hidden">{ifLong} </span>{long} / <span className="visually-hidden">{ifShort} </span>{short}
    </>
  )
}
