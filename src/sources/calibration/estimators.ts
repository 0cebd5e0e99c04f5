import type { CalibratedModel } from './CalibrationReport.ts'

/** How each model is fitted, and what its standard errors are. */
export const ESTIMATORS: Readonly<Record<CalibratedModel, { readonly estimator: string; readonly errors: string }>> = {
  gbm: { estimator: 'Maximum likelihood, in closed form', errors: 'from the information of the likelihood' },
  merton: { estimator: 'Maximum likelihood of the returns of a bar, normals mixed by the number of jumps (Merton 1976; Ball and Torous 1983)', errors: 'from the curvature of the likelihood' },
  kou: { estimator: 'Maximum likelihood of the returns of a bar, at most one jump in each (Kou 2002)', errors: 'from the curvature of the likelihood' },
  heston: { estimator: 'Moments of the realised variance of blocks of bars (after Bollerslev and Zhou 2002)', errors: 'of the long-run volatility from the means of batches; none of the others' },
  garch: { estimator: 'Gaussian quasi-maximum likelihood with variance targeting (Bollerslev 1986)', errors: 'robust (Bollerslev and Wooldridge 1992); of the volatility from the means of batches' },
  gjr: { estimator: 'Gaussian quasi-maximum likelihood with variance targeting (Glosten, Jagannathan and Runkle 1993)', errors: 'robust (Bollerslev and Wooldridge 1992); of the volatility from the means of batches' },
  regimes: { estimator: 'Expectation and maximisation over two states of the market (Hamilton 1989)', errors: 'as if the states had been seen: a little too small' },
  ou: { estimator: 'Exact regression of each logarithm of the price on the one before', errors: 'of the regression, carried over by derivatives' },
}
