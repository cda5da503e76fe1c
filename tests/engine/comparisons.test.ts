import { describe, expect, it } from 'vitest';
import type { ReplicatesResult } from '../../src/engine/batch-result.ts';
import { mergeResults } from '../../src/engine/merge-results.ts';
import { planBatches } from '../../src/engine/plan.ts';
import type { Estimate } from '../../src/numeric/monte-carlo.ts';
import { runInThreads } from '../fixtures/run-in-threads.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { THREE_ARMS } from '../fixtures/three-arms.ts';

/** Errors beyond which a right estimate lies less than once in ten million times. */
const ERRORS = 5.5;

function expectNear({ estimate, mcse, exact }: Estimate): void {
  expect(Math.abs(estimate - exact!)).toBeLessThan(ERRORS * mcse);
}

const set = (multiplicity: string, requires: string): string =>
  `design.comparisons={ multiplicity: ${multiplicity}, requires: ${requires} }`;

const passesOf = (results: readonly { kind: string }[]): number[][] =>
  (results.filter(({ kind }) => kind === 'replicates') as ReplicatesResult[]).map(({ columns }) =>
    Array.from(columns.passes),
  );

describe('several arms against one control', () => {
  it.each([
    ['none', 'any'],
    ['dunnett', 'all'],
    ['gatekeeping', 'any'],
    ['gatekeeping', 'all'],
  ])('simulates what is enumerated: %s, %s', async (multiplicity, requires) => {
    const { result } = await runInline(THREE_ARMS, set(multiplicity, requires));
    const { power, typeIError, byEndpoint, comparisons } = result.truths[0].operatingCharacteristics;
    const { byArm, atLeastOne, all, familywiseError } = comparisons!;
    expect(Object.keys(byArm)).toEqual(['gy30', 'gy28']);
    expect(result.claims.map(({ arm }) => arm)).toEqual(['gy30', 'gy28']);
    for (const each of [
      atLeastOne,
      all,
      familywiseError,
      ...Object.values(byArm).flatMap((own) => Object.values(own)),
    ])
      expectNear(each);
    expect(power).toEqual(requires === 'all' ? all : atLeastOne);
    expect(typeIError.exact).toBe(Math.max(byArm.gy30.typeIError.exact!, byArm.gy28.typeIError.exact!));
    expect(byEndpoint.fibrosis).toEqual({ power, typeIError });
    // In order the first lets the others be tested: only its error counts
    if (multiplicity === 'gatekeeping') expect(familywiseError).toEqual(byArm.gy30.typeIError);
    else expect(familywiseError.exact).toBeGreaterThan(typeIError.exact! + 0.01);
  });

  it('makes each comparison on the patients of a trial of its two arms alone', async () => {
    const three = passesOf((await runInline(THREE_ARMS, 'simulation.replicates=500')).results);
    const alone = THREE_ARMS.replace(/ {2}gy28: .*\n/, '')
      .replace(', gy28: 0.3', '')
      .replace(/ {2}comparisons: .*\n/, '');
    const two = passesOf((await runInline(alone, 'simulation.replicates=500')).results);
    expect(three.flat().filter((_, i) => i % 2 === 0)).toEqual(two.flat());
    expect(two.flat()).toContain(1);
    expect(two.flat()).toContain(0);
  });

  it('succeeds over the worlds where a comparison passes, and is true where one is', async () => {
    const uncertain = THREE_ARMS.replace(
      'design:',
      'uncertainty:\n  truth.fibrosis.gy28: { uniform: { min: 0.2, max: 0.6 } }\ndesign:',
    );
    const sets = ['simulation.worlds=400', 'simulation.replicates=50'];
    const any = (await runInline(uncertain, ...sets)).result.assurance!;
    const all = (await runInline(uncertain, ...sets, set('none', 'all'))).result.assurance!;
    for (const each of [any, any.successAndTrue, any.ceiling, all, all.successAndTrue, all.ceiling])
      if (each.exact! < 1) expectNear(each);
    // 30 Gy is inside the margin in every world, 28.5 Gy where its rate is below 0.47: 27 in 40
    expect(any.ceiling.exact).toBeCloseTo(1, 9);
    expect(all.ceiling.exact).toBeCloseTo(27 / 40, 6);
    expect(any.exact).toBeGreaterThan(all.exact!);
  });

  it('gives the same bytes with three threads as without', async () => {
    const { scenario, results } = await runInline(
      THREE_ARMS,
      'simulation.replicates=3000',
      set('dunnett', 'any'),
    );
    const threaded = await runInThreads(scenario, planBatches(scenario), { workers: 3 });
    expect(JSON.stringify(await mergeResults(scenario, threaded, []))).toBe(
      JSON.stringify(await mergeResults(scenario, results, [])),
    );
  });
});
