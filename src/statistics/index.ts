export { betaQuantile, betaTails } from './beta.js'
export { shrinkBetaBinomial } from './betaBinomial.js'
export { binomialMass, binomialQuantile, binomialTails } from './binomial.js'
export { type Calibration, calibrationResiduals } from './calibration.js'
export { chiSquareQuantile, chiSquareTails } from './chiSquare.js'
export {
  type ChiSquareTest,
  chiSquareTest,
  type Gamma,
  goodmanKruskalGamma,
  type Table,
} from './contingency.js'
export {
  type Cusum,
  cusum,
  type Ewma,
  ewma,
  type ProportionChart,
  proportionChart,
  runLimits,
} from './controlChart.js'
export {
  type Correlation,
  kendallCorrelation,
  pearsonCorrelation,
  spearmanCorrelation,
} from './correlation.js'
export { type Association, type CrossRow, type CrossTable, crossTabulate } from './crosstab.js'
export { fisherExact, fisherExact2x2 } from './fisherExact.js'
export { fQuantile, fTails } from './fisherF.js'
export { gammaQuantile, gammaTails } from './gamma.js'
export { type HeterogeneityMethod, heterogeneity } from './heterogeneity.js'
export {
  hypergeometricMass,
  hypergeometricQuantile,
  hypergeometricTails,
  type Urn,
} from './hypergeometric.js'
export { endsAdjustedInterval, type Moments, momentsOf, tInterval } from './intervalOfMean.js'
export { type Keyness, keyness, type LogOdds, logOddsRatios } from './keyness.js'
export { type LogisticRegression, logisticRegression } from './logistic.js'
export { type HomogeneityTest, npsHomogeneity, type OneWayTest, oneWayTest } from './manySamples.js'
export { type McNemarTest, mcNemarTest } from './mcNemar.js'
export { moverDifference } from './mover.js'
export { type Adjustment, adjustP } from './multiplicity.js'
export { npsAdjustedWaldInterval, npsScoreInterval, npsVariance } from './netPromoter.js'
export {
  type AdjustedNpsDifference,
  adjustedNpsDifference,
  moverNpsDifference,
  type NetCounts,
  type NpsTest,
  npsDifference,
  type WaldNpsDifference,
  waldNpsDifference,
} from './netPromoterDifference.js'
export { npsDirichletInterval, npsPosterior } from './netPromoterPosterior.js'
export { npsMoverInterval, npsTInterval, npsWaldInterval } from './netPromoterVariants.js'
export { normalCdf, normalQuantile, normalTails } from './normal.js'
export { exactOddsRatio, type OddsRatio } from './oddsRatio.js'
export { type PairedShares, pairedShares } from './pairedShares.js'
export { pauleMandel } from './pauleMandel.js'
export { poissonTails } from './poisson.js'
export { binomialTestP, poissonRateRatio, type RateRatio } from './poissonRate.js'
export { clopperPearsonInterval, jeffreysInterval, type Limits, wilsonInterval } from './proportion.js'
export { type ProportionDifference, proportionDifference } from './proportionDifference.js'
export { agrestiCoullInterval, waldInterval, wilsonCorrectedInterval } from './proportionVariants.js'
export { type QuantileType, sampleQuantile } from './quantile.js'
export { postStratify, type RakeMargin, rake } from './rake.js'
export { type KruskalTest, kruskalTest, type WilcoxonTest, wilcoxonTest } from './rankTests.js'
export {
  leastSquares,
  type Regression,
  type RelativeImportance,
  relativeImportance,
} from './regression.js'
export {
  powerOfMeans,
  powerOfProportions,
  type SampleSize,
  sampleSizeForDifference,
  sampleSizeForMargin,
  sampleSizeForMeans,
  sampleSizeForProportions,
} from './sampleSize.js'
export { shrinkHistogram } from './shrinkHistogram.js'
export { type NormalShrinkage, shrinkNormal } from './shrinkNormal.js'
export { tCdf, tQuantile, tTails } from './studentT.js'
export { type SurveyMean, surveyBy, surveyContrast, surveyMean, surveyTotal } from './survey.js'
export { type ProportionMethod, surveyProportion } from './surveyProportion.js'
export {
  type LonelyUnit,
  linearizedCovariance,
  type SurveyDesign,
} from './surveyVariance.js'
export type { Tail, Tails } from './tails.js'
export { trimWeights } from './trimWeights.js'
export { pairedTTest, type TTest, tTest, twoSampleTTest } from './tTest.js'
