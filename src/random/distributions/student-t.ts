import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { finite, positive, strict } from '../../numeric/quantities.ts';
import { asinhStudentTQuantileAtScore, studentTSurvival } from '../../numeric/student-t-law.ts';
import { tabulatedScore } from '../tabulated-score.ts';
import { defineDistribution } from './definition.ts';

export const studentT = defineDistribution({
  summary: 'Student’s t about a location with a scale: like the normal, with heavier tails.',
  reference: 'Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, ch. 28',
  equations: ['(X − μ)/s ~ t_ν'],
  symbols: { degreesOfFreedom: 'ν', location: 'μ', scale: 's' },
  parameters: strict({
    degreesOfFreedom: finite('degrees of freedom, from 1 to 10,000').min(1).max(1e4),
    location: finite('median'),
    scale: positive('scale, in the unit of the quantity'),
  }),
  examples: [
    { degreesOfFreedom: 10, location: 0.2, scale: 0.14 },
    { degreesOfFreedom: 1000, location: 0, scale: 1 },
  ],
  create: ({ degreesOfFreedom, location, scale }) => {
    const asinhScore = tabulatedScore((z) => asinhStudentTQuantileAtScore(z, degreesOfFreedom));
    const width = scale * Math.sqrt(degreesOfFreedom);
    const atNormalScore = (z: number): number => location + width * Math.sinh(asinhScore(z));
    return {
      quantile: (probability) => atNormalScore(normalQuantile(probability)),
      atNormalScore,
      cdf: (x) => studentTSurvival((location - x) / scale, degreesOfFreedom),
      survival: (x) => studentTSurvival((x - location) / scale, degreesOfFreedom),
    };
  },
});
