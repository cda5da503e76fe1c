import { describe, expect, it } from 'vitest';
import { sizeText } from '../../../src/report/size-text.ts';
import { readChange, readScenario } from '../../../src/scenario/read-scenario.ts';
import { runTasksHere } from '../../../src/study/run-tasks.ts';
import { sizeStudy } from '../../../src/study/size/size-study.ts';
import { runInline } from '../../fixtures/run-inline.ts';
import { FOUR_ARMS_WITH_LOOKS, THREE_ARMS } from '../../fixtures/three-arms.ts';

/** Errors beyond which a right estimate lies less than once in ten million times. */
const ERRORS = 5.5;

const question = {
  power: 0.8,
  overWorlds: { name: 'successAndTrue', value: 0.8 },
  followUp: { accrualYears: 4 },
  held: {},
} as const;

const study = (text: string, ...changes: string[]) => {
  const { scenario } = readScenario(
    text,
    'x',
    changes.map((change) => readChange(change)),
  );
  return sizeStudy(scenario, question, runTasksHere, []);
};
const set = (multiplicity: string, requires: string): string =>
  `design.comparisons={ multiplicity: ${multiplicity}, requires: ${requires} }`;

describe('a size for several arms against one control', () => {
  it.each([
    ['dunnett', 'any', 'at least one arm'],
    ['none', 'all', 'every arm'],
    ['gatekeeping', 'any', 'the first arm'],
  ])('is for what the design requires: %s, %s', async (multiplicity, requires, words) => {
    // Where every arm must pass, both lie inside the margin
    const rates = 'truth.fibrosis={ model: statedRates, control: 0.35, gy30: 0.34, gy28: 0.3 }';
    const changes = [set(multiplicity, requires), rates, 'simulation.replicates=400'];
    const result = await study(THREE_ARMS, ...changes);
    const [{ power, found }] = result.truths;
    if (found.kind !== 'exact') throw new Error(`found: ${found.kind}`);
    const at = async (size: number): Promise<number> => {
      const run = await runInline(THREE_ARMS, ...changes, `design.perArm=${size}`, 'simulation.replicates=1');
      return run.result.truths[0].operatingCharacteristics.power.exact!;
    };
    expect(await at(found.smallest)).toBe(found.reached);
    expect(await at(found.smallest)).toBeGreaterThanOrEqual(0.8);
    expect(await at(found.smallest - 1)).toBeLessThan(0.8);
    // Simulated by one pass over nested patients, beside the exact value
    for (const { power: one } of [{ power }, ...result.curve])
      expect(Math.abs(one.estimate - one.exact!)).toBeLessThan(
        ERRORS * Math.max(one.mcse, Math.sqrt((one.exact! * (1 - one.exact!)) / 400)) + 1e-9,
      );
    expect(result.analyses).toEqual([]);
    expect(sizeText(result).join(' ')).toContain(`Power is of showing the claim for ${words}`);
  });

  it('is simulated where arms are dropped at looks, in each size with the looks of that size', async () => {
    const result = await study(FOUR_ARMS_WITH_LOOKS, 'simulation.replicates=150', 'design.perArm=60');
    const { found } = result.truths[0];
    if (found.kind !== 'simulated') throw new Error(`found: ${found.kind}`);
    const run = await runInline(
      FOUR_ARMS_WITH_LOOKS,
      `design.perArm=${found.recommended}`,
      'simulation.replicates=1500',
    );
    const { estimate, mcse } = run.result.truths[0].operatingCharacteristics.power;
    expect(Math.abs(estimate - found.reached.estimate)).toBeLessThan(
      ERRORS * Math.hypot(mcse, found.reached.mcse),
    );
  });

  it('is none where every arm is beyond the margin, and says whose claim is false', async () => {
    const rates = 'truth.fibrosis={ model: statedRates, control: 0.35, gy30: 0.5, gy28: 0.48 }';
    const [{ found }] = (await study(THREE_ARMS, rates, 'simulation.replicates=50')).truths;
    expect(found).toMatchObject({ kind: 'none', isCertain: true });
    expect(found.kind === 'none' && found.reason).toMatch(
      /^the claim of every arm, that of gy30 too, is false: the rates are 35 % and 50 %/,
    );
  });
});
