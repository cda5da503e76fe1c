import { describe, expect, it } from 'vitest';
import { binomialProbabilities } from '../../src/numeric/binomial-probabilities.ts';
import { isTimeClaim } from '../../src/trial/claims/definition.ts';
import { claims } from '../../src/trial/claims/index.ts';
import { createPassMatrices } from '../../src/trial/pass-matrix.ts';

const ofTwoArms = Object.entries(claims).filter(
  ([, { arms, decidedByTimes }]) => arms === 2 && !decidedByTimes,
);
const [CONTROL, EXPERIMENTAL] = [90, 110];

describe.each(ofTwoArms)('claim %s, by counts of two arms', (_, { create, parameters, examples }) => {
  it('passes in what exact power counts exactly where it passes, whatever it says of its test', () => {
    for (const example of examples) {
      const claim = create(parameters.parse(example));
      if (isTimeClaim(claim) || claim.passesByStratum) continue;
      const matrix = createPassMatrices()(claim, CONTROL, EXPERIMENTAL);
      matrix.know(0, CONTROL + 1, 0, EXPERIMENTAL + 1);
      const differing: string[] = [];
      for (let c = 0; c <= CONTROL; c++)
        for (let e = 0; e <= EXPERIMENTAL; e++)
          if ((matrix.passes[c * (EXPERIMENTAL + 1) + e] === 1) !== claim.passes(c, CONTROL, e, EXPERIMENTAL))
            differing.push(`${c} and ${e}`);
      expect(differing.slice(0, 5)).toEqual([]);
    }
  });
});

const ofOneArm = Object.entries(claims).filter(([name, { arms }]) => arms === 1 && name !== 'completion');
const PATIENTS = 110;
const ENDPOINTS = {
  'a good event': { endpoint: 'localControl', atYears: 3 },
  'a bad event': { endpoint: 'woundComplication', withinDays: 120 },
};

describe.each(ofOneArm)('claim %s, by counts of one arm', (_, { create, parameters, examples }) => {
  it.each(Object.entries(ENDPOINTS))('of %s: more of what is good never loses it', (_what, endpoint) => {
    for (const { atYears, withinDays, stratum, observed, ...example } of examples as Record<
      string,
      unknown
    >[]) {
      const claim = create(parameters.parse({ ...example, ...endpoint }));
      if (isTimeClaim(claim)) continue;
      const { eventIsGood } = claim.endpoint;
      const passes = Array.from({ length: PATIENTS + 1 }, (_value, good) =>
        claim.passes(0, 0, eventIsGood ? good : PATIENTS - good, PATIENTS),
      );
      expect([passes[0], passes[PATIENTS]]).toEqual([false, true]);
      expect(passes.lastIndexOf(false)).toBe(passes.indexOf(true) - 1);
      expect(claim.passes(0, 0, 0, 0)).toBe(false);

      const margin = claim.rateAtMargin(0);
      const better = eventIsGood ? (1 + margin) / 2 : margin / 2;
      expect(claim.slack(0, margin)).toBeCloseTo(0, 12);
      expect(claim.slack(0, better)).toBeGreaterThan(0);
      // A number of successes is stated for the size of its design
      if ('successesAbove' in example) continue;
      const shown = (rate: number): number => {
        const { first, probabilities } = binomialProbabilities(PATIENTS, rate);
        return probabilities.reduce((sum, p, i) => {
          const good = eventIsGood ? first + i : PATIENTS - first - i;
          return passes[good] ? sum + p : sum;
        }, 0);
      };
      expect(shown(margin)).toBeLessThan(0.2);
      expect(shown(better)).toBeGreaterThan(0.5);
    }
  });
});
