import type { SliderRange } from './slider.ts';

/** From where to where each kind of slider usually goes. */
export const sliderRanges = {
  alphaBetaGy: { min: 0.5, max: 20, steps: [0.1, 0.01, 0.001] },
  /** Standard deviation of a logarithm. */
  sigma: { min: 0.05, max: 1.5, steps: [0.05, 0.01, 0.001] },
  fractions: { min: 1, max: 45, steps: [1] },
  doseGy: { min: 0.5, max: 20, steps: [0.05, 0.01, 0.001] },
  perArm: { min: 10, max: 1000, steps: [1] },
  total: { min: 20, max: 2000, steps: [1] },
  difference: { min: 0.01, max: 0.3, steps: [0.005, 0.001, 0.0001] },
  hazardRatio: { min: 1.05, max: 3, steps: [0.05, 0.01, 0.001] },
  rate: { min: 0.01, max: 0.99, steps: [0.01, 0.005, 0.001] },
  gamma50: { min: 0.1, max: 5, steps: [0.1, 0.01, 0.0001] },
  slopePer10Gy: { min: -0.5, max: 1, steps: [0.05, 0.01, 0.001] },
} as const satisfies Readonly<Record<string, SliderRange>>;
