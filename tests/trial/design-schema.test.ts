import { describe, expect, it } from 'vitest';
import { designSchema } from '../../src/trial/design-schema.ts';

const local = { endpoint: 'localControl', atYears: 3, margin: 0.1, oneSidedAlpha: 0.05, test: 'wald' };
const wounds = { ...local, endpoint: 'woundComplication', atYears: undefined, withinDays: 120 };
const nonInferiority = local;
const problems = (given: object): string[] =>
  designSchema
    .safeParse({ nonInferiority, ...given })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
const interim = [{ boundary: { endpoint: 'localControl', atYears: 3, looks: [9], successesAtMost: [0] } }];
const total = 90;
const multiple = (size: number, of: number, shape: string): string =>
  `invalid block: ${size} (must be a multiple of ${of}, for an allocation of ${shape})`;

describe('the specification of a design', () => {
  it.each([
    [{ perArm: 40 }, []],
    [{ total }, []],
    [{}, [': needs one of perArm, total']],
    [{ perArm: 40, total }, [': needs one of perArm, total']],
    [{ total, allocation: [2, 1] }, []],
    [{ perArm: 40, allocation: [2, 1] }, ['allocation: allocation needs total, not perArm']],
    [
      { perArm: 40, analysisSet: 'intentionToTreat' },
      ['analysisSet: analysisSet does nothing while unevaluable is 0'],
    ],
    [{ perArm: 40, analysisSet: 'intentionToTreat', unevaluable: 0.1 }, []],
    [{ perArm: 40, unevaluable: 0.1 }, []],
    [
      { perArm: 40, accrual: { perMonth: 3, centresOpenPerMonth: 1 } },
      ['accrual.centresOpenPerMonth: centresOpenPerMonth needs the number of centres'],
    ],
    [{ perArm: 40, accrual: { perMonth: 3, centresOpenPerMonth: 1 }, centres: 3 }, []],
    [
      { perArm: 40, accrual: { perMonth: 3, pausesAtLooks: true } },
      ['accrual.pausesAtLooks: pausesAtLooks does nothing without interim rules'],
    ],
    [{ perArm: 40, accrual: { perMonth: 3, pausesAtLooks: true }, interim }, []],
    [{ perArm: 40, accrual: { perMonth: 3 } }, []],
    [
      { perArm: 40, followUp: { afterLast: { years: 2 } } },
      ['followUp: followUp does nothing: no claim is on times of failure'],
    ],
  ])('%j: %j', (given, expected) => {
    expect(problems(given)).toEqual(expected);
  });

  it.each([
    [{ total, randomisation: { blocks: 4 } }, []],
    [{ perArm: 40, randomisation: { blocks: 4 } }, ['randomisation: randomisation needs total, not perArm']],
    [{ total, randomisation: { blocks: 5 } }, [`randomisation.blocks: ${multiple(5, 2, '1:1')}`]],
    [{ total, allocation: [4, 2], randomisation: { blocks: [3, 6] } }, []],
    [
      { total, allocation: [4, 2], randomisation: { blocks: [3, 4, 6, 8] } },
      [
        `randomisation.blocks.1: ${multiple(4, 3, '2:1')}`,
        `randomisation.blocks.3: ${multiple(8, 3, '2:1')}`,
      ],
    ],
    [
      { total, allocation: [1.5, 1], randomisation: { blocks: 5 } },
      ['allocation: blocks need an allocation of whole numbers'],
    ],
    [{ total, randomisation: { blocks: 4, strata: ['a', 'b'] } }, []],
    [
      { total, randomisation: { blocks: 4, strata: ['a', 'a'] } },
      ['randomisation.strata: a stratum is named twice'],
    ],
  ])('of blocks, %j: %j', (given, expected) => {
    expect(problems(given)).toEqual(expected);
  });

  it('claims one thing, or several of them in one list', () => {
    const two = [{ nonInferiority: local }, { nonInferiority: wounds }];
    const of = (given: object) => problems({ perArm: 40, ...given });
    const [none] = of({ nonInferiority: undefined });
    expect(none).toMatch(
      /^: needs one of nonInferiority, superiority, .*coPrimary, hierarchical, estimate, escalation$/,
    );
    for (const key of ['coPrimary', 'hierarchical']) {
      expect(of({ nonInferiority: undefined, [key]: two })).toEqual([]);
      expect(of({ [key]: two })).toEqual([none]);
      expect(of({ nonInferiority: undefined, [key]: [two[0], two[1], two[0]] })).toEqual([
        `${key}.2.nonInferiority.endpoint: localControl is claimed twice`,
      ]);
      expect(of({ nonInferiority: undefined, [key]: [two[0]] })).toHaveLength(1);
    }
    // A program may leave a key undefined
    const left = [{ nonInferiority: local, superiority: undefined }, two[1]];
    expect(of({ nonInferiority: undefined, coPrimary: left })).toEqual([]);
    // The two lists are looked at apart
    expect(of({ nonInferiority: undefined, coPrimary: two, hierarchical: two })).toEqual([none]);
  });

  it.each([
    [{ perArm: 1 }, true],
    [{ perArm: 0 }, false],
    [{ perArm: 10_000 }, true],
    [{ perArm: 10_001 }, false],
    [{ total: 10_000 }, true],
    [{ total: 10_001 }, false],
    [{ perArm: 40, unevaluable: 0.99 }, true],
    [{ perArm: 40, unevaluable: 0.991 }, false],
    [{ perArm: 40, centres: 2 }, true],
    [{ perArm: 40, centres: 1 }, false],
    [{ perArm: 40, centres: 1000 }, true],
    [{ perArm: 40, centres: 1001 }, false],
    [{ total, randomisation: { blocks: 2 } }, true],
    [{ total, randomisation: { blocks: 100 } }, true],
    [{ total, randomisation: { blocks: 102 } }, false],
  ])('takes %j: %s', (given, expected) => {
    expect(problems(given).length === 0).toBe(expected);
  });

  it('drops patients who are not evaluable, of which there are none unless stated', () => {
    expect(designSchema.parse({ perArm: 40, nonInferiority })).toMatchObject({
      unevaluable: 0,
      analysisSet: 'perProtocol',
    });
  });
});
