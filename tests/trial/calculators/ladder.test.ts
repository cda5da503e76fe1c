import { describe, expect, it } from 'vitest';
import { calculators } from '../../../src/trial/calculators/index.ts';

const solve = (kind: string, given: object) =>
  calculators[kind].solve(calculators[kind].parameters.parse(given));
const problemsOf = (kind: string, given: object): string[] =>
  calculators[kind].parameters
    .safeParse(given)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('boin', () => {
  it('has the decisions of the published table at a target of 30 %', () => {
    const { table } = solve('boin', { target: 0.3 }).numbers as { table: Record<string, number>[] };
    const column = (key: string) => table.map((row) => row[key]);
    // Liu & Yuan 2015, J R Stat Soc C 64:507; BOIN 2.7.2, get.boundary
    expect(column('patients')).toEqual([3, 6, 9, 12, 15, 18, 21, 24, 27, 30]);
    expect(column('escalateAtMost')).toEqual([0, 1, 2, 2, 3, 4, 4, 5, 6, 7]);
    expect(column('deescalateAtLeast')).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(column('eliminateAtLeast')).toEqual([3, 4, 5, 7, 8, 9, 10, 11, 12, 14]);
  });

  it('shows that a count gives no level up before three patients', () => {
    const { table } = solve('boin', { target: 0.3, groupSize: 1, maximumSize: 3 });
    expect(table!.rows).toEqual([
      ['1', '≤ 0', '≥ 1', '–'],
      ['2', '≤ 0', '≥ 1', '–'],
      ['3', '≤ 0', '≥ 2', '≥ 3'],
    ]);
  });

  it.each([
    [{ target: 0.3, rates: [0.3, 0.2] }, 'rates: must not fall: 0.2 follows 0.3'],
    [{ target: 0.3, rates: [0.3, 0.4], startLevel: 3 }, 'startLevel: 3 is beyond the 2 levels of the ladder'],
    [{ target: 0.3, overRate: 0.3 }, 'overRate: 0.3 is not above the target, 0.3'],
  ])('refuses %j', (given, problem) => {
    expect(problemsOf('boin', given)).toEqual([problem]);
  });
});

