import { iconPaths, type IconName, type IconShape } from './iconPaths.ts'

export type IconProps = { readonly name: IconName; readonly size?: number | undefined; readonly className?: string | undefined }

/** A picture beside words, so hidden from readers. What has no words of its own is an IconButton. */
export function Icon({ name, size = 16, className }: IconProps) {
  const { line, solid, width }: IconShape = iconPaths[name]
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={width ?? 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {solid === undefined ? null : <path d={solid} fill="currentColor" stroke="none" />}
      {line === undefined ? null : <path d={line} />}
    </svg>
  )
}
