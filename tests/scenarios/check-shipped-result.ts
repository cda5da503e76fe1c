import { expect } from 'vitest';
import type { AimResult } from '../../src/engine/aim-result.ts';
import { type AnyResult, isAimResult, isEscalationResult } from '../../src/engine/any-result.ts';
import type { EscalationResult } from '../../src/engine/escalation-result.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { brokenAnswers } from '../fixtures/checked-answers.ts';

/** Scenarios whose power has no exact value though they compare no times. */
const INEXACT = ['pace-b-centres', 'mams-sarcoma'];

function checkAim({ truths }: AimResult): void {
  for (const { operatingCharacteristics, estimation } of truths) {
    const { power } = operatingCharacteristics;
    for (const value of [power.estimate, power.expected!]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
    expect(power.mcse).toBeGreaterThan(0);
    for (const { failures } of estimation.arms) expect(failures.exact).toBeGreaterThan(0);
  }
}

function checkEscalation({ truths, arms }: EscalationResult): void {
  for (const { plans, byHorizon, rightLevel } of truths) {
    expect(byHorizon).toHaveLength(arms.length);
    expect(rightLevel).toBeLessThanOrEqual(arms.length);
    for (const { recommended, none, withinWindow } of plans) {
      const shares = [...recommended, none].map(({ exact, estimate }) => exact ?? estimate);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      for (const [level, rate] of withinWindow.entries()) expect(rate).toBeLessThanOrEqual(byHorizon[level]);
    }
  }
}

function checkClaims(name: string, { truths, warnings }: RunResult): void {
  const isInexact = warnings.some((warning) => warning.startsWith('power has no exact value'));
  expect(isInexact).toBe(truths[0].times !== undefined || INEXACT.includes(name));
  for (const {
    operatingCharacteristics: { power, typeIError },
  } of truths) {
    for (const q of [power, typeIError]) {
      expect(q.estimate).toBeGreaterThanOrEqual(0);
      expect(q.estimate).toBeLessThanOrEqual(1);
      expect(q.mcse).toBeGreaterThan(0);
      if (isInexact) continue;
      expect(q.exact).toBeGreaterThanOrEqual(0);
      expect(q.exact).toBeLessThanOrEqual(1 + 1e-12);
    }
  }
}

/** What holds of every shipped scenario's result, however little of it was run. */
export function checkShippedResult(name: string, result: AnyResult): void {
  expect(result.truths[0].name).toBe('asPlanned');
  if (isAimResult(result)) checkAim(result);
  else if (isEscalationResult(result)) checkEscalation(result);
  else checkClaims(name, result);
  expect(brokenAnswers(result)).toEqual([]);
  for (const { basis } of result.assumptions) expect(['found', 'fitted', 'assumed']).toContain(basis);
}
