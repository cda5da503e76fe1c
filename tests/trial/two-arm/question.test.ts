import { describe, expect, it } from 'vitest';
import { armsOf } from '../../../src/trial/sample-size/exact-power-of-plan.ts';
import {
  checkQuestion,
  directionOf,
  questionEndpoint,
  successPlan,
  type TwoArmQuestion,
} from '../../../src/trial/two-arm/question.ts';

const question = (more: Partial<TwoArmQuestion> = {}): TwoArmQuestion => ({
  test: 'wald',
  controlRate: 0.7,
  experimentalRate: 0.8,
  margin: 0,
  level: { alpha: 0.05, sides: 1 },
  allocation: 1,
  ...more,
});
const problems = (more: Partial<TwoArmQuestion>): string[] => {
  const issues: { path?: PropertyKey[]; message?: string }[] = [];
  checkQuestion(question(more), issues as never);
  return issues.map(({ path = [], message }) => `${path.join('.')}: ${message}`);
};
const missing = (what: string): string =>
  `endpoint: missing endpoint: ${what} not say which way is better (localControl: higher; woundComplication: lower)`;

describe('a question of two arms', () => {
  it('has the endpoint that is stated, or that the rates imply', () => {
    expect(questionEndpoint(question()).name).toBe('localControl');
    expect(questionEndpoint(question({ experimentalRate: 0.6 })).name).toBe('woundComplication');
    expect(questionEndpoint(question({ endpoint: 'fibrosis' })).name).toBe('fibrosis');
    expect(directionOf(question())).toMatch(/\(local control\), which is good: higher is better\.$/);
    expect(directionOf(question({ experimentalRate: 0.6 }))).toMatch(/, which is bad: lower is better\.$/);
  });

  it('is put in rates of success', () => {
    expect(successPlan(question())).toMatchObject({ controlRate: 0.7, experimentalRate: 0.8 });
    const bad = successPlan(question({ experimentalRate: 0.6, allocation: 2, margin: 0.1 }));
    expect(bad.controlRate).toBeCloseTo(0.3, 14);
    expect(bad.experimentalRate).toBeCloseTo(0.4, 14);
    expect(bad).toMatchObject({ margin: 0.1, allocation: 2, level: { alpha: 0.05, sides: 1 } });
  });

  it.each([
    [{}, []],
    [{ power: 0.8 }, []],
    [{ perArm: 40 }, []],
    [{ power: 0.8, perArm: 40 }, ['power: power does nothing beside perArm']],
    [{ power: 0.05 }, ['power: 0.05 is too little power (must be above the level, 0.05)']],
    [{ power: 0.051 }, []],
    [{ experimentalRate: 0.7 }, [missing('equal rates do')]],
    [{ experimentalRate: 0.7, endpoint: 'localControl' }, []],
    [{ margin: 0.1 }, [missing('a margin does')]],
    [{ margin: 0.1, endpoint: 'localControl' }, []],
    [{ margin: 0.69, endpoint: 'localControl' }, []],
    [
      { margin: 0.7, endpoint: 'localControl' },
      [
        'margin: 0.7 is too large a margin for local control (must be below the control rate, 0.7: no rate could be worse)',
      ],
    ],
    [{ margin: 0.29, endpoint: 'fibrosis' }, []],
    [
      { margin: 0.31, endpoint: 'fibrosis' },
      [
        'margin: 0.31 is too large a margin for fibrosis (must be below the control’s rate of no event, 0.3: no rate could be worse)',
      ],
    ],
    [{ withinDays: 30 }, ['withinDays: local control is timed by atYears; withinDays does nothing']],
  ] as [Partial<TwoArmQuestion>, string[]][])('%j: %j', (more, expected) => {
    expect(problems(more)).toEqual(expected);
  });

  it('has whole arms, the experimental one to the nearest patient and not empty', () => {
    expect(armsOf(10, 1)).toEqual([10, 10]);
    expect(armsOf(10, 0.25)).toEqual([10, 3]);
    expect(armsOf(10, 0.24)).toEqual([10, 2]);
    expect(armsOf(3, 0.1)).toEqual([3, 1]);
  });
});
