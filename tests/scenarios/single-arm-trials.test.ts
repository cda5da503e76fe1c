import { describe, expect, it } from 'vitest';
import { armCells, createTrial, type Trial } from '../../src/scenario/trial.ts';
import type { Design } from '../../src/trial/design.ts';
import { exactDesign } from '../../src/trial/exact-design.ts';
import type { ExactSequential } from '../../src/trial/exact-sequential.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

const exactAt = (trial: Trial, design: Design, truth: number): ExactSequential =>
  exactDesign(design, trial.matrices, armCells(trial, trial.truth(truth))) as ExactSequential;

describe('hyport-sts', () => {
  const trial = createTrial(readShipped('hyport-sts').scenario);
  const { accrual, ...immediate } = trial.design;

  it.each([
    ['rate25', 0.007, 119.2, 119.4],
    ['rate35', 0.154, 108.8, 111.5],
    ['rate45', 0.822, 63.2, 77.9],
    ['rate55', 0.999, 27.8, 47.0],
  ])(
    '%s: stops %f of trials, after %f patients at once and %f where outcomes take 120 days',
    (name, stopped, atOnce, delayed) => {
      expect(accrual?.perMonth).toBe(4.9);
      const truth = trial.truthNames.indexOf(name);
      const [known, pending] = [immediate, trial.design].map((design) => exactAt(trial, design, truth));
      for (const { joint } of [known, pending]) expect(Math.abs(1 - joint - stopped)).toBeLessThan(5e-4);
      expect(Math.abs(known.expectedEnrolled! - atOnce)).toBeLessThan(0.05);
      expect(Math.abs(pending.expectedEnrolled! - delayed)).toBeLessThan(0.05);
    },
  );
});

describe('doremy', () => {
  it('finds 90.4 % (83.8 to 96.4) from 70 of 77', () => {
    const [{ finding }] = createTrial(readShipped('doremy').scenario).design.claims;
    expect(finding?.mean).toBeCloseTo(0.904, 3);
    expect(finding?.highestDensity95?.[0]).toBeCloseTo(0.838, 3);
    expect(finding?.highestDensity95?.[1]).toBeCloseTo(0.964, 3);
  });
});
