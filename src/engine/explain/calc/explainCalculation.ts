import { tradeLiquidation, type TradeAccount } from '../../calculators/tradeAccount.ts'
import { walled } from '../../calculators/wallTrade.ts'
import { poolView } from '../../margin/poolView.ts'
import { Decimal } from '../../units/decimal.ts'
import type { Explanation, Expression } from '../Explanation.ts'
import { difference, gives, given, greatestOf, magnitudeOf, plainNumber, postedOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import type { AccountScene, Explained } from '../figures/Explained.ts'
import { notionalTerm } from '../figures/legFormulas.ts'
import { levelOf } from '../figures/levelFigures.ts'
import { explainPool } from '../figures/poolFigures.ts'
import { explainPosition } from '../figures/positionFigures.ts'
import { inputOf, type CalcQuestion } from './CalcQuestion.ts'
import { carryFormula } from './carryFormula.ts'
import { inputTerm, moneyTerm, notionalFormula, openingFeeFormula, openingFormula, resultTerm, stopLossFormula } from './calcMoney.ts'
import { calcAccountScene, calcTrade } from './calcTrade.ts'
import { inRow, ownRefs } from './ownRefs.ts'
import { highestLeverageFormula, largestFormula, stopSizeFormula, wallSizeFormula } from './sizeFormulas.ts'

/** The trade in its account, as the formulas of accounts read it. */
interface Standing {
  readonly question: CalcQuestion
  readonly trade: TradeAccount
  readonly scene: AccountScene
}

type Told = Pick<Explanation, 'formula' | 'checks' | 'rules'>
type OfTrade = (standing: Standing) => Explained | undefined
type OfMoney = (question: CalcQuestion) => Expression | undefined

/**
 * How a result of a calculator comes about: as the same figure of a position does, the trade standing in its account; what
 * is searched for (the largest size) where a formula comes to it. Undefined where none does. [X1, A3]
 * @param known  the formula that the calculator itself gave
 */
export function explainCalculation(asked: CalcQuestion, known?: Expression): Told | undefined {
  if (known !== undefined) return { formula: inRow(known, asked), checks: [], rules: RULES[asked.calculator.name] ?? [] }
  const question = asked.calculator.name === 'wall' ? { ...asked, scene: walled(asked.scene) } : asked
  try {
    return ofMoney(question) ?? ofTrade(question)
  } catch (error) {
    // An input is missing, or the trade cannot stand: the answer says so itself.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function ofMoney(question: CalcQuestion): Told | undefined {
  const { calculator: { name }, field, value } = question
  const formula = (OWN[`${name}.${field}`] ?? EACH[field])?.(question)
  return formula !== undefined && gives(formula, value) ? { formula: inRow(formula, question), checks: [], rules: RULES[name] ?? [] } : undefined
}

function ofTrade(question: CalcQuestion): Told | undefined {
  const { calculator, field, value, of } = question
  const explain = TRADE[field]
  if (explain === undefined) return undefined
  const trade = calcTrade(question)
  const scene = calcAccountScene(trade, question.scene.at)
  const told = explain({ question, trade, scene })
  if (told?.formula === undefined) return undefined
  const own = { calculator, of, scene, position: trade.position }
  const formula = ownRefs(told.formula, own)
  if (!gives(formula, value)) return undefined
  const checks = (told.checks ?? []).map(({ name, left, right }) => ({ name, left: ownRefs(left, own), right: ownRefs(right, own) }))
  return { formula, checks, rules: [...new Set([...(RULES[calculator.name] ?? []), ...(told.rules ?? [])])] }
}

/** What each calculator carries out. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  liquidation: ['A3', 'A4'], 'margin-for-liquidation': ['A5'], 'max-size': ['A6'], 'stop-size': ['A7'], wall: ['A8'], carry: ['A16'], compare: ['A17'],
}

/** Fields whose formula is the same wherever they are. */
const EACH: Readonly<Record<string, OfMoney>> = {
  notional: notionalFormula,
  openingFee: openingFeeFormula,
  initialMargin: openingFormula,
  openingMargin: openingFormula,
}

const OWN: Readonly<Record<string, OfMoney>> = {
  'margin-for-liquidation.marginAfter': (question) => sumOf(moneyTerm(question, 'margin'), moneyTerm(question, 'addMargin')),
  'margin-for-liquidation.walletAfter': (question) => sumOf(moneyTerm(question, 'wallet'), moneyTerm(question, 'addWallet')),
  'max-size.cost': (question) => sumOf(moneyTerm(question, 'initialMargin'), moneyTerm(question, 'openingFee')),
  'max-size.size': largestFormula,
  'stop-size.size': stopSizeFormula,
  'stop-size.sizeByRisk': stopSizeFormula,
  'stop-size.highestLeverage': highestLeverageFormula,
  'stop-size.lossAtStop': stopLossFormula,
  'stop-size.margin': openingFormula,
  'wall.collateral': (question) => sumOf(moneyTerm(question, 'margin'), moneyTerm(question, 'openingFee')),
  'wall.margin': (question) => postedOf(difference(moneyTerm(question, 'maxLoss'), moneyTerm(question, 'openingFee')), 'down'),
  'wall.addMargin': (question) => difference(moneyTerm(question, 'margin'), moneyTerm(question, 'openingMargin')),
  'wall.size': wallSizeFormula,
  'wall.leverage': (question) => greatestOf(plainNumber(1), roundedTo(quotientOf(moneyTerm(question, 'notional'), moneyTerm(question, 'margin')), new Decimal('0.01'), 'up')),
  'carry.perPayment': (question) => carryFormula(question, 'perPayment'),
  'carry.payments': (question) => carryFormula(question, 'payments'),
  'carry.paymentsSurvived': (question) => difference(resultTerm(question, 'payments', { symbol: 'n', unit: 'count' }), plainNumber(1)),
  'carry.millisToLiquidation': (question) => carryFormula(question, 'millisToLiquidation'),
}

/** Figures of the position, or of its pool. */
const TRADE: Readonly<Record<string, OfTrade>> = {
  maintenanceMargin: ofPosition('maintenanceMargin'),
  maintenanceRate: ofPosition('maintenanceMarginRate'),
  tier: ofPosition('tier'),
  marginRatio: ({ scene, trade }) => explainPool(scene, trade.pool, 'marginRatio'),
  liquidationPrice: level('maintenance', 'alone'),
  liquidationPriceBefore: level('maintenance', 'alone'),
  liquidationTogether: level('maintenance', 'together'),
  bankruptcyPrice: level('nothing', 'alone'),
  liquidationDistance: distance,
  leverageEffective: effectiveLeverage,
  leverageEffectiveBefore: effectiveLeverage,
  canLose: canLose,
  canLoseBefore: canLose,
}

function ofPosition(field: 'maintenanceMargin' | 'maintenanceMarginRate' | 'tier'): OfTrade {
  return ({ scene, trade }) => explainPosition(scene, trade.position, field)
}

function level(need: 'maintenance' | 'nothing', others: 'alone' | 'together'): OfTrade {
  return ({ scene, trade }) => levelOf(scene, trade.position, tradeLiquidation(trade, need, others), { need, others })
}

/** |P* - P| / |P|, to 12 places and never more than it is. [A4] */
function distance({ question }: Standing): Explained {
  const mark = inputTerm(question, question.values['markPrice'] === undefined ? 'entryPrice' : 'markPrice', { symbol: 'P', unit: 'price' })
  const price = resultTerm(question, 'liquidationPrice', { symbol: 'P*', unit: 'price' })
  return { formula: postedOf(quotientOf(magnitudeOf(difference(price, mark)), magnitudeOf(mark)), 'down'), rules: ['M1'] }
}

function equityTerm({ scene, trade }: Standing): Expression {
  const { pool } = trade
  return given('equity', poolView(scene.account, pool, scene).equity, { figure: { id: 'pool.equity', of: { pool: pool.id } } })
}

function effectiveLeverage(standing: Standing): Explained {
  const { question, trade: { position }, scene: { rules } } = standing
  const notional = notionalTerm({ position, mark: inputOf(question, 'markPrice') as never, rules })
  return { formula: postedOf(quotientOf(notional, equityTerm(standing))) }
}

/** The equity behind the wall, and before it is opened the fee that gets it there; nothing where there is none. [W2] */
function canLose(standing: Standing): Explained {
  const { question } = standing
  const equity = equityTerm(standing)
  const all = question.calculator.name === 'margin-for-liquidation' ? equity : sumOf(equity, moneyTerm(question, 'openingFee'))
  return { formula: greatestOf(plainNumber(0), all), rules: ['W2'] }
}
