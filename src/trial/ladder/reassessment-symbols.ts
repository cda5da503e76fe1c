/** Symbols of the parameters of the continual reassessment method, by path. */
export const reassessmentSymbols = {
  target: 'θ',
  'skeleton.*': 's_i',
  priorVariance: 'σ^2',
  groupSize: 'm',
  maximumSize: 'N',
  startLevel: 'd_1',
  stopAtSize: 'n_"stop"',
  eliminationCutOff: 'γ',
} as const;
