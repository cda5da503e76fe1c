import { describe, expect, it } from 'vitest';
import { checkStatedEvents, competingOf, timeTestName } from '../../src/trial/time-claim-shape.ts';

const problems = (stated: object): string[] => {
  const issues: { path?: PropertyKey[]; message?: string }[] = [];
  const value = { test: 'logRank', countsAsFailure: [], competing: [], ...stated };
  checkStatedEvents({ value, issues } as never);
  return issues.map(({ path, message }) => `${path!.join('.')}: ${message}`);
};

describe('events that a claim on times names', () => {
  it.each([
    [{}, []],
    [{ countsAsFailure: ['death'], competing: ['metastasis'] }, []],
    [
      { countsAsFailure: ['death'], competing: ['metastasis', 'death'] },
      ['competing.1: death counts as failure already'],
    ],
    [
      { countsAsFailure: ['metastasis', 'death', 'metastasis'] },
      ['countsAsFailure.2: metastasis is named twice'],
    ],
    [{ competing: ['death', 'death'] }, ['competing.1: death is named twice']],
    [{ test: 'gray', competing: ['death'] }, []],
    [
      { test: 'gray', countsAsFailure: ['death'] },
      [
        'countsAsFailure: gray tells failures from competing events; with others that count as failure it has no meaning here',
      ],
    ],
  ])('%j: %j', (stated, expected) => {
    expect(problems(stated)).toEqual(expected);
  });

  it('compete where they are named, and death does unless it counts', () => {
    expect(competingOf({ countsAsFailure: [], competing: [] })).toEqual(['death']);
    expect(competingOf({ countsAsFailure: ['death'], competing: [] })).toEqual([]);
    expect(competingOf({ countsAsFailure: [], competing: ['metastasis'] })).toEqual(['metastasis', 'death']);
    expect(competingOf({ countsAsFailure: ['death'], competing: ['metastasis'] })).toEqual(['metastasis']);
    expect(competingOf({ countsAsFailure: ['metastasis'], competing: ['death'] })).toEqual(['death']);
  });

  it('are tested by a test that takes a margin, where there is one', () => {
    const message = (takesMargin: boolean, name: string) =>
      timeTestName(takesMargin).safeParse(name).error?.issues[0].message;
    expect(message(false, 'gray')).toBeUndefined();
    expect(message(true, 'cox')).toBeUndefined();
    expect(message(true, 'gray')).toBe(
      'gray takes no margin (those that do: logRank, cox, kaplanMeier, kaplanMeierRatio, restrictedMean, cumulativeIncidence, fineGray)',
    );
    expect(message(true, 'logRnk')).toBe('unknown test: logRnk (did you mean logRank?)');
  });
});
