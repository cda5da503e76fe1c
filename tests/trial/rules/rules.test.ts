import { describe, expect, it } from 'vitest';
import type { RuleDefinition } from '../../../src/trial/rules/definition.ts';
import { rules } from '../../../src/trial/rules/index.ts';

const { boundary, toxicityStop, predictiveProbability } = rules;
const problemsOf = (definition: RuleDefinition, spec: object, size: number) =>
  definition
    .problems(definition.parameters.parse(spec), size)
    .map(({ key, message }) => `${key}: ${message}`);
const create = (definition: RuleDefinition, spec: object, size: number) =>
  definition.create(definition.parameters.parse(spec), size);
/** Verdicts of one look by the number of events. */
const verdictsOf = (definition: RuleDefinition, spec: object, size: number, look = 0) => {
  const rule = create(definition, spec, size);
  return Array.from({ length: rule.looks[look] + 1 }, (_, events) => rule.decide(look, events) ?? '–');
};

const control = { endpoint: 'localControl', atYears: 1 };
const wounds = { endpoint: 'woundComplication', withinDays: 120 };

describe('stated bounds', () => {
  const bounds = {
    looks: [4, 8],
    failuresAtLeast: [4, 6],
    successesAtMost: [1, 3],
    successesAtLeast: [4, 7],
  };

  it('stop for harm before futility, and for efficacy', () => {
    expect(verdictsOf(boundary, { ...control, ...bounds }, 20)).toEqual([
      'harm',
      'futility',
      '–',
      '–',
      'efficacy',
    ]);
    expect(verdictsOf(boundary, { ...control, ...bounds }, 20, 1)).toEqual([
      ...['harm', 'harm', 'harm', 'futility', '–', '–', '–'],
      ...['efficacy', 'efficacy'],
    ]);
  });

  it('count successes where the event is a failure', () => {
    expect(verdictsOf(boundary, { ...wounds, ...bounds }, 20)).toEqual([
      'efficacy',
      '–',
      '–',
      'futility',
      'harm',
    ]);
  });

  it('say what stops the trial, and when it looks', () => {
    expect(create(boundary, { ...control, ...bounds }, 20).sentence).toBe(
      'stops on local control at 1 year for futility at 1, 3 or fewer successes, for harm at 4, 6 or more failures, for efficacy at 4, 7 or more successes; looks at 4 and 8 outcomes',
    );
    expect(create(boundary, { ...wounds, looks: [9], failuresAtLeast: [5] }, 20).sentence).toMatch(
      /within 120 days for harm at 5 or more failures; one look at 9 outcomes$/,
    );
  });

  it('may stop for efficacy only where a bound says so', () => {
    const may = (spec: object) =>
      boundary.stopsForEfficacy(boundary.parameters.parse({ ...control, ...spec }));
    expect(may(bounds)).toBe(true);
    expect(may({ looks: [4], successesAtMost: [1] })).toBe(false);
  });

  it.each([
    [{ looks: [4, 8], successesAtMost: [1] }, ['successesAtMost: 1 bounds for 2 looks']],
    [
      { looks: [4], successesAtMost: [1, 2], failuresAtLeast: [3, 4] },
      ['successesAtMost: 2 bounds for 1 looks', 'failuresAtLeast: 2 bounds for 1 looks'],
    ],
    [
      { looks: [4, 30], successesAtMost: [1, 2] },
      ['looks: a look at 30 patients is beyond the 20 of the trial'],
    ],
    [
      { looks: [4, 8], failuresAtLeast: [5, 9] },
      ['failuresAtLeast: failuresAtLeast does nothing: no look has so many patients'],
    ],
    [{ looks: [4, 8], failuresAtLeast: [5, 8] }, []],
    [
      { looks: [4, 8], successesAtMost: [1, 8] },
      ['successesAtMost: 8 or fewer successes of 8 are certain: every trial stops'],
    ],
    [{ looks: [4, 8], successesAtMost: [1, 7] }, []],
    [
      { looks: [4], failuresAtLeast: [0] },
      ['failuresAtLeast: 0 or more failures of 4 are certain: every trial stops'],
    ],
    [
      { looks: [4], successesAtMost: [2], successesAtLeast: [2] },
      ['successesAtLeast: 2 successes of 4 would stop the trial for efficacy and against it'],
    ],
    [{ looks: [4], successesAtMost: [2], successesAtLeast: [3] }, []],
    [
      { looks: [4], failuresAtLeast: [2], successesAtLeast: [2] },
      ['successesAtLeast: 2 successes of 4 would stop the trial for efficacy and against it'],
    ],
    [{ looks: [4], failuresAtLeast: [2], successesAtLeast: [3] }, []],
  ])('of %j: %j', (spec, problems) => {
    expect(problemsOf(boundary, { ...control, ...spec }, 20)).toEqual(problems);
  });

  it('must be of one kind at least', () => {
    const { error } = boundary.parameters.safeParse({ ...control, looks: [4] });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'needs one of successesAtMost, failuresAtLeast, successesAtLeast',
    ]);
  });
});

