import { describe, expect, it } from 'vitest';
import { binomialProbabilities } from '../../src/numeric/binomial-probabilities.ts';
import { exactBinomial } from '../../src/trial/tests/exact-binomial.ts';
import { runInline } from '../fixtures/run-inline.ts';

const SCORE = 3.5;
const PER_ARM = 90;
const text = (design: string, uncertainty = ''): string => `isoeffect: 1
title: a stratum
seed: a stratum
arms: { experimental: { schedule: 25 x 2 Gy } }
truth:
  cohort: { heterogeneity: { grade: { categorical: { low: 0.2, middle: 0.3, high: 0.5 } }, size: { normal: { mean: 8, sd: 2 } } } }
  woundComplication:
    { model: logistic, alphaBetaGy: 10, intercept: -2, oddsRatios: { grade: { middle: 1.5, high: 2 }, size: { ratio: 1.5, per: 10 } } }
${uncertainty}design: { perArm: ${PER_ARM}, ${design} }
simulation: { replicates: 3000 }
`;
const claim = (stratum: string): string =>
  `singleArm: { endpoint: woundComplication, withinDays: 120, nullRate: 0.4, oneSidedAlpha: 0.05, test: exactBinomial${stratum} }`;
const HIGH = ', stratum: { grade: high }';

/** P(wound | high grade): by a fine trapezoid over the size. */
let rate = 0;
for (let z = -8; z <= 8; z += 0.01) {
  const logOdds = -2 + Math.log(2) + (Math.log(1.5) / 10) * (8 + 2 * z);
  rate += (0.01 * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) / (1 + Math.exp(-logOdds));
}
const rejects = exactBinomial.create(0.6, 0.05);
/** P(pass), by hand: Σ over those analysed and over their wounds. */
function powerByHand(share: number, p: number): number {
  const of = (n: number, q: number) => binomialProbabilities(n, q);
  const { first, probabilities } = of(PER_ARM, share);
  return probabilities.reduce((power, weight, i) => {
    const size = first + i;
    if (size === 0) return power;
    const wounds = of(size, p);
    const pass = wounds.probabilities.reduce(
      (sum, q, j) => sum + (rejects(size - wounds.first - j, size) ? q : 0),
      0,
    );
    return power + weight * pass;
  }, 0);
}

describe('a claim about one stratum of a single arm', () => {
  it.each([
    ['everyone evaluable', '', 0.5, (p: number) => p],
    ['unevaluable patients dropped', 'unevaluable: 0.1, ', 0.45, (p: number) => p],
    [
      'unevaluable patients as failures',
      'unevaluable: 0.1, analysisSet: intentionToTreat, ',
      0.5,
      (p: number) => 0.9 * p + 0.1,
    ],
  ])('%s: power and type I error, simulated and exact', async (_, keys, share, counted) => {
    const { result } = await runInline(text(`${keys}${claim(HIGH)}`));
    const { power, typeIError } = result.truths[0].operatingCharacteristics;
    // The rate is converged to 1e-7, and power moves by less than 20 times as much
    expect(Math.abs(power.exact! - powerByHand(share, counted(rate)))).toBeLessThan(3e-6);
    expect(typeIError.exact).toBeCloseTo(powerByHand(share, counted(0.4)), 10);
    for (const { estimate, mcse, exact } of [power, typeIError])
      expect(Math.abs(estimate - exact!)).toBeLessThan(SCORE * mcse);
    const { stratum, sentence } = result.claims[0];
    expect(stratum).toMatchObject({ name: 'grade', is: 'high', share: 0.5 });
    expect(Math.abs(stratum!.rate - rate)).toBeLessThan(3e-7);
    expect(sentence).toContain('where grade is high');
  });

  it('is another claim than that about all patients', async () => {
    const short = (stratum: string) => runInline(text(claim(stratum)), 'simulation.replicates=500');
    const [all, high] = [await short(''), await short(HIGH)];
    const of = ({ result }: typeof all) => result.truths[0].operatingCharacteristics.power.exact!;
    expect(of(all)).toBeGreaterThan(of(high) + 0.1);
    expect(all.result.claims[0].stratum).toBeUndefined();
    // No draw moved: the patients are the same
    expect(high.result.truths[0].arms).toEqual(all.result.truths[0].arms);
  });

  it('has its own power in each world, and so its own assurance', async () => {
    const unsure = 'uncertainty: { truth.woundComplication.intercept: { normal: { mean: -2, sd: 0.2 } } }\n';
    const { result } = await runInline(
      text(claim(HIGH), unsure),
      'simulation.worlds=200',
      'simulation.replicates=20',
    );
    const { estimate, mcse, exact } = result.assurance!;
    expect(Math.abs(estimate - exact!)).toBeLessThan(SCORE * mcse);
    expect(result.worldsSummary!.hasExactPower).toBe(true);
    // Far from that of all patients, of whom fewer have wounds
    expect(exact).toBeLessThan(0.9);
  });

  it('named by a number is the level of that name, not of that position', async () => {
    const numbered = text(claim(', stratum: { grade: 2 }'))
      .replace('{ low: 0.2, middle: 0.3, high: 0.5 }', '{ 1: 0.2, 2: 0.3, 3: 0.5 }')
      .replace('{ middle: 1.5, high: 2 }', '{ "2": 1.5, "3": 2 }');
    const named = text(claim(', stratum: { grade: middle }'));
    const [one, other] = await Promise.all(
      [numbered, named].map((of) => runInline(of, 'simulation.replicates=200')),
    );
    expect(one.result.claims[0].stratum!.share).toBe(0.3);
    expect(one.result.truths[0].operatingCharacteristics).toEqual(
      other.result.truths[0].operatingCharacteristics,
    );
  });
});
