import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { finite, interiorProbability, positive, strict } from '../../numeric/quantities.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { conditionalPower as conditionalPowerOf } from '../group-sequential/conditional-power.ts';
import { percentWords } from '../percent-words.ts';
import { oneSidedLevel } from '../significance-level.ts';
import { defineCalculator } from './definition.ts';

const DEFAULT_POWER = 0.8;
const shown = (value: number): string => String(Number(value.toPrecision(6)));

export const conditionalPower = defineCalculator({
  summary: 'The probability that the last look succeeds, given the score at an interim look.',
  reference: 'Lan & Wittes 1988, Biometrics 44:579 (the B-value)',
  parameters: strict({
    z: finite('normal score at the interim look, against the margin where there is one'),
    fraction: interiorProbability('fraction of the planned information at the interim look'),
    oneSidedAlpha: oneSidedLevel().default(0.025),
    finalZ: finite('score that the last look must reach; that of the level unless given').optional(),
    power: interiorProbability('planned power, which says the planned effect; 0.8 unless given').optional(),
    designDrift: positive(
      'planned effect as mean score at all of the information, in place of a power',
    ).optional(),
  }).check(({ value, issues }) => {
    const { power, designDrift, oneSidedAlpha } = value;
    const fail = (message: string): void => {
      issues.push({ code: 'custom', input: value, message, path: ['power'] });
    };
    if (power === undefined) return;
    if (designDrift !== undefined) fail('power does nothing beside designDrift');
    if (power <= oneSidedAlpha)
      fail(`${power} is too little power (must be above the level, ${oneSidedAlpha})`);
  }),
  examples: [
    { z: 1.5, fraction: 0.5, finalZ: 1.96, designDrift: 3.24 },
    { z: 0.4, fraction: 0.6, power: 0.9 },
  ],
  solve: ({ z, fraction, oneSidedAlpha, finalZ, power = DEFAULT_POWER, designDrift }) => {
    const last = {
      finalZ: finalZ ?? -normalQuantile(oneSidedAlpha),
      drift: designDrift ?? normalQuantile(power) - normalQuantile(oneSidedAlpha),
    };
    const trend = conditionalPowerOf(z, fraction, last, 'trend');
    const design = conditionalPowerOf(z, fraction, last, 'design');
    const atNull = conditionalPowerOf(z, fraction, last, 'null');
    return {
      variant: [
        'Φ((B + θ(1 − t) − c)/√(1 − t)), with B = z√t, t the fraction of the information and c the score to reach; looks in between are left out.',
        `θ, the mean score at all of the information: z/√t = ${shown(z / Math.sqrt(fraction))} if the trend goes on, ${shown(last.drift)} as planned, 0 under the null hypothesis.`,
        'One-sided; scores are against the margin where there is one.',
      ],
      rows: [
        { label: 'Conditional power, trend', kind: 'probability', exact: trend },
        { label: 'Conditional power, planned effect', kind: 'probability', exact: design },
        { label: 'Conditional power, null', kind: 'probability', exact: atNull },
      ],
      numbers: {
        trend,
        design,
        null: atNull,
        bValue: z * Math.sqrt(fraction),
        finalZ: last.finalZ,
        designDrift: last.drift,
      },
      sentence: `With a score of ${shown(z)} at ${percentWords(fraction)} of the information, the probability of reaching ${shown(last.finalZ)} at the end is ${exactPercentWords(trend)} if the trend goes on, ${exactPercentWords(design)} under the planned effect and ${exactPercentWords(atNull)} under the null hypothesis.`,
    };
  },
});
