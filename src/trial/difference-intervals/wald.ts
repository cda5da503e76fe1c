import { intervalScore } from '../interval-score.ts';
import type { DifferenceIntervalDefinition } from './definition.ts';

export const wald: DifferenceIntervalDefinition = {
  label: 'Wald',
  summary: 'The difference and its unpooled standard error; its limits may pass ±1.',
  reference: 'Newcombe 1998, Stat Med 17:873, method 1',
  interval: (first, second, level) => {
    const [p, q] = [first.events / first.size, second.events / second.size];
    // p̂₁ − p̂₂ ∓ z √(p̂₁ q̂₁/n₁ + p̂₂ q̂₂/n₂)
    const half = intervalScore(level) * Math.sqrt((p * (1 - p)) / first.size + (q * (1 - q)) / second.size);
    return [p - q - half, p - q + half];
  },
};
