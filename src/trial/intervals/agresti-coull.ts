import { intervalScore } from '../interval-score.ts';
import type { IntervalDefinition } from './definition.ts';

export const agrestiCoull: IntervalDefinition = {
  label: 'Agresti–Coull',
  summary: 'Wald’s interval after z²/2 more events and z²/2 more non-events; its limits may pass 0 or 1.',
  reference: 'Agresti & Coull 1998, Am Stat 52:119',
  interval: (events, size, level) => {
    const score = intervalScore(level);
    // p̃ = (x + z²/2)/(n + z²), p̃ ∓ z √(p̃ q̃/(n + z²))
    const patients = size + score * score;
    const rate = (events + (score * score) / 2) / patients;
    const half = score * Math.sqrt((rate * (1 - rate)) / patients);
    return [rate - half, rate + half];
  },
};
