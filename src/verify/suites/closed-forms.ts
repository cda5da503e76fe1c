import { createBatchRunner } from '../../engine/run-batch.ts';
import { isoeffectiveDoseGy } from '../../evidence/isoeffective-dose.ts';
import { betaHighestDensity } from '../../numeric/beta-highest-density.ts';
import { bivariateNormalCdf } from '../../numeric/bivariate-normal-cdf.ts';
import { estimateProportion } from '../../numeric/monte-carlo.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuadrature } from '../../numeric/normal-quadrature.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { controlAt } from '../../radiobiology/latency.ts';
import { readScenario } from '../../scenario/read-scenario.ts';
import { differenceScore } from '../../trial/difference-score.ts';
import { intervals } from '../../trial/intervals/index.ts';
import { oneStageAssurance } from '../../trial/single-arm/assurance.ts';
import { oneStageDesign } from '../../trial/single-arm/one-stage.ts';
import { successRates } from '../../trial/single-arm/success-rates.ts';
import type { CaseDefinition } from '../case-definition.ts';
import type { ShippedFiles, SuiteDefinition } from './definition.ts';

/** Rounding in what is exact otherwise. */
const ROUNDING = 1e-12;
/** Between a simulated share and the exact value; a right program exceeds them once in 1.7 million seeds. */
const ERRORS_APART = 5;
const REPLICATES = 4000;

type Form = readonly [id: string, title: string, form: string, expected: number, compute: () => number];

/** x^(1/n). */
const rootOf = (x: number, n: number): number => Math.exp(Math.log(x) / n);
const score95 = normalQuantile(0.975);

/** E[Φ(a + bZ)] over a standard normal Z, by quadrature. */
function meanOfProbit(a: number, b: number): number {
  const { nodes, weights } = normalQuadrature(4);
  return nodes.reduce((sum, z, i) => sum + weights[i] * normalCdf(a + b * z), 0);
}

function uniformAssurance(size: number, cutOff: number): number {
  const design = oneStageDesign(size, cutOff, successRates(0.1, 0.3));
  return oneStageAssurance(design, { a: 1, b: 1 }, 0.1, true).assurance;
}

const pearson = (events: readonly [number, number], sizes: readonly [number, number]): number => {
  const z = differenceScore(
    {
      experimentalSuccesses: events[0],
      experimentalSize: sizes[0],
      controlSuccesses: events[1],
      controlSize: sizes[1],
    },
    0,
  );
  return z * z;
};

/** Two-sample χ² without correction: N(ad − bc)²/(product of the margins). */
function chiSquared([a, c]: readonly [number, number], [n, m]: readonly [number, number]): number {
  const cross = a * (m - c) - c * (n - a);
  return ((n + m) * cross * cross) / (n * m * (a + c) * (n + m - a - c));
}

const doseInFive = (alphaBetaGy: number): number =>
  isoeffectiveDoseGy({ doseGy: 50, doseSquaredGy2: 100 }, 5, alphaBetaGy) / 5;
/** d = (√(x² + 4·50(2 + x)/5) − x)/2 */
const fiveByHand = (x: number): number => (Math.sqrt(x * x + 40 * (2 + x)) - x) / 2;

