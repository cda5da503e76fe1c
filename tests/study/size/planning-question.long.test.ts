import { beforeAll, describe, expect, it } from 'vitest';
import { readChange, readScenario } from '../../../src/scenario/read-scenario.ts';
import { runTasksHere } from '../../../src/study/run-tasks.ts';
import type { SizeResult } from '../../../src/study/size/size-result.ts';
import { sizeStudy } from '../../../src/study/size/size-study.ts';
import { shippedText } from '../../fixtures/scenario-text.ts';

const question = {
  power: 0.8,
  overWorlds: { name: 'successAndTrue', value: 0.8 },
  followUp: { accrualYears: 4 },
  held: {},
} as const;
const study = () => {
  const all = ['simulation.replicates=200', 'simulation.worlds=0', 'uncertainty={}'].map((c) =>
    readChange(c),
  );
  const { scenario } = readScenario(shippedText('sts-5x6-vs-25x2'), 'x', all);
  return sizeStudy(scenario, question, runTasksHere, []);
};
const byName = <T extends { name: string }>(rows: readonly T[], name: string): T =>
  rows.find((row) => row.name === name)!;

// Planning question: 5 × 6 against 25 × 2 Gy, 93 % at 3 years, 7 points, one-sided 5 %; by α/β, the power of 165 an arm and
// the patients an arm for 80 %, by Wald’s formula, and exactly
const byAlphaBeta = {
  alphaBeta2: [99.998, 31, 26],
  alphaBeta3: [99.5, 58, 55],
  alphaBeta4: [80.2, 165, 164],
  asPlanned: [29.8, 823, 827],
  alphaBeta5: [25.1, 1080, 1084],
  alphaBeta6: [2.5, undefined, undefined],
  alphaBeta10: [0, undefined, undefined],
} as const;
const exactPower = {
  alphaBeta2: 100,
  alphaBeta3: 99.5,
  alphaBeta4: 80.4,
  asPlanned: 31.1,
  alphaBeta5: 26.4,
  alphaBeta6: 2.8,
  alphaBeta10: 0,
};

describe('the planning question with a steep dose–response', () => {
  let result: SizeResult;
  beforeAll(async () => {
    result = await study();
  });

  it.each(Object.entries(byAlphaBeta))(
    '%s: power by formula and exact, patients by both',
    (name, [power, formula, exact]) => {
      const truth = byName(result.truths, name);
      expect(Math.abs(100 * truth.formula!.power - power)).toBeLessThan(0.1);
      expect(Math.abs(100 * truth.power.exact! - exactPower[name as keyof typeof exactPower])).toBeLessThan(
        0.05,
      );
      expect(truth.formula!.size === undefined ? undefined : Math.ceil(truth.formula!.size)).toBe(formula);
      expect(truth.found.kind === 'exact' ? truth.found.lasting : undefined).toBe(exact);
      expect(truth.isTrue).toBe(exact !== undefined);
    },
  );

  it('one sentence asks for 330 to 661 patients, by the analysis', () => {
    const { analyses, plan } = result.analyses[0];
    expect(plan).toBe('both arms at 93 %');
    const sizes = Object.fromEntries(analyses.map(({ name, formula }) => [name, formula!.patients]));
    expect(sizes).toMatchObject({ wald: 330, farringtonManning: 364, logRank: 407, logRankCensored: 661 });
    expect(byName(analyses, 'logRankCensored').formula!.unrounded).toBeCloseTo(660.2, 1);
    expect(byName(analyses, 'logRank').formula!.events).toBeCloseTo(46.2, 1);
    const [wald, score] = [byName(analyses, 'wald').exact!, byName(analyses, 'farringtonManning').exact!];
    expect([wald.smallest, score.smallest, score.lasting]).toEqual([328, 350, 358]);
    expect(wald.power).toBeCloseTo(0.804, 3);
    expect(wald.typeIError).toBeCloseTo(0.0558, 4);
    expect(score.power).toBeCloseTo(0.816, 3);
    expect(score.typeIError).toBeCloseTo(0.0508, 4);
  });
});
