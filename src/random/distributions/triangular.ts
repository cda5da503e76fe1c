import { normalCdf } from '../../numeric/normal-cdf.ts';
import { finite, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const triangular = defineDistribution({
  summary: 'Triangular from min to max, most probable at mode.',
  reference: 'Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, §26.9',
  equations: ['X ~ Triangular(a, c, b)'],
  symbols: { min: 'a', mode: 'c', max: 'b' },
  parameters: strict({
    min: finite('lowest value'),
    mode: finite('most probable value, from min to max'),
    max: finite('highest value'),
  }).refine(({ min, mode, max }) => min < max && min <= mode && mode <= max, {
    error: 'triangular needs min below max and mode from min to max',
  }),
  examples: [
    { min: 1, mode: 2, max: 5 },
    { min: 0, mode: 0, max: 3 },
  ],
  create: ({ min, mode, max }) => {
    const [range, rise, fall] = [max - min, mode - min, max - mode];
    /** From the share below or the share above, whichever is on the value's side of the mode. */
    const valueAt = (below: number, above: number): number =>
      // u = (x − min)²/(range·rise) up to the mode, 1 − u = (max − x)²/(range·fall) from there
      below * range <= rise ? min + Math.sqrt(below * range * rise) : max - Math.sqrt(above * range * fall);
    const riseTo = (x: number): number => ((x - min) / range) * ((x - min) / rise);
    const fallFrom = (x: number): number => ((max - x) / range) * ((max - x) / fall);
    return {
      quantile: (probability) => valueAt(probability, 1 - probability),
      atNormalScore: (z) => valueAt(normalCdf(z), normalCdf(-z)),
      cdf: (x) => (x <= min ? 0 : x >= max ? 1 : x <= mode ? riseTo(x) : 1 - fallFrom(x)),
      survival: (x) => (x <= min ? 1 : x >= max ? 0 : x <= mode ? 1 - riseTo(x) : fallFrom(x)),
    };
  },
});