describe('crm', () => {
  const outcomes = { at: [3, 4, 4, 3, 3, 4, 3, 2, 2, 2], toxic: [0, 0, 1, 0, 0, 1, 1, 0, 0, 0] };
  const given = { target: 0.2, skeleton: [0.05, 0.1, 0.2, 0.35, 0.5, 0.7], ...outcomes };

  it('updates the rates, and says where the next group is treated', () => {
    const { numbers, sentence } = solve('crm', given);
    // dfcrm 0.2.2.1, crm, the example of its documentation
    expect(numbers).toMatchObject({ nearestLevel: 2, nextLevel: 2, mean: expect.closeTo(-0.212172, 6) });
    expect(sentence).toBe(
      'After 3 toxicities in 10 patients, level 2 is nearest to the target of 20 %, with a rate of 15.53 % by the model; the next group is treated at level 2.',
    );
  });

  it('counts patients by the share of the window that is over', () => {
    const followUp = new Array<number>(10).fill(30);
    const watched = solve('crm', { ...given, followUp, window: 180 });
    expect((watched.numbers.rates as number[])[1]).toBeGreaterThan(0.2);
    const over = solve('crm', { ...given, followUp: followUp.map(() => 400), window: 180 });
    expect(over.numbers).toEqual(solve('crm', given).numbers);
  });

  it('makes a skeleton of indifference intervals', () => {
    const { numbers } = solve('crm', { target: 0.25, halfWidth: 0.05, priorLevel: 3, levels: 5 });
    expect((numbers.skeleton as number[]).map((rate) => rate.toFixed(2))).toEqual([
      '0.08',
      '0.16',
      '0.25',
      '0.35',
      '0.46',
    ]);
    expect(numbers).toMatchObject({ nearestLevel: 3, nextLevel: 1 });
  });

  it('says why a trial ends', () => {
    const toxic = {
      target: 0.2,
      skeleton: [0.1, 0.2],
      at: [1, 1, 1],
      toxic: [1, 1, 1],
      eliminationCutOff: 0.95,
    };
    expect(solve('crm', toxic).sentence).toContain('the trial stops: the lowest level is too toxic');
    expect(solve('crm', { ...given, maximumSize: 10 }).numbers).toMatchObject({ stops: 'maximumSize' });
  });

  it.each([
    [{ target: 0.2 }, 'skeleton: needs one of skeleton, halfWidth'],
    [{ ...given, halfWidth: 0.05 }, 'skeleton: needs one of skeleton, halfWidth: not both'],
    [{ ...given, levels: 6 }, 'levels: levels does nothing beside a skeleton'],
    [{ target: 0.2, halfWidth: 0.05, levels: 3 }, 'priorLevel: halfWidth needs priorLevel'],
    [
      { target: 0.2, halfWidth: 0.05, levels: 3, priorLevel: 4 },
      'priorLevel: 4 is beyond the 3 levels of the ladder',
    ],
    [
      { target: 0.2, halfWidth: 0.2, levels: 3, priorLevel: 2 },
      'halfWidth: invalid halfWidth: 0.2 (must leave 0.2 ± it within 0 and 1)',
    ],
    [{ ...given, toxic: [1] }, 'toxic: 1 outcomes for 10 patients (must be one each)'],
    [{ ...given, at: outcomes.at.map((level) => 2 * level) }, 'at: 8 is beyond the 6 levels of the ladder'],
    [{ ...given, window: 180 }, 'followUp: followUp and window go together'],
    [{ ...given, followUp: [1], window: 180 }, 'followUp: 1 times for 10 patients (must be one each)'],
    [{ ...given, rates: [0.1, 0.2] }, 'rates: 2 rates for a ladder of 6 levels (must be one a level)'],
    [{ ...given, skeleton: [0.2, 0.1] }, 'skeleton: must rise: 0.1 follows 0.2'],
  ])('refuses %j', (wrong, problem) => {
    expect(problemsOf('crm', wrong)).toEqual([problem]);
  });
});

describe('threePlusThree', () => {
  it('goes up from a rate of 10 % with probability 0.906147', () => {
    const { numbers } = solve('threePlusThree', { rates: [0.1] });
    expect((numbers.passes as number[])[0]).toBeCloseTo(0.906147, 12);
  });
});

describe('dunnett', () => {
  it('grows sizes by what its bound costs, and a bad event needs as many as its opposite', () => {
    const plan = { arms: 3, controlRate: 0.35, experimentalRate: 0.2 };
    const { numbers } = solve('dunnett', plan);
    const opposite = solve('dunnett', { arms: 3, controlRate: 0.65, experimentalRate: 0.8 });
    expect(numbers.controlSize).toBe(opposite.numbers.controlSize);
    // ((z + z_β)²(p₀q₀ + p₁q₁))/Δ², with z 2.348976 and z_β 0.841621
    const size = ((2.348976 + 0.841621) * (2.348976 + 0.841621) * (0.35 * 0.65 + 0.2 * 0.8)) / (0.15 * 0.15);
    expect(numbers).toMatchObject({ controlSize: Math.ceil(size), totalSize: 4 * Math.ceil(size) });
    expect(numbers.powerOfEach as number).toBeGreaterThanOrEqual(0.8);
    expect(numbers.powerOfAny as number).toBeGreaterThan(numbers.powerOfEach as number);
  });

  it.each([
    [{ arms: 0 }, 'arms: '],
    [{ arms: 2, power: 0.02 }, 'power: 0.02 is not above the significance level 0.025'],
    [{ arms: 2, controlRate: 0.3 }, 'experimentalRate: controlRate and experimentalRate go together'],
    [{ arms: 2, controlRate: 0.3, experimentalRate: 0.3 }, 'experimentalRate: 0.3 is the control’s rate'],
  ])('refuses %j', (given, problem) => {
    expect(problemsOf('dunnett', given).join()).toContain(problem);
  });
});
