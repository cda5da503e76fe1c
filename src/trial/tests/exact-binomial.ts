import { binomialUpperTail } from '../../numeric/binomial-law.ts';
import type { OneArmTest } from './definition.ts';

export const exactBinomial: OneArmTest = {
  arms: 1,
  label: 'exact binomial test',
  summary: 'Exact binomial test of one rate against a fixed one.',
  reference: 'Clopper & Pearson 1934, Biometrika 26:404 (the tail probabilities)',
  equations: [
    'p = P(X ≥ x | H_0), X: "successes"',
    'X ~ Binomial(n, π_0), π_0: "success rate under" H_0',
    '"shown if" p ≤ α',
  ],
  // p = P(X ≥ x), X ~ Binomial(n, p₀)
  create: (nullRate, oneSidedAlpha) => (successes, size) =>
    binomialUpperTail(successes, size, nullRate) <= oneSidedAlpha,
};