describe('the stop for toxicity', () => {
  const limit = { prior: { a: 1, b: 1 }, limitRate: 0.5, certainty: 0.9, looks: [4] };

  it('comes once the posterior leaves little doubt', () => {
    // P(p > 1/2 | x of 4) is 1/32, 6/32, 16/32, 26/32, 31/32
    expect(verdictsOf(toxicityStop, { ...wounds, ...limit }, 20)).toEqual(['–', '–', '–', '–', 'harm']);
    const surer = { ...limit, certainty: 0.81 };
    expect(verdictsOf(toxicityStop, { ...wounds, ...surer }, 20)).toEqual(['–', '–', '–', 'harm', 'harm']);
    const surest = { ...limit, certainty: 0.97 };
    expect(verdictsOf(toxicityStop, { ...wounds, ...surest }, 20)).toEqual(['–', '–', '–', '–', '–']);
  });

  it('comes at few events where these are good', () => {
    expect(verdictsOf(toxicityStop, { ...control, ...limit }, 20)).toEqual(['harm', '–', '–', '–', '–']);
  });

  it('names the side that is worse, and is never for efficacy', () => {
    expect(create(toxicityStop, { ...wounds, ...limit }, 20).sentence).toContain(
      ' above 50 % is at least 90 %',
    );
    expect(create(toxicityStop, { ...control, ...limit }, 20).sentence).toContain(' below 50 % is at least');
    expect(toxicityStop.stopsForEfficacy(limit)).toBe(false);
    expect(problemsOf(toxicityStop, { ...wounds, ...limit }, 3)).toEqual([
      'looks: a look at 4 patients is beyond the 3 of the trial',
    ]);
  });
});

describe('the predictive probability', () => {
  const spec = {
    prior: { a: 1, b: 1 },
    target: 0.5,
    certainty: 0.8,
    futilityBelow: 0.2,
    efficacyAbove: 0.91,
    looks: [2],
  };

  it('stops where success at the end is improbable, or nearly certain', () => {
    // P(p > 1/2 | y of 4) ≥ 0.8 from y = 3 on; the other two are 0, 1 or 2 events with 1/10, 3/10, 6/10 after 2 of 2,
    // 3/10, 4/10, 3/10 after 1, 6/10, 3/10, 1/10 after 0: success has 0.9, 0.3 and 0
    expect(verdictsOf(predictiveProbability, { ...control, ...spec }, 4)).toEqual(['futility', '–', '–']);
    const lower = { ...spec, efficacyAbove: 0.89 };
    expect(verdictsOf(predictiveProbability, { ...control, ...lower }, 4)).toEqual([
      'futility',
      '–',
      'efficacy',
    ]);
    const higher = { ...spec, futilityBelow: 0.31 };
    expect(verdictsOf(predictiveProbability, { ...control, ...higher }, 4)).toEqual([
      'futility',
      'futility',
      '–',
    ]);
  });

  it('takes few events for success where these are bad', () => {
    const lower = { ...spec, efficacyAbove: 0.89 };
    expect(verdictsOf(predictiveProbability, { ...wounds, ...lower }, 4)).toEqual([
      'efficacy',
      '–',
      'futility',
    ]);
  });

  it('stops for efficacy only where that is asked for', () => {
    const { efficacyAbove: _, ...never } = spec;
    expect(verdictsOf(predictiveProbability, { ...control, ...never }, 4)).toEqual(['futility', '–', '–']);
    expect(create(predictiveProbability, { ...control, ...never }, 4).sentence).not.toContain('efficacy');
    expect(create(predictiveProbability, { ...control, ...spec }, 4).sentence).toContain(
      'for efficacy above 91 %',
    );
    expect([never, spec].map((s) => predictiveProbability.stopsForEfficacy(s))).toEqual([false, true]);
  });

  it('needs its upper bound above its lower', () => {
    const wrong = (efficacyAbove: number) =>
      predictiveProbability.parameters
        .safeParse({ ...control, ...spec, efficacyAbove })
        .error?.issues.map(({ path }) => path.join('.'));
    expect([wrong(0.2), wrong(0.1), wrong(0.21)]).toEqual([['efficacyAbove'], ['efficacyAbove'], undefined]);
    expect(problemsOf(predictiveProbability, { ...control, ...spec }, 1)).toHaveLength(1);
  });
});
