import { describe, expect, it } from 'vitest';
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
