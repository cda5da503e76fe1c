import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import { claims } from '../../src/trial/claims/index.ts';
import {
  armSizes,
  createDesign,
  decidingEndpoints,
  hasLooks,
  requiredClaims,
  statedAims,
  statedClaims,
  statedEntries,
} from '../../src/trial/design.ts';
import { designSchema } from '../../src/trial/design-schema.ts';
import { blockSizes, smallestBlock } from '../../src/trial/randomisation-schema.ts';
import {
  countsAtLooks,
  createSequentialDesign,
  plannedEvents,
  sizesAtLook,
} from '../../src/trial/sequential-design.ts';
import { stagesOf } from '../../src/trial/stages.ts';

const local = { endpoint: 'localControl', atYears: 3, margin: 0.1, oneSidedAlpha: 0.05, test: 'wald' };
const wounds = { ...local, endpoint: 'woundComplication', atYears: undefined, withinDays: 120 };
const spec = (given: object) => designSchema.parse({ nonInferiority: local, ...given });

describe('sizes of arms', () => {
  it.each([
    [{ perArm: 7 }, 3, [7, 7, 7]],
    [{ total: 9 }, 2, [5, 4]],
    [{ total: 10 }, 3, [4, 3, 3]],
    [{ total: 90, allocation: [2, 1] }, 2, [60, 30]],
    // 6.67 and 3.33: the larger remainder gets the patient that is left
    [{ total: 10, allocation: [2, 1] }, 2, [7, 3]],
    [{ total: 10, allocation: [1, 2] }, 2, [3, 7]],
    // 2.2, 3.3, 5.5 of 11: only the last
    [{ total: 11, allocation: [2, 3, 5] }, 3, [2, 3, 6]],
  ])('%j in %d arms: %j', (given, arms, expected) => {
    expect(armSizes(spec(given), arms)).toEqual(expected);
  });

  it('grow in turn up to a look', () => {
    expect(sizesAtLook([20, 10], 0)).toEqual([0, 0]);
    expect(sizesAtLook([20, 10], 3)).toEqual([2, 1]);
    expect(sizesAtLook([20, 10], 30)).toEqual([20, 10]);
    expect(countsAtLooks([0.25, 0.333, 1], 30)).toEqual([8, 10, 30]);
    expect(plannedEvents({ plannedEvents: 50 }, { events: 70 })).toBe(50);
    expect(plannedEvents({}, { events: 70 })).toBe(70);
    expect(plannedEvents({}, undefined)).toBeUndefined();
  });

  it('make blocks of the smallest whole numbers', () => {
    for (const [allocation, expected] of [
      [undefined, [1, 1]],
      [
        [2, 2],
        [1, 1],
      ],
      [
        [6, 4],
        [3, 2],
      ],
      [
        [4, 6],
        [2, 3],
      ],
      [
        [3, 1],
        [3, 1],
      ],
      [[1.5, 1], undefined],
    ] as const)
      expect(smallestBlock(allocation)).toEqual(expected);
    expect(blockSizes({ blocks: 4 })).toEqual([4]);
    expect(blockSizes({ blocks: [4, 6] })).toEqual([4, 6]);
  });
});