const forms: readonly Form[] = [
  ...[-0.3, 0.5, 0.99].map(
    (rho): Form => [
      `quadrant-at-${rho}`,
      `P(X ≤ 0, Y ≤ 0) of a bivariate normal law with correlation ${rho}`,
      '1/4 + arcsin ρ/2π',
      0.25 + Math.asin(rho) / (2 * Math.PI),
      () => bivariateNormalCdf(0, 0, rho),
    ],
  ),
  [
    'probit-mean',
    'mean over the population of a probit control',
    'E[Φ(a + bZ)] = Φ(a/√(1 + b²))',
    normalCdf(1 / Math.sqrt(1.64)),
    () => meanOfProbit(1, 0.8),
  ],
  [
    'clopper-pearson-none-of-20',
    'exact upper limit of 0 in 20',
    '1 − 0.025^(1/20)',
    1 - rootOf(0.025, 20),
    () => intervals.clopperPearson.interval(0, 20, 0.95)[1],
  ],
  [
    'wilson-none-of-20',
    'Wilson’s upper limit of 0 in 20',
    'z²/(n + z²)',
    (score95 * score95) / (20 + score95 * score95),
    () => intervals.wilson.interval(0, 20, 0.95)[1],
  ],
  [
    'highest-density-none-of-20',
    'shortest 95 % interval of the posterior of 0 in 20, uniform prior: upper limit',
    '1 − 0.05^(1/21)',
    1 - rootOf(0.05, 21),
    () => betaHighestDensity(1, 21, 0.95)[1],
  ],
  [
    'uniform-assurance',
    'assurance of at least 6 of 25 under a uniform prior',
    '(n − c + 1)/(n + 1)',
    20 / 26,
    () => uniformAssurance(25, 6),
  ],
  ...(
    [
      [9, 3, 10, 10],
      [31, 16, 88, 94],
      [5, 0, 56, 29],
    ] as const
  ).map(
    ([a, c, n, m]): Form => [
      `score-squared-${a}-${n}-${c}-${m}`,
      `squared score statistic without a margin, ${a}/${n} against ${c}/${m}`,
      'Pearson’s χ²',
      chiSquared([a, c], [n, m]),
      () => pearson([a, c], [n, m]),
    ],
  ),
  ...[2, 4.9, 10].map(
    (x): Form => [
      `five-fractions-${x}`,
      `Gy a fraction in 5 with the effect of 25 × 2 Gy at α/β ${x} Gy`,
      'root of the quadratic',
      fiveByHand(x),
      () => doseInFive(x),
    ],
  ),
  [
    'promotion-time-median',
    'promotion-time control at the median latency, long-run control 0.81',
    'π^F(t) with F = 1/2',
    0.9,
    () => controlAt(1.5, 0.81, { kind: 'promotionTime', medianYears: 1.5, sigma: 0.9 }),
  ],
];

/** Simulated success of a shipped scenario against its exact probability, in Monte Carlo standard errors. */
function simulationCase(files: ShippedFiles, name: string, claims: number): CaseDefinition {
  return {
    id: `simulated-${name}`,
    title: `${name}: ${REPLICATES} simulated trials less the exact power, in Monte Carlo standard errors`,
    source: 'exact enumeration on the population’s rates by quadrature',
    expected: { errorsApart: 0 },
    tolerance: ERRORS_APART,
    compute: () => {
      const { scenario } = readScenario(files.scenario(name), `${name}.yaml`);
      const runBatch = createBatchRunner(scenario);
      const simulated = runBatch({ kind: 'replicates', truth: 0, from: 0, to: REPLICATES });
      const exact = runBatch({ kind: 'exact', truth: 0 });
      if (simulated.kind !== 'replicates' || exact.kind !== 'exact' || !exact.success)
        throw new Error(`${name} has no exact power`);
      const { passes } = simulated.columns;
      let successes = 0;
      for (let row = 0; row < REPLICATES; row++)
        if (passes.subarray(row * claims, (row + 1) * claims).every((pass) => pass === 1)) successes++;
      const { power } = exact.success;
      const { estimate } = estimateProportion(successes, REPLICATES);
      return { errorsApart: (estimate - power) / Math.sqrt((power * (1 - power)) / REPLICATES) };
    },
  };
}

export const closedForms: SuiteDefinition = {
  summary: 'What has a closed form, and simulation against enumeration.',
  cases: (files) => [
    ...forms.map(([id, title, form, expected, compute]) => ({
      id,
      title,
      source: `closed form: ${form}`,
      expected: { value: expected },
      tolerance: ROUNDING,
      compute: () => ({ value: compute() }),
    })),
    simulationCase(files, 'null-single-arm', 1),
    simulationCase(files, 'null-co-primary', 2),
    simulationCase(files, 'quick-start', 1),
  ],
};
