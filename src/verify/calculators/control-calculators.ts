import { createCohort } from '../../cohort/cohort.ts';
import { cohortSchema } from '../../cohort/cohort-schema.ts';
import { EULER_GAMMA } from '../../numeric/exponential-integral.ts';
import { findRoot } from '../../numeric/find-root.ts';
import { gaussLegendre } from '../../numeric/gauss-legendre.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { convergeOnPopulation } from '../../outcomes/population-mean.ts';
import { createCourse } from '../../radiobiology/course.ts';
import { createEffectiveDose } from '../../radiobiology/create-effective-dose.ts';
import { controlAt, shareFailedBy } from '../../radiobiology/latency.ts';
import { alphaFromSf2, bed, effect, equalFractions } from '../../radiobiology/linear-quadratic.ts';
import { maxGammaFromGamma50, poissonDoseResponse } from '../../radiobiology/poisson-dose-response.ts';
import { createPhase, createSchedule } from '../../radiobiology/schedule.ts';
import { binomialControl } from '../../radiobiology/tumour-control/binomial.ts';
import { logisticControl } from '../../radiobiology/tumour-control/logistic.ts';
import { poisson, poissonControl } from '../../radiobiology/tumour-control/poisson.ts';
import { sterilisedResidual } from '../../radiobiology/tumour-control/residual-disease.ts';
import { zaiderMinerbo } from '../../radiobiology/tumour-control/zaider-minerbo.ts';
import { meanProbability } from '../mean-probability.ts';
import type { Calculators, Inputs } from './reference-inputs.ts';
import { scheduledArm } from './scheduled-arm.ts';

/** LC∞ of one patient. */
const residualControl = ({ q, L }: Inputs, effectE: number): number =>
  1 - q * (1 - sterilisedResidual(effectE, L));

