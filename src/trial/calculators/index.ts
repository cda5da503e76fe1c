import { aHern } from './a-hern.ts';
import { alphaBetaPrecision } from './alpha-beta-precision.ts';
import { assurance } from './assurance.ts';
import { boin } from './boin.ts';
import { certainty } from './certainty.ts';
import { coPrimary } from './co-primary.ts';
import { conditionalPower } from './conditional-power.ts';
import { crm } from './crm.ts';
import { cumulativeIncidence } from './cumulative-incidence.ts';
import type { CalculatorDefinition } from './definition.ts';
import { dunnett } from './dunnett.ts';
import { exactBinomial } from './exact-binomial.ts';
import { fleming } from './fleming.ts';
import { groupSequential } from './group-sequential.ts';
import { historicalControl } from './historical-control.ts';
import { interval } from './interval.ts';
import { kaplanMeierDifference } from './kaplan-meier-difference.ts';
import { logRank } from './log-rank.ts';
import { margin } from './margin.ts';
import { marginJustification } from './margin-justification.ts';
import { nonInferiority } from './non-inferiority.ts';
import { normalApproximation } from './normal-approximation.ts';
import { posterior } from './posterior.ts';
import { predictiveProbability } from './predictive-probability.ts';
import { simon } from './simon.ts';
import { superiority } from './superiority.ts';
import { threePlusThree } from './three-plus-three.ts';
import { threshold } from './threshold.ts';
import { toxicityStop } from './toxicity-stop.ts';
import { twoArmTests } from './two-arm-tests.ts';

/** Every calculator by the kind that `isoeffect design` takes. */
export const calculators: Record<string, CalculatorDefinition> = {
  aHern,
  fleming,
  exactBinomial,
  normalApproximation,
  simon,
  posterior,
  toxicityStop,
  predictiveProbability,
  historicalControl,
  certainty,
  assurance,
  nonInferiority,
  superiority,
  ...twoArmTests,
  coPrimary,
  threshold,
  logRank,
  kaplanMeierDifference,
  margin,
  marginJustification,
  cumulativeIncidence,
  groupSequential,
  conditionalPower,
  alphaBetaPrecision,
  threePlusThree,
  boin,
  crm,
  dunnett,
  interval,
};
