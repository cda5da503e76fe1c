import { copyColumn, type Parameterisation } from './definition.ts';

export const alphaAlphaBeta: Parameterisation = {
  summary:
    'α in Gy⁻¹ and α/β in Gy; with independent draws, patients of low α/β are implausibly sensitive to large fractions.',
  reference: 'algebra of the linear-quadratic model',
  equations: ['β = α/(α/β)'],
  symbols: { alphaPerGy: 'α', alphaBetaGy: 'α/β' },
  characteristics: {
    alphaPerGy: { above: 0, below: Infinity },
    alphaBetaGy: { above: 0, below: Infinity },
  },
  from: { alphaPerGy: ['alphaPerGy'], alphaBetaGy: ['alphaBetaGy'] },
  fillAlphaPerGy: ({ alphaPerGy }, out, count) => copyColumn(alphaPerGy, out, count),
};
