import { describe, expect, it } from 'vitest';
import {
  effectivenessRatio,
  increment,
  netBenefit,
  quadrantOf,
} from '../../../src/trial/burden/cost-effectiveness.ts';

describe('the plane of cost and bad events averted', () => {
  it('has a quadrant for every pair of signs, and its edges go to the arm that is nowhere worse', () => {
    const found = [-1, 0, 1].map((cost) => [-0.1, 0, 0.1].map((averted) => quadrantOf({ cost, averted })));
    expect(found).toEqual([
      ['cheaperWithMore', 'dominant', 'dominant'],
      ['dominated', 'equal', 'dominant'],
      ['dominated', 'dominated', 'costlierWithFewer'],
    ]);
  });

  it('states a ratio where its sign means something, and nowhere else', () => {
    expect(effectivenessRatio({ cost: 600, averted: 0.03 })).toBeCloseTo(20_000, 6);
    expect(effectivenessRatio({ cost: -600, averted: -0.03 })).toBeCloseTo(20_000, 6);
    for (const [cost, averted] of [
      [600, -0.03],
      [-600, 0.03],
      [600, 0],
      [0, 0.03],
      [0, 0],
    ])
      expect(effectivenessRatio({ cost, averted })).toBeUndefined();
  });

  it('weighs bad events averted against their cost, either way round', () => {
    expect(netBenefit({ cost: 600, averted: 0.03 }, 30_000)).toBeCloseTo(300, 9);
    expect(netBenefit({ cost: -600, averted: -0.03 }, 30_000)).toBeCloseTo(-300, 9);
    expect(netBenefit({ cost: -600, averted: -0.03 }, 20_000)).toBeCloseTo(0, 9);
  });

  it('takes rounding for no difference', () => {
    const control = { cost: 9000.3, rate: 0.1 };
    expect(increment({ cost: 9000.3 * (1 + 2e-16), rate: 0.1 + 1e-16 }, control)).toEqual({
      cost: 0,
      averted: 0,
    });
    expect(increment({ cost: 9000.2, rate: 0.09 }, control).averted).toBeCloseTo(0.01, 12);
  });
});