/** ∫ over ln E2 and ln α/β, α/β clipped (atoms at the ends): a plain sum written here, as the reference was made. */
export function clippedPopulation(inputs: Inputs): number {
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

/** Mean Poisson control over a cohort, by the project's own quadrature. */
export function populationPoisson(cohort: object, parameters: object, n: number, d: number): number {
  const model = poisson.create(poisson.parameters.parse(parameters), { levels: {} });
  const { values, exact } = convergeOnPopulation(
    createCohort(cohortSchema.parse(cohort)),
    model.reads,
    (population) => [meanProbability(model, scheduledArm(n, d), population)],
  );
  return exact ? values[0] : Number.NaN;
}
const withAlpha = (alphaPerGy: object, alphaBetaGy: number) => ({
  parameterisation: 'alphaAlphaBeta',
  heterogeneity: { alphaPerGy, alphaBetaGy },
});

/** Zaider–Minerbo control of one patient through schedule, calendar and effective dose. */
function zaiderMinerboOf({ n0, n, d_gy, alpha, beta, start, b_per_day, d_per_day, t_days }: Inputs): number {
  const course = createCourse(createSchedule([createPhase(n, d_gy)], { start }));
  const parameters = { clonogens: n0, birthPerDay: b_per_day, deathPerDay: d_per_day, atDays: t_days };
  const model = zaiderMinerbo.create(zaiderMinerbo.parameters.parse(parameters), { levels: {} });
  const patients = { alphaPerGy: Float64Array.of(alpha), alphaBetaGy: Float64Array.of(alpha / beta) };
  const out = new Float64Array(1);
  model.probabilities({ name: 'control', doses: [createEffectiveDose(course, {})] }, patients, out, 1);
  return out[0];
}

/** Dose in Gy, in fractions of d, at which Poisson control is one half. */
const poissonD50 = ({ N, alpha, ab, d }: Inputs): number =>
  findRoot(
    (dose) => poissonControl(Math.log(N), effect(equalFractions(dose / d, d), alpha, ab)) - 0.5,
    1,
    1000,
  );

/** Normalised slope of Poisson control at D50, as its limit of symmetric differences, extrapolated. */
function poissonGamma50({ N }: Inputs): number {
  // Control depends on the dose as a share of D50 alone; the effect at D50 is ln N − ln ln 2
  const atD50 = Math.log(N) - Math.log(Math.LN2);
  const slope = (h: number): number =>
    (poissonControl(Math.log(N), atD50 * (1 + h)) - poissonControl(Math.log(N), atD50 * (1 - h))) / (2 * h);
  const [h, ratio] = [1e-3, 4];
  const [wide, middle, narrow] = [slope(2 * h), slope(h), slope(h / 2)];
  const [first, second] = [(ratio * middle - wide) / (ratio - 1), (ratio * narrow - middle) / (ratio - 1)];
  return (ratio * ratio * second - first) / (ratio * ratio - 1);
}

/** α-weighted BED of a schedule in the probit forms, in Gy. */
const bedOf = ({ n, d, ab }: Inputs): number => bed(equalFractions(n, d), ab);

/** ∫₀ᵗ (1 − π) f(u) e^(−h u) du = (1 − π)[F(t)e^(−ht) + h ∫ F(u) e^(−hu) du]. */
function cumulativeIncidence({ pi, median_y, sigma, h2, t_y }: Inputs): number {
  const share = (years: number) => shareFailedBy(years, { medianYears: median_y, sigma });
  const { nodes, weights } = gaussLegendre(60);
  let integral = 0;
  nodes.forEach((x, i) => {
    const u = (t_y * (1 + x)) / 2;
    integral += weights[i] * (t_y / 2) * share(u) * Math.exp(-h2 * u);
  });
  return (1 - pi) * (share(t_y) * Math.exp(-h2 * t_y) + h2 * integral);
}

/** Models of local control and its time. */
export const controlCalculators: Calculators = {
  'logistic control, linear in dose': ({ D, D50, g50 }) => logisticControl(D, D50, g50),
  'binomial control': ({ N, n, d, alpha, beta }) =>
    binomialControl(Math.log(N), effect(equalFractions(n, d), alpha, alpha / beta)),
  'Poisson control': ({ N, n, d, alpha, beta }) =>
    poissonControl(Math.log(N), effect(equalFractions(n, d), alpha, alpha / beta)),
  'Poisson control from SF2': ({ N, n, sf2 }) =>
    poissonControl(Math.log(N), effect(equalFractions(n, 2), alphaFromSf2(sf2, 4.9), 4.9)),
  'D50 of Poisson control': poissonD50,
  'gamma50 of Poisson control': poissonGamma50,
  'Poisson dose response by its greatest slope': ({ D, D50, gamma }) => poissonDoseResponse(D, D50, gamma),
  'Poisson dose response by its slope at D50': ({ D, D50, g50 }) =>
    poissonDoseResponse(D, D50, maxGammaFromGamma50(g50)),
  'Zaider-Minerbo control': zaiderMinerboOf,
  'population Poisson control, normal alpha truncated at 0': ({ N, n, d, alphaMean, alphaSd, ab }) =>
    // The law ends just above 0, which is no α: what lies between is less than 1e-12 of it
    populationPoisson(
      withAlpha({ normal: { mean: alphaMean, sd: alphaSd }, within: [1e-9, alphaMean + 12 * alphaSd] }, ab),
      { clonogens: N },
      n,
      d,
    ),
  'population Poisson control, log-normal alpha': ({ N, n, d, alphaMedian, sigma, ab }) =>
    populationPoisson(withAlpha({ logNormal: { median: alphaMedian, sigma } }, ab), { clonogens: N }, n, d),
  'population Poisson control, log-normal -ln SF2': ({ N, n, sf2, sE2 }) =>
    populationPoisson(
      { heterogeneity: { sf2: { logLogNormal: { median: sf2, sigma: sE2 } }, alphaBetaGy: 4.9 } },
      { clonogens: N },
      n,
      2,
    ),
  // Closed forms: oracles for the quadrature above, no part of the engine
  'population Poisson control, probit matched to the Gumbel law': (inputs) => {
    const { N, alphaMean, alphaSd } = inputs;
    const ownSpread = alphaSd * bedOf(inputs);
    const spread = Math.sqrt(ownSpread * ownSpread + (Math.PI * Math.PI) / 6);
    return normalCdf((alphaMean * bedOf(inputs) - Math.log(N) - EULER_GAMMA) / spread);
  },
  'population Poisson control, limit of large heterogeneity': (inputs) => {
    const { N, alphaMean, alphaSd } = inputs;
    const excess = alphaMean * bedOf(inputs) - Math.log(N) + Math.log(Math.LN2);
    return normalCdf(excess / (alphaSd * bedOf(inputs)));
  },
  'sterilised residual disease': ({ E, L }) => sterilisedResidual(E, L),
  'residual-disease control, one patient': (inputs) => {
    const { n, d, sf2, ab } = inputs;
    return residualControl(inputs, effect(equalFractions(n, d), alphaFromSf2(sf2, ab), ab));
  },
  'residual-disease control at E = 0': (inputs) => residualControl(inputs, 0),
  'residual-disease control, population with clipped alpha/beta': clippedPopulation,
  'log-normal latency F(t)': ({ t_y, median_y, sigma }) =>
    shareFailedBy(t_y, { medianYears: median_y, sigma }),
  'mixture cure': ({ pi, t_y, median_y, sigma }) =>
    controlAt(t_y, pi, { kind: 'mixtureCure', medianYears: median_y, sigma }),
  'promotion time': ({ pi, t_y, median_y, sigma }) =>
    controlAt(t_y, pi, { kind: 'promotionTime', medianYears: median_y, sigma }),
  'net incidence at a constant hazard': ({ h1, t_y }) => -Math.expm1(-h1 * t_y),
  'cumulative incidence of a cure model with a competing hazard': cumulativeIncidence,
};
