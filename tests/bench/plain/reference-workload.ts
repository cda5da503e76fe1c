import { normalQuantile } from './normal-quantile.ts';

const SIZE = 150;
const Z = 1.6448536269514722;
/** Total dose and dose per fraction (Gy). */
const schedules = [
  { doseGy: 50, fractionGy: 2 },
  { doseGy: 30, fractionGy: 6 },
];

/**
 * The reference workload as a careful programmer writes it who thinks of no machine: patient by patient, one uniform a
 * variable, the linear-quadratic part only for patients with residual disease. Frozen: what ours is compared with.
 *
 * @param uniform draws from (0, 1)
 * @returns how many trials succeed, and how many patients have a wound complication
 */
export function plainReferenceWorkload(
  trials: number,
  uniform: () => number,
): { successes: number; wounds: number } {
  let successes = 0;
  let wounds = 0;
  for (let trial = 0; trial < trials; trial++) {
    const [control, experimental] = schedules.map(({ doseGy, fractionGy }) => {
      const eqd2Gy = (doseGy * (fractionGy + 10)) / 12;
      const logitOfDose = -1.6 + (0.15 * (eqd2Gy - 50)) / 10;
      let controlled = 0;
      for (let patient = 0; patient < SIZE; patient++) {
        if (isControlled(doseGy, fractionGy, uniform)) controlled++;
        if (hasWound(logitOfDose, uniform)) wounds++;
      }
      return controlled / SIZE;
    });
    const variance = control * (1 - control) + experimental * (1 - experimental);
    if (experimental - control + 0.07 >= Z * Math.sqrt(variance / SIZE)) successes++;
  }
  return { successes, wounds };
}

function isControlled(doseGy: number, fractionGy: number, uniform: () => number): boolean {
  if (uniform() >= 0.3) return true;
  const z = normalQuantile(uniform());
  const alphaPerGy = Math.exp(-1.6 + 0.35 * z);
  const alphaBetaGy = Math.exp(1.59 + 0.5 * (0.3 * z + Math.sqrt(0.91) * normalQuantile(uniform())));
  const clonogens = Math.exp(13.8 * uniform());
  const surviving = clonogens * Math.exp(-alphaPerGy * doseGy * (1 + fractionGy / alphaBetaGy));
  return uniform() < Math.exp(-surviving);
}

function hasWound(logitOfDose: number, uniform: () => number): boolean {
  const sizeCm = Math.exp(2.2 + 0.5 * normalQuantile(uniform()));
  const limb = uniform() < 0.6 ? 0.9 : 0;
  const diabetes = uniform() < 0.12 ? 0.6 : 0;
  const smoker = uniform() < 0.2 ? 0.5 : 0;
  const logit = logitOfDose + limb + diabetes + smoker + 0.03 * sizeCm;
  return uniform() < 1 / (1 + Math.exp(-logit));
}
