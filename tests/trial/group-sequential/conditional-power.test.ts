import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../../src/numeric/gauss-legendre.ts';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import {
  assumedTrends,
  conditionalPower,
  scoreOfConditionalPower,
} from '../../../src/trial/group-sequential/conditional-power.ts';

const last = { finalZ: 1.96, drift: 3.24 };

describe('conditional power', () => {
  it('is found again from its score', () => {
    for (const under of assumedTrends)
      for (const power of [0.05, 0.2, 0.9])
        for (const fraction of [0.1, 0.5, 0.95]) {
          const z = scoreOfConditionalPower(power, fraction, last, under);
          expect(conditionalPower(z, fraction, last, under)).toBeCloseTo(power, 12);
        }
  });

  it('has the power for its mean over interim scores', () => {
    const { nodes, weights } = gaussLegendre(60);
    for (const [under, drift] of [
      ['design', 3.24],
      ['null', 0],
    ] as const) {
      const mean = drift * Math.sqrt(0.4);
      let sum = 0;
      nodes.forEach((node, i) => {
        const density = Math.exp(-0.5 * 64 * node * node) / Math.sqrt(2 * Math.PI);
        sum += 8 * weights[i] * density * conditionalPower(mean + 8 * node, 0.4, last, under);
      });
      expect(sum).toBeCloseTo(normalCdf(drift - 1.96), 12);
    }
  });

  it('is certain at the end', () => {
    expect(conditionalPower(1.96, 1, last, 'trend')).toBe(1);
    expect(conditionalPower(1.95, 1, last, 'null')).toBe(0);
    for (const under of assumedTrends) expect(scoreOfConditionalPower(0.2, 1, last, under)).toBe(1.96);
  });

  it.each([0, 1.1, -0.2, Number.NaN])('refuses a fraction of %d', (fraction) => {
    expect(() => conditionalPower(1, fraction, last, 'trend')).toThrow(
      `invalid fraction: ${fraction} (must be in (0, 1])`,
    );
    expect(() => scoreOfConditionalPower(0.2, fraction, last, 'trend')).toThrow(RangeError);
  });
});
