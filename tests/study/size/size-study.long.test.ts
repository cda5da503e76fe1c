import { expect, it } from 'vitest';
import { readChange, readScenario } from '../../../src/scenario/read-scenario.ts';
import { runTask, runTasksHere } from '../../../src/study/run-tasks.ts';
import { sizeStudy } from '../../../src/study/size/size-study.ts';
import { shippedText } from '../../fixtures/scenario-text.ts';

const question = {
  power: 0.8,
  overWorlds: { name: 'successAndTrue', value: 0.8 },
  followUp: { accrualYears: 4 },
  held: {},
} as const;
const study = (...changes: string[]) => {
  const all = ['simulation.replicates=200', 'simulation.worlds=40', ...changes].map((c) => readChange(c));
  const { scenario } = readScenario(shippedText('sts-5x6-vs-25x2'), 'x', all);
  return sizeStudy(scenario, question, runTasksHere, []);
};

it('assurance has a ceiling below the target, which a dose moves', async () => {
  const result = await study();
  const at = (size: number) => result.assurance.find((row) => row.size === size)!;
  expect(at(165).assurance.exact).toBeCloseTo(0.437, 3);
  expect(at(330).assurance.exact).toBeCloseTo(0.494, 3);
  expect(result.ceiling!.exact).toBeCloseTo(0.637, 3);
  expect(result.foundOverWorlds).toEqual({ kind: 'none', isCertain: true, reason: 'the ceiling is 63.7 %' });
  const [way] = result.waysOut;
  expect(way.value).toBe('5 x 6.21 Gy');
  // d = (−x + √(x² + 4·50(2 + x)/5))/2 at an α/β of 4.9
  expect(way.doseGy).toBeCloseTo((-4.9 + Math.sqrt(4.9 * 4.9 + 40 * 6.9)) / 2, 6);
  expect(way.ceiling!.exact).toBeGreaterThan(result.ceiling!.exact!);
  const [point] = result.breakingPoints;
  expect(point).toMatchObject({ falseWhere: 'above', planned: 4.9 });
  // What the ceiling lacks is the probability of the values beyond
  expect(point.probability).toBeCloseTo(1 - result.ceiling!.exact!, 6);
});

it('a shallow dose–response asks for fewer, and has a higher ceiling', async () => {
  // Through 93 % at 50 Gy and 81 % at 35.87 Gy (5 × 5 Gy at an α/β of 4.9): γ50 = D50/4 · Δlogit/ΔGy
  const logit = (p: number) => Math.log(p / (1 - p));
  const perGy = (logit(0.93) - logit(0.81)) / (50 - 35.87);
  const gamma50 = ((50 - logit(0.93) / perGy) * perGy) / 4;
  const result = await study(`truth.localControl.gamma50=${gamma50}`, 'truths={}');
  const at = (size: number) => result.assurance.find((row) => row.size === size)!;
  expect(Math.abs(100 * result.truths[0].formula!.power - 58.9)).toBeLessThan(0.1);
  expect(Math.ceil(result.truths[0].formula!.size!)).toBe(292);
  // Exact values beside 56, 68 and 93 % by the normal approximation
  expect(Math.abs(at(165).assurance.exact! - 0.56)).toBeLessThan(0.01);
  expect(Math.abs(at(330).assurance.exact! - 0.68)).toBeLessThan(0.01);
  expect(Math.abs(result.ceiling!.exact! - 0.93)).toBeLessThan(0.005);
});

it('a power curve of 20 sizes costs less than 1.5 times its largest point', () => {
  const { scenario } = readScenario(shippedText('scopes-ii'), 'x');
  const sizes = Array.from({ length: 20 }, (_, i) => 20 * (i + 1));
  const ticks = (asked: readonly number[]): number => {
    const { user } = process.cpuUsage();
    runTask({ kind: 'nestedSuccesses', input: { scenario, truth: 1, sizes: asked, from: 0, to: 2000 } });
    return process.cpuUsage().user - user;
  };
  ticks(sizes);
  const ratios = Array.from({ length: 7 }, () => ticks(sizes) / ticks([400])).sort((a, b) => a - b);
  // The median of paired runs: other work on the machine slows both
  expect(ratios[3]).toBeLessThan(1.5);
});
