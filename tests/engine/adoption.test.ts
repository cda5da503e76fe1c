import { describe, expect, it } from 'vitest';
import type { AdoptionResult } from '../../src/engine/adoption-result.ts';
import { binomialProbabilities } from '../../src/numeric/binomial-probabilities.ts';
import type { Estimate } from '../../src/numeric/monte-carlo.ts';
import { refusalOfText } from '../fixtures/refusal.ts';
import { runInline } from '../fixtures/run-inline.ts';

const CRITERIA = `  adoption:
    - { endpoint: localControl, atLeast: 0.85 }
    - { endpoint: woundComplication, atMost: 0.35 }
`;

/** A single arm at stated rates, that is asked whether 40 patients would change practice. */
const text = (design = '', correlation = '', criteria = CRITERIA): string => `isoeffect: 1
title: adoption
seed: adoption
arms: { experimental: {} }
truth:
  localControl: { model: statedRates, experimental: 0.9${correlation} }
  woundComplication: { model: statedRates, experimental: 0.3 }
design:
  perArm: 40
${design}${criteria}  singleArm: { endpoint: localControl, atYears: 2, nullRate: 0.8, oneSidedAlpha: 0.05, test: exactBinomial }
simulation: { replicates: 500 }
`;

async function adoptionOf(scenario: string): Promise<AdoptionResult> {
  const { result } = await runInline(scenario);
  return result.truths[0].operatingCharacteristics.adoption!;
}

/** P(share ≥ 0.85 or ≤ 0.35) of so many patients. */
function naive(size: number, rate: number, isMet: (share: number) => boolean): number {
  const { first, probabilities } = binomialProbabilities(size, rate);
  return probabilities.reduce((sum, p, i) => (isMet((first + i) / size) ? sum + p : sum), 0);
}
const controlled = (size: number, rate = 0.9): number => naive(size, rate, (share) => share >= 0.85);
const wounded = (size: number, rate = 0.3): number => naive(size, rate, (share) => share <= 0.35);

/** Simulation and exact value agree within 4 standard errors: a false alarm in 16 000. */
function expectNear({ estimate, mcse, exact }: Estimate, expected: number): void {
  expect(exact).toBeCloseTo(expected, 10);
  expect(Math.abs(estimate - expected)).toBeLessThan(4 * mcse);
}

describe('whether observed rates would change practice', () => {
  it('is a binomial tail for each endpoint, and their product where they are independent', async () => {
    const { criteria, all } = await adoptionOf(text());
    expectNear(criteria[0].met, controlled(40));
    expectNear(criteria[1].met, wounded(40));
    expectNear(all, controlled(40) * wounded(40));
  });

  it('is joint where endpoints are correlated', async () => {
    const apart = await adoptionOf(text('', ', correlation: 0.15'));
    const together = await adoptionOf(text('', ', correlation: -0.2'));
    for (const { all, criteria } of [apart, together]) {
      expectNear(criteria[0].met, controlled(40));
      expect(Math.abs(all.estimate - all.exact!)).toBeLessThan(4 * all.mcse);
    }
    // Wounds where control is lost: the two criteria are met together more often
    expect(together.all.exact!).toBeGreaterThan(controlled(40) * wounded(40));
    expect(apart.all.exact!).toBeLessThan(controlled(40) * wounded(40));
  });

  it('drops the unevaluable, or counts them as failures', async () => {
    const dropped = await adoptionOf(text('  unevaluable: 0.1\n'));
    const sizes = binomialProbabilities(40, 0.9);
    const mixed = sizes.probabilities.reduce((sum, p, i) => sum + p * controlled(sizes.first + i), 0);
    expectNear(dropped.criteria[0].met, mixed);
    const failed = await adoptionOf(text('  unevaluable: 0.1\n  analysisSet: intentionToTreat\n'));
    expectNear(failed.criteria[0].met, controlled(40, 0.9 * 0.9));
    expectNear(failed.criteria[1].met, wounded(40, 0.9 * 0.3 + 0.1));
  });

  it('has no exact value under looks, and a trial stopped for harm meets nothing', async () => {
    const stop = (looks: string) =>
      `  interim:\n    - boundary: { endpoint: woundComplication, withinDays: 120, looks: [10], failuresAtLeast: [${looks}] }\n`;
    const always = await adoptionOf(text(stop('1')));
    expect(always.all.exact).toBeUndefined();
    // Nobody with wounds among the first ten: 0.7¹⁰ of trials go on
    const goOn = naive(10, 0.3, (share) => share === 0);
    expect(always.criteria[0].met.estimate).toBeLessThan(goOn + 4 * always.criteria[0].met.mcse);
    const never = await adoptionOf(text(stop('10')));
    expect(Math.abs(never.criteria[0].met.estimate - controlled(40))).toBeLessThan(
      4 * never.criteria[0].met.mcse,
    );
  });

  it('is of the experimental arm of two', async () => {
    const two = text()
      .replace('{ experimental: {} }', '{ control: {}, experimental: {} }')
      .replace('experimental: 0.9', 'control: 0.5, experimental: 0.9')
      .replace('experimental: 0.3', 'control: 0.5, experimental: 0.3')
      .replace(
        /singleArm: .*/,
        'nonInferiority: { endpoint: localControl, atYears: 2, margin: 0.1, oneSidedAlpha: 0.05, test: wald }',
      );
    const { criteria } = await adoptionOf(two);
    expectNear(criteria[0].met, controlled(40));
    expectNear(criteria[1].met, wounded(40));
  });

  it('leaves no trace in the result where nobody was asked', async () => {
    const { result, scenario } = await runInline(text('', '', ''), 'simulation.replicates=20');
    expect(result.truths[0].operatingCharacteristics).not.toHaveProperty('adoption');
    expect(scenario.design).not.toHaveProperty('adoption');
  });

  it('is refused of an endpoint that the truth does not model', () => {
    const astray = text().replace('woundComplication, atMost', 'fibrosis, atMost');
    expect(refusalOfText(astray)).toEqual([
      expect.stringContaining('the design looks at fibrosis, but the truth has no model of it'),
    ]);
  });
});
