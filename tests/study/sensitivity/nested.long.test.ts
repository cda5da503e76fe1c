import { expect, it } from 'vitest';
import { createLaw } from '../../../src/random/distribution-schema.ts';
import { runTask, runTasksHere } from '../../../src/study/run-tasks.ts';
import { studySensitivity } from '../../../src/study/sensitivity/sensitivity.ts';
import { readShipped } from '../../fixtures/scenario-text.ts';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';
const GAMMA = 'truth.localControl.gamma50';
const LAWS = [
  { logNormal: { median: 4.9, sigma: 0.45 } },
  { logNormal: { median: 1.5, sigma: 0.3 } },
] as const;
const MIDPOINTS = [160, 40] as const;
const [LOSS, COST] = [1, 0.2];

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]): number =>
  mean(values.map((value) => (value - mean(values)) * (value - mean(values))));

it('the shares and the worth of knowing are those of nested integration over a grid', async () => {
  const { scenario } = readShipped(
    'sts-5x6-vs-25x2',
    `sensitivity.${GAMMA}={ logNormal: { median: 1.5, sigma: 0.3 } }`,
  );
  const [first, second] = LAWS.map((law, i) => {
    const live = createLaw(law);
    return Array.from({ length: MIDPOINTS[i] }, (_, k) => live.quantile((k + 0.5) / MIDPOINTS[i]));
  });
  const { power, isTrue } = runTask({
    kind: 'worldPowers',
    input: {
      scenario,
      paths: [ALPHA_BETA, GAMMA],
      values: Float64Array.from(first.flatMap((x) => second.flatMap((y) => [x, y]))),
      streams: new Uint32Array(first.length * second.length),
      replicates: 1,
    },
  });
  const grid = (of: (k: number) => number): number[][] =>
    first.map((_, i) => second.map((__, j) => of(i * second.length + j)));
  const turned = (rows: readonly (readonly number[])[]): number[][] =>
    second.map((_, j) => rows.map((row) => row[j]));
  const powers = grid((k) => power[k]);
  const utilities = grid((k) => power[k] * (isTrue[k] ? 1 : -LOSS) - COST);
  const all = variance(powers.flat());
  const shares = [powers, turned(powers)].map((rows) => variance(rows.map(mean)) / all);
  const totals = [turned(powers), powers].map((rows) => mean(rows.map(variance)) / all);
  const worth = (groups: readonly number[]): number =>
    mean(groups.map((u) => Math.max(u, 0))) - Math.max(mean(groups), 0);
  const known = [utilities, turned(utilities)].map((rows) => worth(rows.map(mean)));

  const options = { points: 1024, level: 0.95, lossOfFalseSuccess: LOSS, cost: COST };
  const { inputs, decision } = await studySensitivity(scenario, options, runTasksHere);
  expect(inputs.map(({ name }) => name)).toEqual([ALPHA_BETA, GAMMA]);
  inputs.forEach(({ power: found, information }, i) => {
    // The grid errs by less than 0.001
    for (const [{ low, high }, truth] of [
      [found!.firstOrder, shares[i]],
      [found!.total, totals[i]],
    ] as const) {
      expect(low).toBeLessThan(truth + 0.001);
      expect(high).toBeGreaterThan(truth - 0.001);
    }
    expect(Math.abs(information.estimate - known[i])).toBeLessThan(0.001 + 2 * information.standardError);
  });
  const { estimate, standardError } = decision.perfectInformation;
  expect(Math.abs(estimate - worth(utilities.flat()))).toBeLessThan(0.001 + 2 * standardError);
});
