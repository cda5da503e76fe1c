import { alphaFromSf2 } from '../../radiobiology/linear-quadratic.ts';
import type { Parameterisation } from './definition.ts';

export const sf2AlphaBeta: Parameterisation = {
  summary: 'Surviving fraction at 2 Gy and α/β; α = −ln SF2/(2 + 4/(α/β)). The default.',
  reference: 'algebra of the linear-quadratic model',
  equations: ['α = (−ln SF_2)/(2 + 4/(α/β))', 'β = α/(α/β)'],
  symbols: { sf2: 'SF_2', alphaBetaGy: 'α/β' },
  characteristics: {
    sf2: { above: 0, below: 1 },
    alphaBetaGy: { above: 0, below: Infinity },
  },
  from: { alphaPerGy: ['sf2', 'alphaBetaGy'], alphaBetaGy: ['alphaBetaGy'] },
  fillAlphaPerGy: ({ sf2, alphaBetaGy }, out, count) => {
    for (let i = 0; i < count; i++) out[i] = alphaFromSf2(sf2[i], alphaBetaGy[i]);
  },
};
