import type { ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Tag.module.css'

export type TagProps = { readonly tone?: 'neutral' | 'loss' | 'profit' | 'warn'; readonly children: ReactNode }

export function Tag({ tone = 'neutral', children }: TagProps) {
  return <span className={classNames(styles.tag, styles[tone])}>{children}</span>
}
