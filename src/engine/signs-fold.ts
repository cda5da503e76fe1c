import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import type { Estimation } from './aim-result.ts';
import { type EstimateRow, isWrong } from './estimate-row.ts';
import type { KnownAim } from './sets-fold.ts';
import { withExpected } from './with-expected.ts';

/** Takes the signs of the coefficients, estimate by estimate. */
export interface SignsFold {
  add(row: EstimateRow): void;
  result(): NonNullable<Estimation['wrongSign']>;
}

/** How often each coefficient, either, and the slope at 2 Gy a fraction have the wrong sign. */
export function createSignsFold({ aim: { event }, precision }: KnownAim): SignsFold {
  let [rows, ofG1, ofG2, ofEither, ofSlope] = [0, 0, 0, 0, 0];
  return {
    add: ({ perGy, perGy2 }) => {
      const [first, second] = [isWrong(perGy, event), isWrong(perGy2, event)];
      rows++;
      if (first) ofG1++;
      if (second) ofG2++;
      if (first || second) ofEither++;
      if (isWrong(perGy + 2 * perGy2, event)) ofSlope++;
    },
    result: () => {
      const share = (count: number): Estimate => estimateProportion(count, rows);
      const expected = precision?.wrongSign;
      return {
        perGy: withExpected(share(ofG1), expected?.perGy.probability),
        perGy2: withExpected(share(ofG2), expected?.perGy2.probability),
        either: share(ofEither),
        slopePerGyEqd2: withExpected(share(ofSlope), expected?.slopePerGyEqd2.probability),
      };
    },
  };
}
