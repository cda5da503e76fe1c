import type { Parameterisation } from './definition.ts';

export const alphaAlphaBeta: Parameterisation = {
  summary:
    'α in Gy⁻¹ and α/β in Gy; with independent draws, patients of low α/β are implausibly sensitive to large fractions.',
  reference: 'algebra of the linear-quadratic model',
  characteristics: {
    alphaPerGy: { above: 0, below: Infinity },
    alphaBetaGy: { above: 0, below: Infinity },
  },
  alphaFrom: ['alphaPerGy'],
  fillAlphaPerGy: ({ alphaPerGy }, out, count) => {
    if (out !== alphaPerGy) out.set(alphaPerGy.subarray(0, count));
  },
};
