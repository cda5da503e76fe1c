import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { glances } from '../../src/report/glance.ts';
import { LOOKS, makeResult, SINGLE_ARM, TWO_ARMS } from './make-result.ts';

let twoArms: RunResult;

beforeAll(async () => {
  twoArms = await makeResult(TWO_ARMS);
});

const shownFor = (result: RunResult, question: string): string | undefined =>
  glances(result).find((glance) => glance.question === question)?.value;

describe('the numbers that are asked for first', () => {
  it('are those of the result', () => {
    const { power, typeIError } = twoArms.truths[0].operatingCharacteristics;
    expect(shownFor(twoArms, 'Patients')).toBe('150');
    expect(shownFor(twoArms, 'Power as planned')).toBe(`${(100 * power.exact!).toFixed(1)} %`);
    expect(shownFor(twoArms, 'Type I error')).toBe(`${(100 * typeIError.exact!).toFixed(1)} %`);
    const { assurance } = twoArms;
    expect(shownFor(twoArms, 'Assurance')).toBe(`${(100 * assurance!.estimate).toFixed(1)} %`);
    expect(shownFor(twoArms, 'Risk that a claim is false')).toBe(
      `${(100 * (1 - assurance!.ceiling.estimate)).toFixed(1)} %`,
    );
  });

  it('bound rightful success alone: with the claim false a trial may succeed too', async () => {
    const looks = await makeResult(LOOKS);
    const { assurance } = looks;
    expect(assurance!.exact).toBeGreaterThan(assurance!.ceiling.exact!);
    const note = glances(looks).find(({ question }) => question === 'Risk that the claim is false')?.note;
    expect(note).toMatch(/; no size succeeds rightly in more than \d+\.\d %$/);
  });

  it('leave out what was not asked: worlds', async () => {
    const questions = glances(await makeResult(SINGLE_ARM)).map(({ question }) => question);
    expect(questions).toEqual(['Patients', 'Power as planned', 'Type I error']);
  });

  it('say how many patients are expected where looks may stop', async () => {
    const looks = await makeResult(LOOKS);
    expect(glances(looks)[0].note).toMatch(/^\d+(\.\d)?( ± \d\.\d+)? expected by the decision$/);
  });
});
