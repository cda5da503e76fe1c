import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestStep } from '../../../src/trial/threshold/largest-step.ts';
import { check } from '../../fixtures/check-property.ts';

describe('the largest step that holds', () => {
  it.each([
    [0, 100, 50],
    [100, 100, 50],
    [1, 1, 1],
    [3, 100, 100],
    [99, 100, 1],
  ])('of %d out of %d, guessed at %d, is found within its bounds', (border, most, guess) => {
    const asked: number[] = [];
    const holds = (steps: number): boolean => {
      asked.push(steps);
      return steps <= border;
    };
    expect(largestStep(holds, most, guess)).toBe(border);
    expect(asked.filter((steps) => steps < 1 || steps > most)).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('is found from any guess, asking few', () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: -5, max: 6000 }),
        (most, border, guess) => {
          let asked = 0;
          const found = largestStep(
            (steps) => {
              asked++;
              expect(steps).toBeGreaterThanOrEqual(1);
              expect(steps).toBeLessThanOrEqual(most);
              return steps <= border;
            },
            most,
            guess,
          );
          expect(found).toBe(Math.min(border, most));
          // Galloping doubles its stride, halving its bracket: twice the logarithm of 5000 in base 2
          expect(asked).toBeLessThanOrEqual(27);
        },
      ),
    );
  });
});
