import { useState } from 'react'
import type { TicketBucket } from '../../store/selectors/selectTicketBuckets.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { figureTag } from '../../store/figures/figureTag.ts'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { Button } from '../../ui/primitives/Button.tsx'
import { NumberField } from '../../ui/primitives/NumberField.tsx'
import { Select } from '../../ui/primitives/Select.tsx'
import { TextField } from '../../ui/primitives/TextField.tsx'
import styles from './TicketForm.module.css'
import { useTypedNumber } from './useTypedNumber.ts'
import { words } from './words.ts'

export interface BucketRowProps {
  readonly name: string
  readonly buckets: readonly TicketBucket[]
  readonly quote: string
  /** What the wallet can give. */
  readonly available: string | undefined
  readonly onName: (name: string) => void
  /** @returns whether it was taken */
  readonly onFund: (amount: string) => Promise<boolean>
}

const NEW = '\u0000new'

/** Which bucket, and what stands behind its wall. A bucket holds nothing until margin is added. */
export function BucketRow({ name, buckets, quote, available, onName, onFund }: BucketRowProps) {
  const format = useFormat()
  const [amount, setAmount] = useState('')
  const field = useTypedNumber({ value: amount, onValue: setAmount })
  const known = buckets.find((bucket) => bucket.name === name)
  const fund = (): void => void onFund(amount).then((isTaken) => (isTaken ? setAmount('') : undefined))
  return (
    <>
      <div className={styles.two}>
        <BucketName name={name} buckets={buckets} onName={onName} />
        <NumberField
          label={words.bucket.fundField}
          aside={available === undefined ? undefined : <FigureWords text={words.bucket.available(format.money(available))} figures={[{ text: format.money(available), figure: figureTag('account.available', { twin: 'as-set' }) }]} />}
          value={field.text}
          onChange={field.onChange}
          error={field.error}
          unit={quote}
        />
      </div>
      <div className={styles.spread}>
        <span className={styles.quiet}>
          {known?.equity === undefined ? words.bucket.isNew : <FigureWords text={words.bucket.holds(`${format.money(known.equity)} ${quote}`)} figures={[{ text: format.money(known.equity), figure: figureTag('pool.equity', { twin: 'as-set', pool: `bucket:${name}` }) }]} />}
        </span>
        <Button size="small" reason={amount === '' ? words.bucket.amountNeeded : undefined} onClick={fund}>{words.bucket.fund}</Button>
      </div>
    </>
  )
}

function BucketName({ name, buckets, onName }: Pick<BucketRowProps, 'name' | 'buckets' | 'onName'>) {
  const isKnown = buckets.some((bucket) => bucket.name === name)
  const [text, setText] = useState(name)
  const [isCreating, setIsCreating] = useState(!isKnown)
  if (isCreating || buckets.length === 0) {
    return (
      <TextField
        label={words.bucket.name}
        value={text}
        error={text.trim() === '' ? words.bucket.nameEmpty : undefined}
        onChange={(typed) => {
          setText(typed)
          if (typed.trim() !== '') onName(typed.trim())
        }}
      />
    )
  }
  return (
    <Select
      label={words.bucket.pick}
      options={[...buckets.map((bucket) => ({ value: bucket.name, label: bucket.name })), { value: NEW, label: words.bucket.create }]}
      value={name}
      onChange={(value) => {
        if (value !== NEW) return onName(value)
        const fresh = freshBucketName(buckets.map((bucket) => bucket.name))
        setText(fresh)
        setIsCreating(true)
        onName(fresh)
      }}
    />
  )
}

/** A, B, C …: the first that is not taken. */
export function freshBucketName(taken: readonly string[]): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  return letters.find((letter) => !taken.includes(letter)) ?? `A${taken.length}`
}
