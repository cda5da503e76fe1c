import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { findRoot } from '../../src/numeric/find-root.ts';
import { normalQuadrature } from '../../src/numeric/normal-quadrature.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { convergeOnPopulation, meanProbability } from '../../src/outcomes/population-mean.ts';
import { overallTimeDays } from '../../src/radiobiology/calendar.ts';
import { woundRisk } from '../../src/radiobiology/complications/logistic.ts';
import { controlAt, shareFailedBy } from '../../src/radiobiology/latency.ts';
import {
  alphaFromSf2,
  bed,
  effect,
  eqdx,
  equalFractions,
  survivingFraction,
} from '../../src/radiobiology/linear-quadratic.ts';
import { createPhase, createSchedule } from '../../src/radiobiology/schedule.ts';
import { logisticControl } from '../../src/radiobiology/tumour-control/logistic.ts';
import {
  residualDisease,
  sterilisedResidual,
} from '../../src/radiobiology/tumour-control/residual-disease.ts';
import { distributions } from '../../src/random/distributions/index.ts';
import references from './radiobiology-values.json' with { type: 'json' };

interface Reference {
  readonly id: string;
  readonly model: string;
  readonly inputs: object;
  readonly expected: number;
  readonly tolerance: number | string;
}
type Inputs = Record<string, number> & {
  readonly start: string;
  readonly skip?: readonly string[];
  readonly clip: readonly [number, number];
};

/** How far a value may lie from the expected one: a tolerance ending in "abs" is absolute, else relative. */
const allowed = ({ tolerance, expected }: Reference): number =>
  String(tolerance).endsWith('abs')
    ? Number.parseFloat(String(tolerance))
    : Number(tolerance) * Math.abs(expected);

/** LC∞ of one patient. */
const residualControl = ({ q, L }: Inputs, effectE: number): number =>
  1 - q * (1 - sterilisedResidual(effectE, L));

/** ∫ over ln E2 and ln α/β, α/β clipped (atoms at the ends): a plain sum written here, as the reference was made. */
function clippedPopulation(inputs: Inputs): number {
  const { n, d, sf2, ab, sE2, sAb, clip } = inputs;
  const step = 1 / 200;
  let [sum, mass] = [0, 0];
  for (let zAb = -8; zAb <= 8; zAb += step) {
    const alphaBeta = Math.min(clip[1], Math.max(clip[0], ab * Math.exp(sAb * zAb)));
    for (let zE = -8; zE <= 8; zE += 1 / 8) {
      const weight = Math.exp(-0.5 * (zAb * zAb + zE * zE));
      const e2 = -Math.log(sf2) * Math.exp(sE2 * zE);
      const alpha = e2 / (2 + 4 / alphaBeta);
      sum += weight * residualControl(inputs, n * (alpha * d + (alpha / alphaBeta) * d * d));
      mass += weight;
    }
  }
  return sum / mass;
}

