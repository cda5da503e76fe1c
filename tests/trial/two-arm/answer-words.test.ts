import { describe, expect, it } from 'vitest';
import { sizeVariant, sizeWords } from '../../../src/trial/two-arm/answer-words.ts';
import type { TwoArmQuestion } from '../../../src/trial/two-arm/question.ts';

const question = { test: 'wald', margin: 0.1 } as TwoArmQuestion;
const sizes = {
  smallest: 40,
  lasting: 44,
  searchedFrom: 20,
  horizon: 75,
  formula: 41.2,
  rounded: 42,
  powerAtRounded: 0.81,
};

describe('how sizes were found, in words', () => {
  it('says from where the power stays, or that it does not', () => {
    expect(sizeVariant(question, sizes)[1]).toMatch(
      /tried one by one from 20 .* from 44 on every size up to 75, where the search ended, has it\.$/,
    );
    const { lasting: _, ...unsettled } = sizes;
    expect(sizeVariant(question, unsettled)[1]).toMatch(
      /: the search ended at 75, where the power is below the target again\.$/,
    );
  });

  it('says that the first size tried has the power, where a smaller one could be', () => {
    const told = (change: object) => sizeVariant(question, { ...sizes, ...change }).length === 3;
    expect(told({})).toBe(false);
    expect(told({ smallest: 20 })).toBe(true);
    expect(told({ smallest: 2, searchedFrom: 2 })).toBe(true);
    expect(told({ smallest: 1, searchedFrom: 1 })).toBe(false);
  });

  it('counts patients of each arm where they differ', () => {
    expect(sizeWords([40, 40])).toBe('40 patients per arm (80 in all)');
    expect(sizeWords([40, 60])).toBe('40 control and 60 experimental patients (100 in all)');
  });
});
