import { copyColumn, type Parameterisation } from './definition.ts';

export const alphaBeta: Parameterisation = {
  summary:
    'α in Gy⁻¹ and β in Gy⁻², usually the same β for everyone; then α/β = α/β rises and falls with α, as in genomic models.',
  reference: 'algebra of the linear-quadratic model',
  equations: ['α/β = (α)/(β)'],
  symbols: { alphaPerGy: 'α', betaPerGy2: 'β' },
  characteristics: {
    alphaPerGy: { above: 0, below: Infinity },
    betaPerGy2: { above: 0, below: Infinity },
  },
  from: { alphaPerGy: ['alphaPerGy'], alphaBetaGy: ['alphaPerGy', 'betaPerGy2'] },
  fillAlphaPerGy: ({ alphaPerGy }, out, count) => copyColumn(alphaPerGy, out, count),
  fillAlphaBetaGy: ({ alphaPerGy, betaPerGy2 }, out, count) => {
    for (let i = 0; i < count; i++) out[i] = alphaPerGy[i] / betaPerGy2[i];
  },
};
