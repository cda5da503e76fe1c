const PER_ARM = 150;
const PATIENTS = 2 * PER_ARM;
/** 60 % of the controls are free of failure at three years. */
const CONTROL_HAZARD = -Math.log(0.6) / 3;
const HAZARD_RATIO = 0.7;
const ACCRUAL_YEARS = 2;
const FOLLOW_UP_YEARS = 3;
const Z = 1.959963984540054;

/**
 * Log-rank trials as a careful programmer writes them who thinks of no machine: every trial sorts its patients by time and
 * walks along them. Frozen: what ours is compared with.
 *
 * @param uniform draws from (0, 1)
 * @returns how many trials show the experimental arm to be better at a two-sided 5 %
 */
export function plainLogRank(trials: number, uniform: () => number): number {
  const years = new Float64Array(PATIENTS);
  const hasFailed = new Uint8Array(PATIENTS);
  let successes = 0;
  for (let trial = 0; trial < trials; trial++) {
    for (let patient = 0; patient < PATIENTS; patient++) {
      const hazard = patient < PER_ARM ? CONTROL_HAZARD : HAZARD_RATIO * CONTROL_HAZARD;
      const failsAfter = -Math.log(uniform()) / hazard;
      const followed = ACCRUAL_YEARS + FOLLOW_UP_YEARS - ACCRUAL_YEARS * uniform();
      hasFailed[patient] = failsAfter <= followed ? 1 : 0;
      years[patient] = Math.min(failsAfter, followed);
    }
    if (logRankScore(years, hasFailed) <= -Z) successes++;
  }
  return successes;
}

/** z of the experimental arm's failures; negative where they are fewer than expected. */
function logRankScore(years: Float64Array, hasFailed: Uint8Array): number {
  const byTime = Uint16Array.from(years, (_, patient) => patient).sort((a, b) => years[a] - years[b]);
  let atRisk = PATIENTS;
  let experimentalAtRisk = PER_ARM;
  let excess = 0;
  let variance = 0;
  for (const patient of byTime) {
    const isExperimental = patient >= PER_ARM ? 1 : 0;
    if (hasFailed[patient] === 1) {
      const share = experimentalAtRisk / atRisk;
      excess += isExperimental - share;
      variance += share * (1 - share);
    }
    atRisk--;
    experimentalAtRisk -= isExperimental;
  }
  return excess / Math.sqrt(variance);
}
