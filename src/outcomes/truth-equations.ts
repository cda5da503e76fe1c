import type { Equations } from '../numeric/equations.ts';

/** How characteristics hang together, and subtypes make up a cohort. */
export const cohortEquations: Equations = {
  equations: ['corr(Φ^(−1)(F_i(X_i)), Φ^(−1)(F_j(X_j))) = ρ_(ij)', 'F(x) = ∑_k w_k·F_k(x)'],
  symbols: {
    'correlation.*.rho': 'ρ_(ij)',
    'subtypes.*.weight': 'w_k',
    'heterogeneity.*': 'X',
    'subtypes.*.heterogeneity.*': 'X',
  },
};

/** How fractions come to be missed. */
export const deliveryEquations: Equations = {
  equations: ['M ~ Binomial(n, q)'],
  symbols: { missedFractionProbability: 'q' },
};

/** What a centre does to its patients' probabilities. */
export const centreEquations: Equations = {
  equations: ['logit P′ = logit P + σ_c·z', 'z ~ N(0, 1)'],
  symbols: { '': 'σ_c' },
};

/** What surgery soon after radiotherapy does to a complication. */
export const shortIntervalEquations: Equations = {
  equations: ['logit P = logit P_0 + ln(OR_s), "where" t_S < T_s'],
  symbols: { belowDays: 'T_s', oddsRatio: 'OR_s' },
};

/** Death and metastasis beside local failure. */
export const competingEquations: Equations = {
  equations: [
    'h(t | x) = h(t)·∏_j HR_j^((x_j − x_0)/u_j), "for" h_D, h_M, h_(MD)',
    'F_"net"(t) = 1 − LC(t)',
    'F_"cumulative"(t) = ∫_0^t S_D(u) dF_"net"(u)',
  ],
  symbols: {
    deathPerYear: 'h_D',
    'deathPerYear.*.perYear': 'h_D',
    'deathPerYear.*.untilYears': 't_D',
    metastasisPerYear: 'h_M',
    'metastasisPerYear.*.perYear': 'h_M',
    'metastasisPerYear.*.untilYears': 't_M',
    deathAfterMetastasisPerYear: 'h_(MD)',
    'hazardRatios.*.*': 'HR_j',
    'hazardRatios.*.*.ratio': 'HR_j',
    'hazardRatios.*.*.per': 'u_j',
    'hazardRatios.*.*.from': 'x_0',
  },
};
