import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { charts } from '../../src/report/charts/index.ts';
import { withError } from '../../src/report/numbers.ts';
import { renderFigures } from '../../src/report/render-figures.ts';
import { makeResult, SINGLE_ARM, STATED_RATES, TWO_ARMS } from './make-result.ts';

let results: Record<'twoArms' | 'singleArm' | 'statedRates', RunResult>;

beforeAll(async () => {
  results = {
    twoArms: await makeResult(TWO_ARMS),
    singleArm: await makeResult(SINGLE_ARM),
    statedRates: await makeResult(STATED_RATES),
  };
});

const titleOf = (chart: string, result: RunResult): string => charts[chart].content(result)!.title;

describe('charts of results of every kind', () => {
  it.each([
    ['twoArms', Object.keys(charts)],
    ['singleArm', ['eqd2-by-alpha-beta', 'estimated-difference']],
    ['statedRates', ['control-against-wounds', 'estimated-difference']],
  ] as const)('draws what %s has, without a warning and without a hole', async (kind, names) => {
    const figures = await renderFigures(results[kind]);
    expect(figures.map(({ name }) => name)).toEqual(names);
    for (const { svg, inline, spec, title } of figures) {
      for (const drawn of [svg, inline.wide, inline.narrow]) {
        expect(drawn).toMatch(/^<svg role="img" aria-label="[^"]+" /);
        expect(drawn).not.toMatch(/NaN|undefined|Infinity|\[object|>null</);
        expect(drawn).toContain('<text');
      }
      expect(Array.isArray(JSON.parse(spec).title)).toBe(true);
      expect(title).not.toMatch(/NaN|undefined|Infinity|\.$/);
    }
  });

  it('draws the same bytes twice, in any order', async () => {
    const first = await renderFigures(results.twoArms);
    await renderFigures(results.statedRates);
    expect(await renderFigures(results.twoArms)).toEqual(first);
  });
});

describe('titles are true', () => {
  it('of two schedules that cross, that never cross, and that are the same', async () => {
    const chart = 'eqd2-by-alpha-beta';
    expect(titleOf(chart, results.twoArms)).toMatch(
      /^Both arms are equal at α\/β 4\.5 Gy; below it 5 × 6 Gy is the stronger; at the cohort’s α\/β of 4\.9 Gy, 14 × 3 Gy gives 0\.7 Gy more$/,
    );
    const stronger = await makeResult(TWO_ARMS, { 'arms.experimental.schedule': '15 x 3 Gy' });
    expect(titleOf(chart, stronger)).toMatch(
      /^15 × 3 Gy is the stronger at every α\/β; .* 15 × 3 Gy gives 3\.4 Gy more$/,
    );
    const same = await makeResult(TWO_ARMS, { 'arms.experimental.schedule': '14 x 3 Gy' });
    expect(titleOf(chart, same)).toBe('Both arms give the same EQD2 at every α/β');
    expect(titleOf('cohort-control', same)).toBe(
      'Both arms give each of 400 simulated patients the same probability of control',
    );
    expect(titleOf('control-against-wounds', same)).toBe(
      'As planned, both arms have the same local control and the same wound complications',
    );
    await renderFigures(same);
  });

  it('of one arm', () => {
    expect(titleOf('eqd2-by-alpha-beta', results.singleArm)).toBe(
      '5 × 6 Gy is worth 70 Gy in 2 Gy fractions at α/β 1 Gy, 47.4 Gy at the cohort’s α/β of 4.9 Gy and 35.5 Gy at 20 Gy',
    );
    expect(titleOf('estimated-difference', results.singleArm)).toContain(
      withError(results.singleArm.truths[0].operatingCharacteristics.power),
    );
  });

  it('of one endpoint that differs', () => {
    expect(titleOf('control-against-wounds', results.statedRates)).toBe(
      'As planned, experimental has 5.0 percentage points fewer wound complications than control, and as much local control',
    );
  });

  it('of a design that never succeeds', async () => {
    const hopeless = await makeResult(TWO_ARMS, { 'design.perArm': 4 });
    expect(titleOf('estimated-difference', hopeless)).toMatch(
      /in \d+\.\d+ ± \d+\.\d+ % of trials on local control/,
    );
    await renderFigures(hopeless);
  });
});

describe('margins lie on the right side', () => {
  const lines = (result: RunResult) =>
    charts['estimated-difference'].content(result)!.data.panels.filter(({ kind }) => kind === 'limit');

  it('below no difference for a good endpoint, above it for a bad one, at the rate for one arm', () => {
    expect(lines(results.twoArms).map(({ value }) => value)).toEqual([-10, 15]);
    expect(lines(results.singleArm).map(({ value, label }) => [value, label])).toEqual([
      [45, 'null rate 45 %'],
    ]);
  });

  it('and the bars that pass hold about the share of trials that pass', () => {
    for (const result of Object.values(results)) {
      const { panels } = charts['estimated-difference'].content(result)!.data;
      for (const claim of result.claims) {
        const shown = panels
          .filter(
            ({ kind, panel, side }) =>
              kind === 'bin' &&
              side === 'passes' &&
              new RegExp(claim.endpoint === 'localControl' ? 'Local' : 'Wound').test(String(panel)),
          )
          .reduce((sum, { share }) => sum + Number(share), 0);
        expect(Math.abs(shown - 100 * claim.passing)).toBeLessThan(12);
      }
    }
  });
});

it('says so where power per world holds Monte Carlo noise', async () => {
  const noisy = structuredClone(results.twoArms) as { worldsSummary: { hasExactPower: boolean } };
  noisy.worldsSummary.hasExactPower = false;
  const { description, params } = charts['power-over-worlds'].content(noisy as never)!;
  expect(description).toContain('Monte Carlo noise');
  expect(params.powerTitle).toContain('Monte Carlo noise');
  expect(charts['power-over-worlds'].content(results.twoArms)!.description).toContain('exact in every world');
});
