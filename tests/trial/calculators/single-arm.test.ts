import { describe, expect, it } from 'vitest';
import { calculators } from '../../../src/trial/calculators/index.ts';
import { createDesign, type Design } from '../../../src/trial/design.ts';
import { designSchema } from '../../../src/trial/design-schema.ts';
import { exactDesign } from '../../../src/trial/exact-design.ts';
import { createPassMatrices } from '../../../src/trial/pass-matrix.ts';
import type { SequentialDesign } from '../../../src/trial/single-arm/sequential-design.ts';

const solve = (kind: string, given: object) =>
  calculators[kind].solve(calculators[kind].parameters.parse(given));
const problemsOf = (kind: string, given: object): string[] =>
  calculators[kind].parameters
    .safeParse(given)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

/** What the engine that stands beside the simulation says of a design block at one true rate. */
function engine(block: unknown, rate: number) {
  const design: Design = createDesign(designSchema.parse(block), 1);
  return exactDesign(design, createPassMatrices(), [{ size: design.sizes[0], rates: [rate] }])!;
}

const oneStage = [
  'aHern',
  'fleming',
  'exactBinomial',
  'normalApproximation',
  'simon',
  'posterior',
  'assurance',
];

describe('the design block of an answer', () => {
  it.each(
    oneStage.flatMap((kind) =>
      calculators[kind].examples.map((example) => [kind, example as object] as const),
    ),
  )('of %s %j does what the answer says', (kind, example) => {
    const given = example as { nullRate?: number; target?: number; alternativeRate: number };
    const { numbers, design } = solve(kind, given);
    expect(Math.abs(engine(design, given.alternativeRate).joint - (numbers.power as number))).toBeLessThan(
      1e-10,
    );
    const typeIError = engine(design, (given.nullRate ?? given.target)!).joint;
    expect(Math.abs(typeIError - (numbers.typeIError as number))).toBeLessThan(1e-10);
  });

  it.each(calculators.historicalControl.examples as { alternativeRate: number }[])(
    'of historicalControl %j does what the answer says',
    (example) => {
      const { numbers, design } = solve('historicalControl', example);
      expect(
        Math.abs(engine(design, example.alternativeRate).joint - (numbers.power as number)),
      ).toBeLessThan(1e-10);
    },
  );

  it.each(calculators.predictiveProbability.examples as object[])(
    'of predictiveProbability %j does what the answer says',
    (example) => {
      const { numbers, design } = solve('predictiveProbability', example);
      for (const key of ['atTarget', 'atAlternative']) {
        const { rate, successProbability, expectedSize } = numbers[key] as SequentialDesign;
        const found = engine(design, rate);
        expect(Math.abs(found.joint - successProbability)).toBeLessThan(1e-10);
        expect(found).toMatchObject({ expectedEnrolled: expect.closeTo(expectedSize, 8) });
      }
    },
  );

  it.each(calculators.toxicityStop.examples as object[])(
    'of toxicityStop %j does what the answer says',
    (example) => {
      const { numbers, design } = solve('toxicityStop', example);
      for (const { rate, stopProbability, expectedSize } of numbers.rates as SequentialDesign[]) {
        const found = engine(design, rate);
        expect(Math.abs(1 - found.joint - stopProbability)).toBeLessThan(1e-10);
        expect(found).toMatchObject({ expectedEnrolled: expect.closeTo(expectedSize, 8) });
      }
    },
  );

  it('names the endpoint that is asked for', () => {
    const { design } = solve('aHern', { nullRate: 0.3, alternativeRate: 0.15, endpoint: 'fibrosis' });
    expect(design).toMatchObject({ singleArm: { endpoint: 'fibrosis', atYears: 2 } });
    const wounds = solve('aHern', { nullRate: 0.3, alternativeRate: 0.15, withinDays: 30 });
    expect(wounds.design).toMatchObject({ singleArm: { endpoint: 'woundComplication', withinDays: 30 } });
  });
});

describe('sizes by a power', () => {
  it.each(['aHern', 'posterior', 'historicalControl'])('of %s are the smallest that reach it', (kind) => {
    const history = kind === 'historicalControl' ? { events: 31, patients: 88 } : {};
    const key = kind === 'aHern' ? { nullRate: 0.35 } : kind === 'posterior' ? { target: 0.35 } : {};
    const given = { ...history, ...key, alternativeRate: 0.12 };
    const { size, power } = solve(kind, given).numbers as Record<string, number>;
    expect(power).toBeGreaterThanOrEqual(0.8);
    const single = kind === 'aHern' ? 'exactBinomial' : kind;
    for (let perArm = 10; perArm < size; perArm++)
      expect(solve(single, { ...given, perArm }).numbers.power).toBeLessThan(0.8);
    expect(solve(single, { ...given, perArm: size }).numbers.power).toBeCloseTo(power, 12);
  });
});

