import { alphaFromRsi } from '../../radiobiology/gard.ts';
import type { Parameterisation } from './definition.ts';

export const rsiBeta: Parameterisation = {
  summary:
    'Radiosensitivity index, read as survival at 2 Gy, and β in Gy⁻² (0.05 by convention); the effect of a schedule is then its GARD.',
  reference: 'Scott 2017, Lancet Oncol 18:202; Eschrich 2009, IJROBP 75:489',
  equations: ['α = −(ln RSI)/2 − 2·β', 'GARD = ∑ d·(α + β·d)'],
  symbols: { rsi: 'RSI', betaPerGy2: 'β' },
  characteristics: {
    rsi: { above: 0, below: 1 },
    betaPerGy2: { above: 0, below: Infinity },
  },
  from: { alphaPerGy: ['rsi', 'betaPerGy2'], alphaBetaGy: ['rsi', 'betaPerGy2'] },
  fillAlphaPerGy: ({ rsi, betaPerGy2 }, out, count) => {
    for (let i = 0; i < count; i++) out[i] = alphaFromRsi(rsi[i], betaPerGy2[i]);
  },
  fillAlphaBetaGy: ({ rsi, betaPerGy2 }, out, count) => {
    for (let i = 0; i < count; i++) out[i] = alphaFromRsi(rsi[i], betaPerGy2[i]) / betaPerGy2[i];
  },
};