describe('a design', () => {
  const pair = [{ nonInferiority: local }, { nonInferiority: wounds }];

  it('requires all of its claims, or the first of a hierarchy', () => {
    const all = createDesign(spec({ perArm: 40, nonInferiority: undefined, coPrimary: pair }), 2);
    const first = createDesign(spec({ perArm: 40, nonInferiority: undefined, hierarchical: pair }), 2);
    expect([all.isHierarchical, requiredClaims(all)]).toEqual([false, 2]);
    expect([first.isHierarchical, requiredClaims(first)]).toEqual([true, 1]);
    expect(decidingEndpoints(all)).toEqual([endpoints.localControl, endpoints.woundComplication]);
    // Each endpoint once, those of rules behind
    const again = { claims: [{ endpoint: endpoints.localControl }], rules: all.claims.toReversed() };
    expect(decidingEndpoints(again as never)).toEqual([endpoints.localControl, endpoints.woundComplication]);
  });

  it('has only what is stated of it', () => {
    expect(Object.keys(createDesign(spec({ perArm: 40 }), 2)).sort()).toEqual(
      'claims,countsUnevaluableAsFailures,isHierarchical,rules,sizes,stages,unevaluable'.split(','),
    );
    const full = createDesign(
      spec({
        total: 90,
        allocation: [4, 2],
        unevaluable: 0.1,
        analysisSet: 'intentionToTreat',
        centres: 5,
        accrual: { perMonth: 3 },
        adoption: [{ endpoint: 'localControl', atLeast: 0.8 }],
        randomisation: { blocks: [3, 6], strata: ['centre'] },
      }),
      2,
    );
    expect(full).toMatchObject({
      sizes: [60, 30],
      unevaluable: 0.1,
      countsUnevaluableAsFailures: true,
      centres: 5,
      accrual: { perMonth: 3, pattern: 'poisson' },
      randomisation: { blocks: { sizes: [3, 6], perBlock: [2, 1] }, strata: ['centre'] },
    });
    expect(full.adoption).toHaveLength(1);
    const plain = createDesign(spec({ total: 90, randomisation: { blocks: 4 } }), 2);
    expect(plain.randomisation).toEqual({ blocks: { sizes: [4], perBlock: [1, 1] }, strata: [] });
  });

  it('names its entries with their paths', () => {
    const paths = (given: object): string[] =>
      statedEntries(spec({ perArm: 40, ...given })).map(({ path }) => path.join('.'));
    expect(paths({})).toEqual(['nonInferiority']);
    const none = { nonInferiority: undefined };
    expect(paths({ ...none, coPrimary: pair })).toEqual([
      'coPrimary.0.nonInferiority',
      'coPrimary.1.nonInferiority',
    ]);
    expect(paths({ ...none, hierarchical: pair })).toEqual([
      'hierarchical.0.nonInferiority',
      'hierarchical.1.nonInferiority',
    ]);
    const [claim] = statedClaims(spec({ perArm: 40 }));
    expect(claim).toMatchObject({ name: 'nonInferiority', parameters: local });
    expect(statedAims(spec({ perArm: 40 }))).toEqual([]);
  });

  it('has looks by rules, or by more than one fraction of the information', () => {
    const sequential = (fractions: number[]) => ({ plan: { spec: { fractions } } }) as never;
    expect(hasLooks({ stages: [] })).toBe(false);
    expect(hasLooks({ stages: [{ rule: 0, look: 0, patients: 5 }] })).toBe(true);
    expect(hasLooks({ stages: [], sequential: sequential([1]) })).toBe(false);
    expect(hasLooks({ stages: [], sequential: sequential([0.5, 1]) })).toBe(true);
  });

  it('has looks whose bounds count on futility only where it binds', () => {
    const bounds = (futility?: object) => {
      const { sequential } = createDesign(
        spec({
          perArm: 60,
          groupSequential: {
            informationFractions: [0.5, 1],
            efficacy: { pocock: {} },
            ...(futility && { futility }),
          },
        }),
        2,
      );
      return sequential!;
    };
    const [none, free, binding] = [
      undefined,
      { fixedZ: { z: 0.5 } },
      { fixedZ: { z: 0.5 }, binding: true },
    ].map((futility) => bounds(futility));
    expect(free.plan.efficacy).toEqual(none.plan.efficacy);
    expect(binding.plan.efficacy[0]).toBeLessThan(free.plan.efficacy[0] - 0.01);
    expect(none).toMatchObject({ efficacyLabel: 'Pocock bounds', patients: [60, 120] });
    expect(none).not.toHaveProperty('futilityLabel');
    expect(none).not.toHaveProperty('events');
    expect(none.plan.futility).toBeUndefined();
    expect(free).toMatchObject({ futilityLabel: 'stated futility bounds' });
    expect(free.plan.futility![0]).toBe(0.5);
    expect(free.plan.spec.isBinding).toBe(false);
  });

  it('has looks at failures where times decide, of as many as are planned', () => {
    const timed = {
      timeSuperiority: { endpoint: 'localControl', atYears: 3, twoSidedAlpha: 0.05, test: 'logRank' },
      nonInferiority: undefined,
      accrual: { perMonth: 10 },
    };
    const looks = { informationFractions: [0.5, 1], efficacy: { lanDeMetsObrienFleming: {} } };
    const waiting = { followUp: { events: { number: 61, withinYears: 9 } }, groupSequential: looks };
    const stated = {
      followUp: { afterLast: { years: 3 } },
      groupSequential: { ...looks, plannedEvents: 40 },
    };
    for (const [given, events] of [
      [waiting, [31, 61]],
      [stated, [20, 40]],
    ] as const) {
      const { sequential } = createDesign(spec({ ...timed, total: 300, ...given }), 2);
      expect(sequential).toMatchObject({ events });
      expect(sequential).not.toHaveProperty('patients');
      expect(sequential!.plan.spec.oneSidedAlpha).toBe(0.025);
    }
  });

  it('has no looks at a claim without a level', () => {
    const block = { informationFractions: [0.5, 1], efficacy: { pocock: {} } } as never;
    const claim = claims.completion.create({ endpoint: 'localControl', atYears: 2, limitRate: 0.3 });
    expect(() => createSequentialDesign(block, claim, [40], undefined)).toThrow(
      /^invalid claim: not stopped early .* \(has no level to spend\)$/,
    );
  });

  it('orders looks by patients, then by rule', () => {
    const looks = [[20, 30], [10, 20], [20]].map((of) => ({ looks: of })) as never;
    expect(stagesOf(looks).map(({ patients, rule, look }) => [patients, rule, look])).toEqual([
      [10, 1, 0],
      [20, 0, 0],
      [20, 1, 1],
      [20, 2, 0],
      [30, 0, 1],
    ]);
  });
});
