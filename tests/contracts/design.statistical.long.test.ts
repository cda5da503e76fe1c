import { describe, expect, it } from 'vitest';
import type { ReplicatesResult } from '../../src/engine/batch-result.ts';
import type { Estimate } from '../../src/numeric/monte-carlo.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { claims } from '../../src/trial/claims/index.ts';
import { rules } from '../../src/trial/rules/index.ts';
import { tests } from '../../src/trial/tests/index.ts';
import { type Composition, compositionScenario, compositions } from '../fixtures/design-compositions.ts';
import { runInline } from '../fixtures/run-inline.ts';

const REPLICATES = 4000;
const run = (composition: Composition, names?: readonly string[]) =>
  runInline(JSON.stringify(compositionScenario(composition, REPLICATES, names)));

/**
 * Within 3.5 Monte Carlo standard errors, and two replicates of whatever is so rare that the error is no guide.
 *
 * @param most largest value of one replicate
 */
function standsBeside({ estimate, mcse, exact }: Estimate, what: string, most = 1): void {
  expect(exact, `${what} has an exact value`).toBeDefined();
  const error = most === 1 ? Math.sqrt((exact! * (1 - exact!)) / REPLICATES) : mcse;
  expect(Math.abs(estimate - exact!), `${what}: ${estimate} beside ${exact}`).toBeLessThanOrEqual(
    3.5 * error + (2 * most) / REPLICATES,
  );
}

describe('compositions', () => {
  it('use every claim, every rule and every two-arm test of totals', () => {
    const text = JSON.stringify(compositions);
    const twoArm = Object.entries(tests).filter(
      ([, test]) => test.arms === 2 && !('createByStratum' in test),
    );
    const ofCounts = Object.entries(claims).filter(([, { decidedByTimes }]) => !decidedByTimes);
    for (const name of [
      ...ofCounts.map(([key]) => key),
      ...Object.keys(rules),
      ...twoArm.map(([key]) => key),
    ])
      expect(text, name).toContain(`"${name}"`);
  });
});

describe.each(compositions.map((composition) => [composition.name, composition] as const))(
  '%s',
  (_, composition) => {
    it('does what enumeration says, never outgrows its size, decides once, and does not read its labels', async () => {
      const { result, results, scenario } = await run(composition);
      const [{ operatingCharacteristics: found }] = result.truths;
      standsBeside(found.power, 'power');
      standsBeside(found.typeIError, 'type I error');
      for (const [name, success] of Object.entries(found.byEndpoint)) {
        standsBeside(success.power, `power of ${name}`);
        standsBeside(success.typeIError, `type I error of ${name}`);
      }
      const { design } = createTrial(scenario);
      const most = design.sizes.reduce((a, b) => a + b, 0);
      standsBeside(found.expectedSampleSize, 'expected sample size', most);
      if (found.expectedMonths) standsBeside(found.expectedMonths, 'expected months', most);
      if (found.stopping) {
        standsBeside(found.stopping.probability, 'stopping');
        for (const { patients, stop } of found.stopping.looks) standsBeside(stop, `stopping at ${patients}`);
      }
      for (const { columns } of results.filter(
        (part): part is ReplicatesResult => part.kind === 'replicates',
      )) {
        const { course } = columns;
        if (!course) continue;
        for (let row = 0; row < columns.rows; row++) {
          expect(course.enrolled[row]).toBeLessThanOrEqual(most);
          expect(course.stage[row] > 0).toBe(course.verdict[row] > 0);
          const looked = design.stages[course.stage[row] - 1]?.patients;
          if (looked !== undefined && !design.countsUnevaluableAsFailures)
            expect(columns.evaluable[row]).toBe(looked);
        }
      }
      const renamed = await run(
        composition,
        composition.arms.map((name) => `${name}Other`),
      );
      expect(renamed.result.truths[0].operatingCharacteristics).toEqual(found);
      expect((await run(composition)).result).toEqual(result);
    });
  },
);

describe('a composition read again', () => {
  it.each(compositions.map((composition) => [composition.name, composition] as const))(
    '%s',
    (_, composition) => {
      const text = JSON.stringify(compositionScenario(composition, 10));
      const { scenario } = readScenario(text, 'x');
      expect(readScenario(JSON.stringify(scenario), 'x').scenario).toEqual(scenario);
    },
  );
});
