import { describe, expect, it } from 'vitest';
import { admissibleDesigns } from '../../../src/trial/single-arm/admissible-designs.ts';
import { simonFrontier } from '../../../src/trial/single-arm/simon-frontier.ts';
import { successRates } from '../../../src/trial/single-arm/success-rates.ts';

/** Pascal's triangle by the row, times powers of the rate: no table of the search's. */
function naiveLaw(size: number, rate: number): number[] {
  let law = [1];
  for (let i = 0; i < size; i++)
    law = [...law, 0].map((p, k) => p * (1 - rate) + (k > 0 ? law[k - 1] * rate : 0));
  return law;
}

/** Smallest expected size at the null for each size, over every design there is. */
function naiveFrontier(
  p0: number,
  p1: number,
  alpha: number,
  power: number,
  most: number,
): [number, number][] {
  const found: [number, number][] = [];
  for (let n = 2; n <= most; n++) {
    let best = Infinity;
    for (let n1 = 1; n1 < n; n1++) {
      const laws = [p0, p1].map((p) => [naiveLaw(n1, p), naiveLaw(n - n1, p)]);
      for (let r1 = 0; r1 < n1; r1++) {
        for (let r = r1; r < n; r++) {
          const [typeI, right] = laws.map(([first, second]) => {
            let sum = 0;
            first.forEach((p, x) => {
              if (x <= r1) return;
              for (let y = Math.max(0, r + 1 - x); y < second.length; y++) sum += p * second[y];
            });
            return sum;
          });
          if (typeI > alpha || right < power) continue;
          const stop = laws[0][0].slice(0, r1 + 1).reduce((a, b) => a + b, 0);
          best = Math.min(best, n1 + (1 - stop) * (n - n1));
        }
      }
    }
    if (best < Math.min(...found.map(([, size]) => size)) - 1e-9) found.push([n, best]);
  }
  return found;
}

describe('the frontier of two-stage designs', () => {
  it.each([
    [0.05, 0.35, 0.1, 0.8],
    [0.2, 0.6, 0.05, 0.8],
    [0.7, 0.95, 0.1, 0.8],
  ])('for %d against %d is what trying every design gives', (p0, p1, alpha, power) => {
    const naive = naiveFrontier(p0, p1, alpha, power, 22);
    const { designs } = simonFrontier(successRates(p0, p1), alpha, power, 22);
    expect(naive.length).toBeGreaterThan(0);
    expect(designs.map(({ size }) => size)).toEqual(naive.map(([size]) => size));
    designs.forEach(({ expectedSize }, i) => {
      expect(Math.abs(expectedSize - naive[i][1])).toBeLessThan(1e-10);
    });
  });

  it('is the same for a bad event with the rates mirrored', () => {
    const good = simonFrontier(successRates(0.65, 0.8), 0.05, 0.8, 200);
    const bad = simonFrontier(successRates(0.35, 0.2), 0.05, 0.8, 200);
    expect(bad.designs.map(({ size, atMost }) => [size, atMost])).toEqual(
      good.designs.map(({ size, atMost }) => [size, atMost]),
    );
  });

  it('says that the search was cut, and which bound it hit', () => {
    const rates = successRates(0.2, 0.35);
    const whole = simonFrontier(rates, 0.05, 0.8, 200).designs;
    const cut = simonFrontier(rates, 0.05, 0.8, whole[0].size);
    expect(cut).toMatchObject({ isComplete: false, designs: [{ size: whole[0].size }] });
    expect(() => simonFrontier(rates, 0.05, 0.8, whole[0].size - 1)).toThrow(
      `no two-stage design of up to maximumSize ${whole[0].size - 1} patients`,
    );
  });
});

describe('admissible designs', () => {
  it.each([
    [0.1, 0.3, 0.05, 0.8],
    [0.3, 0.45, 0.05, 0.8],
    [0.05, 0.25, 0.05, 0.9],
  ])('for %d against %d are best where their weights say', (p0, p1, alpha, power) => {
    const { designs } = simonFrontier(successRates(p0, p1), alpha, power, 200);
    const hull = admissibleDesigns(designs);
    expect([hull[0].design, hull[hull.length - 1].design]).toEqual([designs[0], designs[designs.length - 1]]);
    expect([hull[0].weightTo, hull[hull.length - 1].weightFrom]).toEqual([1, 0]);
    for (let q = 0.0005; q < 1; q += 0.001) {
      const risk = (design: (typeof designs)[number]): number =>
        q * design.size + (1 - q) * design.expectedSize;
      const least = designs.reduce((a, b) => (risk(b) < risk(a) ? b : a));
      const told = hull.find(({ weightFrom, weightTo }) => weightFrom <= q && q <= weightTo)!.design;
      expect(risk(told) - risk(least)).toBeLessThan(1e-9);
    }
  });
});