describe('1 − certainty beside the exact type I error', () => {
  const typeIError = /^Type I error \(1 − certainty\)/;
  it.each([
    ['posterior', { target: 0.7, alternativeRate: 0.85, perArm: 45 }],
    ['predictiveProbability', { perArm: 40, target: 0.6, alternativeRate: 0.8, every: 10 }],
    ['historicalControl', { events: 31, patients: 88, alternativeRate: 0.15, perArm: 60 }],
  ])('%s calls it no nominal error, and says where the exact one is above it', (kind, given) => {
    const excesses = [0.8, 0.85, 0.9, 0.95, 0.99].map((certainty) => {
      const { rows, variant } = solve(kind, { ...given, certainty });
      const errors = rows.filter(({ label }) => typeIError.test(label));
      expect(errors.length).toBeGreaterThan(0);
      expect(variant).toContainEqual(expect.stringContaining('has no nominal type I error'));
      const isAbove = errors.some(({ nominal, exact }) => exact! > nominal!);
      expect(variant.some((line) => line.startsWith('The exact type I error is above 1 − cert'))).toBe(
        isAbove,
      );
      return isAbove;
    });
    expect(new Set(excesses).size).toBe(2);
  });

  it('an earlier series is set against a fixed rate only where that differs', () => {
    const given = { events: 31, patients: 88, alternativeRate: 0.15, perArm: 60 };
    expect(solve('historicalControl', given).sentence).toContain(
      'type I error 4.75 % over the uncertainty of the earlier rate, where a test that takes that rate for certain has 7.52 %; power',
    );
    const contrasts = [58, 59, 60, 61, 62, 63].map((perArm) => {
      const large = { events: 35_000, patients: 100_000, alternativeRate: 0.15, perArm };
      const { sentence, numbers } = solve('historicalControl', large);
      const { cutOff, fixedNull } = numbers as { cutOff: number; fixedNull: { cutOff: number } };
      const differs = cutOff !== fixedNull.cutOff;
      expect(sentence.includes('takes that rate for certain')).toBe(differs);
      return differs;
    });
    expect(new Set(contrasts).size).toBe(2);
  });
});

describe('what cannot be answered', () => {
  const rates = { nullRate: 0.3, alternativeRate: 0.5 };
  it.each([
    [
      'aHern',
      { nullRate: 0.3, alternativeRate: 0.3 },
      'alternativeRate: 0.3 is the rate to be better than itself',
    ],
    ['aHern', { ...rates, oneSidedAlpha: 0.5 }, 'oneSidedAlpha: 0.5 is too large for a significance level'],
    [
      'simon',
      { nullRate: 20, alternativeRate: 0.4 },
      'nullRate: 20 is not a probability (must be in [0, 1]; for 20 % write 0.2)',
    ],
    ['fleming', { ...rates, power: 0.05 }, 'power: 0.05 is not above the significance level 0.05'],
    ['aHern', { ...rates, endpoint: 'woundComplication' }, 'endpoint: wound complications: fewer is better'],
    ['aHern', { ...rates, withinDays: 30 }, 'withinDays: local control is timed by atYears'],
    [
      'aHern',
      { ...rates, endpoint: 'localcontrol' },
      'endpoint: unknown endpoint: localcontrol (did you mean localControl?)',
    ],
    [
      'toxicityStop',
      { perArm: 40, limitRate: 0.3, looks: [20, 50] },
      'looks: a look at 50 patients is beyond the 40',
    ],
    ['toxicityStop', { perArm: 40, limitRate: 0.3, looks: [20, 10] }, 'looks: looks must rise'],
    ['toxicityStop', { perArm: 40, limitRate: 0.3 }, 'every: needs one of looks, every'],
    [
      'predictiveProbability',
      { perArm: 40, target: 0.6, alternativeRate: 0.8, looks: [40] },
      'looks: a look at 40 patients is beyond the 39',
    ],
    [
      'predictiveProbability',
      { perArm: 40, target: 0.6, alternativeRate: 0.8, every: 10, events: 3 },
      'patients: events and patients go together',
    ],
    [
      'historicalControl',
      { events: 90, patients: 88, alternativeRate: 0.2 },
      'events: 90 events in 88 patients',
    ],
    [
      'historicalControl',
      { events: 30, patients: 100, alternativeRate: 0.3 },
      'alternativeRate: 0.3 is the earlier rate itself',
    ],
    [
      'historicalControl',
      { events: 30, patients: 100, alternativeRate: 0.4, endpoint: 'woundComplication' },
      'alternativeRate: 0.4 is not better than 0.3',
    ],
  ])('%s %j: %s', (kind, given, problem) => {
    expect(problemsOf(kind, given).join('\n')).toContain(problem);
  });

  it.each([
    ['aHern', { nullRate: 0.3, alternativeRate: 0.31 }, 'maximumSize 1000'],
    ['simon', { nullRate: 0.3, alternativeRate: 0.35 }, 'maximumSize 200'],
    ['posterior', { target: 0.3, alternativeRate: 0.31, maximumSize: 100 }, 'maximumSize 100'],
    ['exactBinomial', { ...rates, perArm: 2 }, 'invalid perArm: 2'],
    [
      'predictiveProbability',
      { perArm: 2, target: 0.9, alternativeRate: 0.95, every: 1 },
      'invalid perArm: 2',
    ],
  ])('%s %j says %s', (kind, given, bound) => {
    expect(() => solve(kind, given)).toThrow(bound);
  });
});
