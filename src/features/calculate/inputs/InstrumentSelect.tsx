import { useAppStore } from '../../../store/useAppStore.ts'
import { Select } from '../../../ui/primitives/Select.tsx'
import { useCalculation } from '../Calculator.tsx'
import { words } from '../words.ts'
import styles from './inputs.module.css'

/** Names none of the scenario's instruments: the user's own is meant. */
export const OWN = '~own'

/** An instrument of the open scenario, or one of one's own. */
export function InstrumentSelect({ isBare = false }: { readonly isBare?: boolean }) {
  const { desk, context, change } = useCalculation()
  const instruments = useAppStore((state) => state.scenario.info?.instruments)
  const options = [
    ...(instruments ?? []).filter(({ type }) => type !== 'spot').map(({ symbol }) => ({ value: symbol, label: symbol })),
    { value: OWN, label: desk.inputs.own.symbol === '' ? words.bar.another : desk.inputs.own.symbol },
  ]
  return (
    <Select
      label={words.bar.instrument}
      isLabelHidden={isBare}
      className={isBare ? styles.instrument : undefined}
      options={options}
      value={context.market.isOpen ? context.market.symbol : OWN}
      onChange={(instrument) => change((before) => ({ ...before, inputs: { ...before.inputs, instrument } }))}
    />
  )
}
