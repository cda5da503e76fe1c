import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestStep } from '../../../src/trial/threshold/largest-step.ts';
import { check } from '../../fixtures/check-property.ts';

describe('the largest step that holds', () => {
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
