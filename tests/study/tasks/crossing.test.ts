import { describe, expect, it } from 'vitest';
import { unwatched } from '../../../src/engine/on-piece.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';
import { type CrossingInput, crossing } from '../../../src/study/tasks/crossing.ts';
import { readShipped, statedRates } from '../../fixtures/scenario-text.ts';

const crossingOf = (input: CrossingInput) => crossing.run(input, unwatched);

const path = 'truth.cohort.heterogeneity.alphaBetaGy';
const { scenario } = readShipped('lesson-alpha-beta');
const at = { scenario, path, truth: 0 };

describe('crossing', () => {
  it.each([
    ['15 x 2.85 Gy', 42.75, 2.85],
    ['14 x 3 Gy', 42, 3],
    ['5 x 7 Gy', 35, 7],
  ])('%s equals 25 × 2 Gy where (D·(d + x) = 50·(2 + x))', (schedule, total, dose) => {
    const changed = readShipped('lesson-alpha-beta', `arms.experimental.schedule=${schedule}`).scenario;
    const found = crossingOf({
      ...at,
      scenario: changed,
      from: 1,
      to: 20,
      quantity: { kind: 'rates', endpoint: 'localControl' },
    });
    // D(d + x) = 50(2 + x)
    expect(Math.abs(found! - (total * dose - 100) / (50 - total))).toBeLessThan(1e-9);
  });

  it('finds where a claim stops being true: control less its margin', () => {
    const stated = readScenario(
      statedRates(
        { control: 0.9, experimental: 0.9 },
        '{ endpoint: localControl, atYears: 3, margin: 0.07, oneSidedAlpha: 0.05, test: wald }',
        100,
      ),
      'x',
    ).scenario;
    const found = crossingOf({
      scenario: stated,
      path: 'truth.localControl.experimental',
      truth: 0,
      from: 0.7,
      to: 0.95,
      quantity: { kind: 'slack', claim: 0 },
    });
    expect(Math.abs(found! - 0.83)).toBeLessThan(2e-12);
  });

  it('has no answer where the signs do not differ, or a scenario between cannot be', () => {
    const quantity = { kind: 'rates', endpoint: 'localControl' } as const;
    expect(crossingOf({ ...at, from: 1, to: 2, quantity })).toBeUndefined();
    expect(
      crossingOf({ ...at, path: 'truth.localControl.anchor.rate', from: -1, to: 0.9, quantity }),
    ).toBeUndefined();
  });
});
