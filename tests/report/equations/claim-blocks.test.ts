import { describe, expect, it } from 'vitest';
import { claimBlocks } from '../../../src/report/equations/claim-blocks.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';

const LOOKS = '{ informationFractions: [0.5, 1], efficacy: { pocock: {} } }';

/** The equations of the one claim of two arms. */
function equationsOf(claim: string, looks?: string): readonly string[] {
  const { scenario } = readScenario(
    `isoeffect: 1
title: stated rates
seed: stated
arms: { control: {}, experimental: {} }
truth: { localControl: { model: statedRates, control: 0.9, experimental: 0.9 } }
design: { perArm: 60, ${claim}${looks ? `, groupSequential: ${looks}` : ''} }
simulation: { replicates: 10 }
`,
    'test.yaml',
  );
  return claimBlocks(scenario.design, 'Design')[0].equations;
}

const superiority = (test: string): string =>
  `superiority: { endpoint: localControl, atYears: 3, twoSidedAlpha: 0.05, test: ${test} }`;
const NON_INFERIOR =
  'nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.1, oneSidedAlpha: 0.05, test: wald }';

describe('equations of a claim', () => {
  it('say what the margin is where the claim has none', () => {
    expect(equationsOf(superiority('wald'))).toContain('δ = 0');
    expect(equationsOf(NON_INFERIOR)).not.toContain('δ = 0');
    expect(equationsOf(superiority('fisher'))).not.toContain('δ = 0');
  });

  it('are two-sided for Fisher’s test, which sums the tables that are no likelier', () => {
    expect(equationsOf(superiority('fisher'))).toContain('"shown if" p ≤ 2·α "and" p̂_E > p̂_C');
  });

  it('name the bound of the look where there are several', () => {
    expect(equationsOf(NON_INFERIOR)).toContain('"shown if" z ≥ z_(1 − α)');
    const atLooks = equationsOf(NON_INFERIOR, LOOKS);
    expect(atLooks).toContain('"shown if" z ≥ z_k');
    expect(atLooks.join()).not.toContain('z_(1 − α)');
    const fisher = equationsOf(superiority('fisher'), LOOKS);
    expect(fisher).toContain('p = P(X_E ≥ x_E | x_E + x_C)');
    expect(fisher).toContain('"shown if" p ≤ 1 − Φ(z_k)');
  });
});