const calculators: Record<string, (inputs: Inputs) => number> = {
  'LQ surviving fraction': ({ n, d, alpha, beta }) =>
    survivingFraction(equalFractions(n, d), alpha, alpha / beta),
  'alpha from SF2 and alpha/beta': ({ sf2, ab }) => alphaFromSf2(sf2, ab),
  'beta from SF2 and alpha/beta': ({ sf2, ab }) => alphaFromSf2(sf2, ab) / ab,
  'dose in one fraction for a surviving fraction of 1/e': ({ sf2, ab }) =>
    findRoot((d) => effect(equalFractions(1, d), alphaFromSf2(sf2, ab), ab) - 1, 1e-9, 10),
  BED: ({ n, d, ab, alpha, beta }) => bed(equalFractions(n, d), ab ?? alpha / beta),
  EQDX: ({ n, d, ab, x }) => eqdx(equalFractions(n, d), ab, x),
  'overall time in elapsed days': ({ start, n, skip, every }) =>
    overallTimeDays(
      createSchedule([createPhase(n, 2, { everyDays: every ?? 1 })], { start, skip: skip ?? [] }),
    ),
  'logistic control, linear in dose': ({ D, D50, g50 }) => logisticControl(D, D50, g50),
  'sterilised residual disease': ({ E, L }) => sterilisedResidual(E, L),
  'residual-disease control, one patient': (inputs) => {
    const { n, d, sf2, ab } = inputs;
    return residualControl(inputs, effect(equalFractions(n, d), alphaFromSf2(sf2, ab), ab));
  },
  'residual-disease control at E = 0': (inputs) => residualControl(inputs, 0),
  'residual-disease control, population with clipped alpha/beta': clippedPopulation,
  'wound risk, logistic in EQD2': ({ eqd2_10, intercept, slopePer10Gy, lnOR }) =>
    woundRisk(eqd2_10, intercept, slopePer10Gy, lnOR),
  'log-normal latency F(t)': ({ t_y, median_y, sigma }) =>
    shareFailedBy(t_y, { medianYears: median_y, sigma }),
  'mixture cure': ({ pi, t_y, median_y, sigma }) => controlAt(t_y, pi, { medianYears: median_y, sigma }),
  'log-normal mean from median and sigma': ({ median, sigma }) => {
    const law = distributions.logNormal.create({ median, sigma });
    const { nodes, weights } = normalQuadrature(4);
    return nodes.reduce((mean, z, i) => mean + weights[i] * law.atNormalScore(z), 0);
  },
  'log-normal sigma from the coefficient of variation': ({ cv }) =>
    Math.log(distributions.logNormal.create({ median: 1, cv }).atNormalScore(1)),
  'log-normal sigma from the median and a share': ({ median, p, x }) =>
    Math.log(x / median) / normalQuantile(p),
  'log-normal sigma from quartiles': ({ q1, q3 }) => Math.log(q3 / q1) / (2 * normalQuantile(0.75)),
};

describe('independently computed radiobiology values', () => {
  it('are there, each once, and every calculator is used', () => {
    const ids = references.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(76);
    expect([...new Set(references.map(({ model }) => model))].sort()).toEqual(
      Object.keys(calculators).sort(),
    );
  });

  it.each(references as Reference[])('$id: $model', (reference) => {
    const calculate = calculators[reference.model];
    if (!calculate) throw new Error(`no calculator for the model “${reference.model}”`);
    const value = calculate(reference.inputs as Inputs);
    expect(Math.abs(value - reference.expected), `got ${value}`).toBeLessThanOrEqual(allowed(reference));
  });

  // 25 × 2 Gy is the reference entry above; the others were computed with it, to six digits. At 2 Gy a fraction α/β drops out.
  it.each([
    ['25 × 2 Gy', 25, 2, 0.944305],
    ['5 × 3.5 Gy', 5, 3.5, 0.831462],
    ['5 × 5 Gy', 5, 5, 0.900472],
    ['5 × 8 Gy', 5, 8, 0.979325],
  ])(
    'population control after %s: clipped α/β to six digits; ours, truncated, within 1e-4',
    (_, n, d, expected) => {
      const reference = references.find(({ id }) => id === 'resid-lc-pop-25x2')!;
      const inputs = { ...reference.inputs, n, d } as unknown as Inputs;
      expect(Math.abs(clippedPopulation(inputs) - expected)).toBeLessThanOrEqual(0.5e-6 + 1e-8);
      const { q, L, sf2, ab, sE2, sAb, clip } = inputs;
      const cohort = createCohort(
        cohortSchema.parse({
          heterogeneity: {
            sf2: { logLogNormal: { median: sf2, sigma: sE2 } },
            alphaBetaGy: { logNormal: { median: ab, sigma: sAb }, within: clip },
          },
        }),
      );
      const model = residualDisease.create({ residualProbability: q, maxLnClonogens: L }, { levels: {} });
      const arm = { name: 'control', sums: equalFractions(n, d) };
      const { values, exact } = convergeOnPopulation(cohort, model.reads, (population) => [
        meanProbability(model, arm, population),
      ]);
      expect(exact).toBe(true);
      expect(Math.abs(values[0] - expected)).toBeLessThan(1e-4);
    },
  );
});
