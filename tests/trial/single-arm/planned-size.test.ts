import { describe, expect, it } from 'vitest';
import { flemingPower, flemingSize } from '../../../src/trial/single-arm/fleming.ts';
import { plannedSize, sizeWords } from '../../../src/trial/single-arm/planned-size.ts';
import { sizesOfPower } from '../../../src/trial/single-arm/sizes-of-power.ts';
import { successRates } from '../../../src/trial/single-arm/success-rates.ts';

const rates = { eventIsGood: true, nullSuccess: 0.3, alternativeSuccess: 0.6 };
/** More than half of the patients, so that the power goes up and down with the size. */
const majority = (successes: number, size: number): boolean => 2 * successes > size;

/** P(Bin(n, p) ≥ k), term by term. */
function upperTail(k: number, n: number, p: number): number {
  let [sum, term] = [0, Math.exp(n * Math.log1p(-p))];
  for (let x = 0; x <= n; x++) {
    if (x >= k) sum += term;
    term *= ((n - x) / (x + 1)) * (p / (1 - p));
  }
  return sum;
}
const powerOf = (n: number): number => upperTail(Math.floor(n / 2) + 1, n, 0.6);

describe('sizes that reach a power', () => {
  it('are the smallest, and that from which all larger ones do', () => {
    const { smallest, lasting } = sizesOfPower(majority, rates, 0.8, 40);
    const reaching = Array.from({ length: 40 }, (_, i) => i + 1).filter((n) => powerOf(n) >= 0.8);
    const first = reaching[0];
    expect(smallest.size).toBe(first);
    expect(smallest.cutOff).toBe(Math.floor(first / 2) + 1);
    expect(smallest.power).toBeCloseTo(powerOf(first), 12);
    expect(smallest.typeIError).toBeCloseTo(upperTail(smallest.cutOff, first, 0.3), 12);
    let from = 40;
    while (powerOf(from - 1) >= 0.8) from--;
    expect(lasting!.size).toBe(from);
    expect(from).toBeGreaterThan(first);
  });

  it('are not lasting where the last one looked at does not reach it', () => {
    const first = sizesOfPower(majority, rates, 0.8, 40).smallest.size;
    expect(powerOf(first + 1)).toBeLessThan(0.8);
    const found = sizesOfPower(majority, rates, 0.8, first + 1);
    expect(found.smallest.size).toBe(first);
    expect('lasting' in found).toBe(false);
    expect(sizesOfPower(majority, rates, 0.8, first).lasting!.size).toBe(first);
    const best = Math.max(...Array.from({ length: first - 1 }, (_, i) => powerOf(i + 1)));
    expect(() => sizesOfPower(majority, rates, 0.8, first - 1)).toThrow(
      new RangeError(
        `no size up to maximumSize ${first - 1} reaches a power of 0.8: the most is ${best.toFixed(4)}`,
      ),
    );
  });

  it('reach a power that is just theirs', () => {
    const { power } = sizesOfPower(majority, rates, 0.5, 1).smallest;
    expect(power).toBeCloseTo(0.6, 14);
    expect(sizesOfPower(majority, rates, power, 1).smallest.size).toBe(1);
  });
});

describe('a planned size', () => {
  const plan = { power: 0.8, maximumSize: 40 };

  it('is as stated, or as small as the power allows', () => {
    const stated = plannedSize(majority, rates, { ...plan, perArm: 6 });
    expect(stated.smallest).toMatchObject({ size: 6, cutOff: 4 });
    expect('lasting' in stated).toBe(false);
    expect(plannedSize(majority, rates, plan)).toEqual(sizesOfPower(majority, rates, 0.8, 40));
    const all = (successes: number, size: number): boolean => size === 5 && successes === 5;
    expect(plannedSize(all, rates, { ...plan, perArm: 5 }).smallest.cutOff).toBe(5);
    expect(() => plannedSize(all, rates, { ...plan, perArm: 4 })).toThrow(
      new RangeError('invalid perArm: 4 (too few: not even 4 successes are enough)'),
    );
  });

  it('is explained in words', () => {
    const found = sizesOfPower(majority, rates, 0.8, 40);
    expect(sizeWords({ ...plan, perArm: 6 }, found)).toBe('The number of patients is as stated.');
    expect(sizeWords(plan, found)).toBe(
      `The smallest number of patients with a power of at least 80 %; power is not monotone in it, but stays from ${found.lasting!.size} on up to 40.`,
    );
    expect(sizeWords(plan, { smallest: found.smallest })).toContain(
      'and at 40, where the search ended, is below.',
    );
  });
});

describe('rates of success', () => {
  it('go by the way in which the rates differ', () => {
    expect(successRates(0.3, 0.5)).toEqual({
      eventIsGood: true,
      nullSuccess: 0.3,
      alternativeSuccess: 0.5,
    });
    expect(successRates(0.5, 0.25)).toEqual({
      eventIsGood: false,
      nullSuccess: 0.5,
      alternativeSuccess: 0.75,
    });
    expect(() => successRates(0.3, 0.3)).toThrow(
      new RangeError('invalid alternativeRate: 0.3 (must differ from the null rate)'),
    );
  });
});

describe('Fleming’s formula', () => {
  it('is ((z_α √(p₀q₀) + z_β √(p₁q₁))/(p₁ − p₀))², and its power the other way round', () => {
    const root = (1.6448536269514722 * Math.sqrt(0.21) + 0.8416212335729143 * Math.sqrt(0.24)) / 0.3;
    expect(flemingSize(rates, 0.05, 0.8)).toBeCloseTo(root * root, 9);
    expect(flemingPower(rates, 0.05, root * root)).toBeCloseTo(0.8, 12);
    expect(flemingPower(rates, 0.05, 10)).toBeLessThan(0.8);
  });

  it('has an end', () => {
    const near = { ...rates, alternativeSuccess: 0.3005 };
    expect(() => flemingSize(near, 0.05, 0.8)).toThrow(
      new RangeError('no design has these errors with up to 1000000 patients, the bound of the formula'),
    );
  });
});
