import { describe, expect, it } from 'vitest';
import { makeAim } from '../report/make-aim.ts';

/** Monte Carlo standard errors beyond which the chance of one comparison is below 1e-7. */
const FAR = 5.5;
const REPLICATES = 800;

describe('simulated precision of α/β beside what is expected', async () => {
  const { truths } = await makeAim({
    'design.perArm': 2000,
    'simulation.replicates': REPLICATES,
    truths: {},
  });
  const [{ operatingCharacteristics, estimation }] = truths;
  const { estimates, sets, wrongSign, arms, expected, trueGy } = estimation;

  it('has failures as the population has them', () => {
    for (const { failures } of arms)
      expect(Math.abs(failures.estimate - failures.exact!)).toBeLessThan(FAR * failures.mcse);
  });

  it('comes to the delta standard error where patients are many', () => {
    // The law of a ratio is skewed by the order of SE/true value: squared, what is left in spread and bias
    const skewed = (expected!.standardErrorGy / trueGy!) ** 2;
    const { spread, median } = estimates!;
    expect(Math.abs(spread.estimate - spread.expected!)).toBeLessThan(
      FAR * spread.mcse + skewed * spread.expected!,
    );
    expect(Math.abs(median.estimate - trueGy!)).toBeLessThan(FAR * median.mcse + skewed * trueGy!);
  });

  it('holds the true value in 95 % of sets', () => {
    for (const { coverage } of Object.values(sets!)) {
      const error = Math.sqrt((0.95 * 0.05) / REPLICATES);
      expect(Math.abs(coverage!.estimate - 0.95)).toBeLessThan(FAR * error);
    }
  });

  it('always bounds α/β with the right signs', () => {
    expect(operatingCharacteristics.power.estimate).toBe(1);
    expect(operatingCharacteristics.power.expected).toBeCloseTo(1, 6);
    expect(wrongSign!.either.estimate).toBe(0);
  });
});

describe('wrong signs where arms are nearly equal', async () => {
  const replicates = 3000;
  const { truths } = await makeAim({
    arms: {
      control: { schedule: '25 x 2 Gy' },
      fourteenByThree: { schedule: '14 x 3 Gy' },
      fiveBySix: { schedule: '5 x 6 Gy' },
    },
    provenance: {},
    truths: {},
    'design.perArm': 300,
    'simulation.replicates': replicates,
  });

  it('are as frequent as the normal approximation has them', () => {
    const { perGy, perGy2 } = truths[0].estimation.wrongSign!;
    // 27 % for the fraction size: a count of 21 failures an arm is near enough to normal for a point
    expect(perGy2.expected).toBeCloseTo(0.274, 3);
    for (const { estimate, expected, mcse } of [perGy, perGy2])
      expect(Math.abs(estimate - expected!)).toBeLessThan(FAR * mcse + 0.01);
  });
});
