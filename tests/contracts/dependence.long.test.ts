import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import type { EndpointName } from '../../src/outcomes/endpoints/definition.ts';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import type { ModelDefinition } from '../../src/radiobiology/endpoint-model.ts';
import { runInline } from '../fixtures/run-inline.ts';

// Changing α/β, or the fractionation, changes every output that depends on it, and no other

interface Case {
  readonly title: string;
  readonly endpoint: EndpointName;
  readonly block: Readonly<Record<string, unknown>>;
}

const cases: Case[] = Object.values(endpoints).flatMap(({ name, models }) =>
  Object.entries(models as Record<string, ModelDefinition>)
    .filter(([model]) => model !== 'statedRates')
    .flatMap(([model, { examples }]) =>
      // The complication models are the same ones at every endpoint: there one example each
      examples.slice(0, name === 'localControl' ? undefined : 1).map((example, i) => ({
        title: `${name}: ${model}, example ${i + 1}`,
        endpoint: name,
        block: { model, ...example },
      })),
    ),
);

/** Whether the endpoint hangs on the α/β of the cohort. */
const isOfTumour = (endpoint: EndpointName): boolean => endpoints[endpoint].eventIsGood;
const otherThan = (endpoint: EndpointName): EndpointName =>
  isOfTumour(endpoint) ? 'woundComplication' : 'localControl';

const COHORT_ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';
/** Following clonogens day by day takes long where α/β varies as well. */
const varies = ({ block }: Case): boolean => block.model !== 'zaiderMinerbo';
const EXPERIMENTAL = 'arms.experimental.schedule';

/** The claim that a trial makes of an endpoint. */
const claimOf = (endpoint: EndpointName) => ({
  endpoint,
  ...(endpoints[endpoint].timeKey === 'atYears' ? { atYears: 3 } : { withinDays: 120 }),
  margin: 0.04,
  oneSidedAlpha: 0.05,
  test: 'farringtonManning',
});

/** A small trial of the endpoint with a model, beside another endpoint of which it knows nothing. */
function scenarioOf(model: Case): string {
  const { endpoint, block } = model;
  const own = isOfTumour(endpoint) ? block : { alphaBetaGy: 3, ...block };
  const beside = otherThan(endpoint);
  const other =
    beside === 'localControl'
      ? { model: 'logistic', gamma50: 1.2, d50Gy: 40 }
      : { model: 'logistic', alphaBetaGy: 10, slopePer10Gy: 0.3, intercept: -0.8 };
  return JSON.stringify({
    isoeffect: 1,
    title: 'what depends on what',
    seed: 'dependence',
    arms: { control: { schedule: '15 x 2.85 Gy' }, experimental: { schedule: '5 x 6 Gy' } },
    truth: {
      cohort: {
        parameterisation: 'alphaAlphaBeta',
        heterogeneity: {
          alphaPerGy: { logNormal: { median: 0.2, sigma: 0.5 } },
          alphaBetaGy: varies(model) ? { logNormal: { median: 4.9, sigma: 0.4 } } : 4.9,
          lowerLimb: { bernoulli: 0.6 },
          tumourSizeCm: 6,
        },
      },
      [endpoint]: own,
      [beside]: other,
    },
    design: { perArm: 120, nonInferiority: claimOf(endpoint) },
    simulation: { replicates: 60 },
  });
}

const ratesOf = ({ truths: [planned] }: RunResult, arm: number, endpoint: EndpointName) =>
  planned.arms[arm].endpoints[endpoint]!.rate;
/** The exact rate, the simulated rate and the exact power all move. */
function expectMoved(before: RunResult, after: RunResult, arm: number, endpoint: EndpointName): void {
  const [old, now] = [before, after].map((result) => ratesOf(result, arm, endpoint));
  expect(Math.abs(now.exact! - old.exact!)).toBeGreaterThan(1e-4);
  expect(now.estimate).not.toBe(old.estimate);
}

const powerOf = ({ truths: [planned] }: RunResult) => planned.operatingCharacteristics.power;

describe.each(cases)('$title', (model) => {
  const { endpoint, block } = model;
  const isTumour = isOfTumour(endpoint);
  const showsPatients = [endpoint, otherThan(endpoint)].includes('localControl');
  const text = scenarioOf(model);
  const isAnchored = 'anchor' in block;
  const run = async (...sets: string[]): Promise<RunResult> => (await runInline(text, ...sets)).result;
  let planned: Promise<RunResult> | undefined;
  const asPlanned = (): Promise<RunResult> => (planned ??= run());

  it('follows its α/β, and nothing else does', async () => {
    const ofCohort = varies(model) ? `${COHORT_ALPHA_BETA}.logNormal.median` : COHORT_ALPHA_BETA;
    const path = isTumour ? ofCohort : `truth.${endpoint}.alphaBetaGy`;
    const [before, after] = [await asPlanned(), await run(`${path}=8`)];
    expectMoved(before, after, 1, endpoint);
    expect(powerOf(after).exact).not.toBe(powerOf(before).exact);
    // A steady anchor may hold the control arm where it is; no free value makes up for both arms
    if (!isAnchored) expectMoved(before, after, 0, endpoint);
    for (const arm of [0, 1]) {
      const other = otherThan(endpoint);
      expect(ratesOf(after, arm, other)).toEqual(ratesOf(before, arm, other));
      const [old, now] = [before.arms[arm], after.arms[arm]];
      if (isTumour) {
        expect(now.eqd2Gy).not.toBe(old.eqd2Gy);
        expect(now.bedGy).not.toBe(old.bedGy);
      } else expect(now).toEqual(old);
    }
    if (isTumour && showsPatients) {
      expect(after.patients!.alphaBetaGy).not.toEqual(before.patients!.alphaBetaGy);
      expect(after.patients!.controlProbability).not.toEqual(before.patients!.controlProbability);
    } else expect(after.patients).toEqual(before.patients);
  });

  it('follows the fractionation of an arm, and the other arm does not', async () => {
    const [before, after] = [await asPlanned(), await run(`${EXPERIMENTAL}=5 x 6.5 Gy`)];
    for (const name of [endpoint, otherThan(endpoint)]) {
      expectMoved(before, after, 1, name);
      expect(ratesOf(after, 0, name)).toEqual(ratesOf(before, 0, name));
    }
    expect(powerOf(after).exact).not.toBe(powerOf(before).exact);
    expect(after.claims[0].estimates).not.toEqual(before.claims[0].estimates);
    expect(after.arms[0]).toEqual(before.arms[0]);
    for (const key of ['schedule', 'eqd2Gy', 'bedGy'] as const)
      expect(after.arms[1][key]).not.toBe(before.arms[1][key]);
    if (!showsPatients) return;
    expect(after.patients!.controlProbability.control).toEqual(before.patients!.controlProbability.control);
    expect(after.patients!.controlProbability.experimental).not.toEqual(
      before.patients!.controlProbability.experimental,
    );
  });
});
