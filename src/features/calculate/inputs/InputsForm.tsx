import type { CalculateInputs } from '../../../store/slices/CalculateState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { EXAMPLE_VALUE } from '../cards/documentOf.ts'
import { useCalculation } from '../Calculator.tsx'
import type { FieldUnit } from '../fields/FieldSpec.ts'
import { readField } from '../fields/readField.ts'
import { stepText } from '../fields/stepText.ts'
import { writeField } from '../fields/writeField.ts'
import { stepOf } from '../ownMarket.ts'
import { words } from '../words.ts'
import styles from './inputs.module.css'
import { InstrumentSelect } from './InstrumentSelect.tsx'
import { SAVED } from './useRules.ts'

type TextKey = 'entryPrice' | 'wallet' | 'size' | 'leverage'

/** Everything that the calculators share, to be changed. */
export function InputsForm() {
  const { desk, context, change } = useCalculation()
  const { inputs } = desk
  const { market, format } = context
  const set = (patch: Partial<CalculateInputs>): void => change((before) => ({ ...before, inputs: { ...before.inputs, ...patch } }))
  const number = (key: TextKey, unit: FieldUnit, look: { readonly label: string; readonly unit: string; readonly hint?: string }) => {
    const reading = readField(inputs[key], { unit, format, market })
    return (
      <NumberField
        {...look}
        value={inputs[key]}
        error={reading.type === 'error' ? reading.message : undefined}
        onChange={(text) => set({ [key]: text })}
        step={(request) => stepText({ unit, ...request }, format)}
      />
    )
  }
  const { mark } = market
  const own = market.position?.side !== inputs.side ? `${format.exact(EXAMPLE_VALUE)} ${market.quote}` : `${writeField('size', market.position.size, { format, market, side: inputs.side })} ${market.sizeUnit}`
  return (
    <section id="calculate-inputs" className={styles.form} aria-label={words.inputs.title}>
      <InstrumentSelect />
      {market.isOpen ? null : <OwnInstrument set={set} />}
      {number('entryPrice', 'price', { label: words.inputs.entry, unit: market.quote, hint: mark === undefined ? words.inputs.entryNeeded : words.inputs.entryHint(format.price(mark, { tickSize: market.tickSize })) })}
      {number('size', 'size', { label: words.inputs.size, unit: market.sizeUnit, hint: words.inputs.sizeHint(own) })}
      {number('leverage', 'leverage', { label: words.inputs.leverage, unit: 'x', hint: words.inputs.leverageHint })}
      {number('wallet', 'money', { label: words.inputs.wallet, unit: market.currency, hint: market.walletBalance === undefined ? words.inputs.walletOwn : words.inputs.walletHint(format.money(market.walletBalance, { decimals: market.moneyDecimals })) })}
      <Select
        label={words.inputs.book.label}
        options={[{ value: 'scenario', label: words.inputs.book.scenario }, { value: 'none', label: words.inputs.book.none }]}
        value={inputs.book}
        onChange={(book) => set({ book })}
      />
      <RulesSelect set={set} />
      <div>
        <p className={styles.label}>{words.inputs.fee}</p>
        <SegmentedControl
          label={words.inputs.fee}
          options={[{ value: 'taker', label: words.bar.fee.taker }, { value: 'maker', label: words.bar.fee.maker }]}
          value={inputs.fee}
          onChange={(fee) => set({ fee })}
        />
      </div>
      <div className={styles.end}>
        <Button variant="ghost" onClick={() => set({ instrument: '', entryPrice: '', wallet: '', book: 'scenario', rules: '', fee: 'taker', size: '', leverage: '' })}>{words.inputs.reset}</Button>
      </div>
    </section>
  )
}

interface PartProps {
  readonly set: (patch: Partial<CalculateInputs>) => void
}

function OwnInstrument({ set }: PartProps) {
  const { desk, context } = useCalculation()
  const { own } = desk.inputs
  const { market, format } = context
  const stepError = (text: string): string | undefined => (text.trim() === '' || stepOf(text, format) !== undefined ? undefined : words.errors.step)
  return (
    <>
      <TextField label={words.inputs.symbol} value={own.symbol} placeholder="BTCUSDT" onChange={(symbol) => set({ own: { ...own, symbol } })} />
      <Select
        label={words.inputs.contract.label}
        options={[{ value: 'linear', label: words.inputs.contract.linear }, { value: 'inverse', label: words.inputs.contract.inverse }]}
        value={own.type}
        onChange={(type) => set({ own: { ...own, type } })}
      />
      <NumberField label={words.inputs.tick} value={own.tickSize} placeholder={format.typed(market.tickSize)} error={stepError(own.tickSize)} unit={market.quote} onChange={(tickSize) => set({ own: { ...own, tickSize } })} />
      <NumberField label={words.inputs.step} value={own.qtyStep} placeholder={format.typed(market.qtyStep)} error={stepError(own.qtyStep)} unit={market.sizeUnit} onChange={(qtyStep) => set({ own: { ...own, qtyStep } })} />
    </>
  )
}

function RulesSelect({ set }: PartProps) {
  const { desk, ruleList, context } = useCalculation()
  const scenarioName = useAppStore((state) => state.scenario.info?.rules.name)
  const saved = useAppStore((state) => state.rules.saved)
  const { type } = context.market
  const options = [
    { value: '', label: words.inputs.ofScenario(scenarioName ?? '') },
    ...saved.map(({ id, document }) => ({ value: `${SAVED}${id}`, label: document.name ?? id })),
    ...ruleList.map(({ id, name, contract }) => ({ value: id, label: contract === type ? name : `${name} (${words.inputs.otherContract})`, isDisabled: contract !== type })),
  ]
  return <Select label={words.inputs.rules} options={options} value={desk.inputs.rules} onChange={(rules) => set({ rules })} />
}
