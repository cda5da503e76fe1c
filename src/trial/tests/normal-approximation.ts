import { scoreCritical } from '../score-critical.ts';
import type { OneArmTest } from './definition.ts';

export const normalApproximation: OneArmTest = {
  arms: 1,
  label: 'normal approximation',
  summary: 'One rate against a fixed one, by its distance in standard errors of the fixed rate.',
  reference: 'Fleming 1982, Biometrics 38:143',
  equations: [
    'z = (x − n·π_0)/√(n·π_0·(1 − π_0))',
    'x: "successes"; π_0: "success rate under" H_0',
    '"shown if" z ≥ z_(1 − α)',
  ],
  create: (nullRate, oneSidedAlpha) => {
    const critical = scoreCritical({ alpha: oneSidedAlpha, sides: 1 });
    // z = (x − n p₀)/√(n p₀ q₀)
    return (successes, size) =>
      (successes - size * nullRate) / Math.sqrt(size * nullRate * (1 - nullRate)) >= critical;
  },
};
