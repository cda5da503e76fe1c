import { describe, expect, it } from 'vitest';
import { leafPaths, valueAt } from '../../src/scenario/path.ts';
import { readShipped } from '../fixtures/scenario-text.ts';
import { shippedNames } from '../fixtures/shipped-results.ts';
import { type StressedRun, stressedRun } from '../fixtures/stressed-run.ts';

const EXTREMES = [0, 1e-9, 1 - 1e-9, 1, 40, 1e6, 1e300];
const SCHEDULES = ['1 x 0.001 Gy', '1 x 10 Gy', '100 x 0.01 Gy', '100 x 2 Gy', '100 x 10 Gy'];
/** Curves of organs are data, and quadrature over three characteristics takes its time. */
const LEFT_OUT = /\.(dvh|doses|volumes)\b/;
/** Of each value at each path so many scenarios: paths of truths are those of the truth. */
const MOST_ALIKE = 1;

const seen = new Map<string, number>();

/** Changes of one number of a scenario to an extreme, none that other scenarios have tried. */
function changesOf(name: string): string[] {
  const { scenario } = readShipped(name);
  const numbers = leafPaths(scenario).filter(
    (path) =>
      /^(arms|truth|truths|design)\./.test(path) &&
      typeof valueAt(scenario, path) === 'number' &&
      !LEFT_OUT.test(path),
  );
  return [
    ...numbers.flatMap((path) => EXTREMES.map((value) => `${path}=${value}`)),
    ...Object.keys(scenario.arms).flatMap((arm) =>
      SCHEDULES.map((schedule) => `arms.${arm}.schedule=${schedule}`),
    ),
  ].filter((set) => {
    const key = set.replace(/^truths\.\w+\./, '').replace(/\.\d+\./g, '.*.');
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key)! <= MOST_ALIKE;
  });
}

describe.each(shippedNames)('%s with one number at its limits', (name) => {
  it('gives possible numbers, or is refused in words', async () => {
    const wrong: string[] = [];
    for (const set of changesOf(name)) {
      const { faults } = await stressedRun(name, [set], 20).catch(
        (error: Error): StressedRun => ({ faults: [`throws ${error.name}: ${error.message}`] }),
      );
      wrong.push(...faults.map((fault) => `${set}: ${fault}`));
    }
    expect(wrong).toEqual([]);
  });
});
