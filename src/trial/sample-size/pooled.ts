import { normalFormula } from './normal-formula.ts';

/** Superiority by the chi-squared test without continuity correction. */
export const pooledSize = normalFormula(
  'pooled variance',
  'Fleiss, Tytun & Ury 1980, Biometrics 36:343, without continuity correction',
  ({ controlRate, experimentalRate, allocation }) => {
    const pooled = (controlRate + allocation * experimentalRate) / (1 + allocation);
    return pooled * (1 - pooled) * (1 + 1 / allocation);
  },
);
