export { isPossibleCorrelation, possibleCorrelation } from '../../tapes/synthetic/possibleCorrelation.ts'
