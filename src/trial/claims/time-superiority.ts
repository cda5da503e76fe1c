import { strict } from '../../numeric/quantities.ts';
import { twoSidedLevel } from '../significance-level.ts';
import { createTimeClaim, failureWords } from '../time-claim.ts';
import { checkStatedEvents, timeClaimShape, timeTestName } from '../time-claim-shape.ts';
import { defineClaim } from './definition.ts';

export const timeSuperiority = defineClaim({
  summary: 'Failures of the experimental arm come later than the control’s, on times; tested two-sided.',
  reference: 'Mantel 1966, Cancer Chemother Rep 50:163; Schoenfeld 1981, Biometrika 68:316',
  equations: ['H_0: S_E(t) = S_C(t)', 'H_1: S_E(t) > S_C(t)'],
  symbols: { atYears: 't', twoSidedAlpha: '2·α' },
  arms: 2,
  decidedByTimes: true,
  parameters: strict({
    ...timeClaimShape,
    twoSidedAlpha: twoSidedLevel(),
    test: timeTestName(false),
  }).check(checkStatedEvents as never),
  examples: [{ endpoint: 'localControl', atYears: 5, twoSidedAlpha: 0.05, test: 'logRank' }],
  create: ({ twoSidedAlpha, ...spec }) =>
    createTimeClaim({ ...spec, oneSidedAlpha: twoSidedAlpha / 2 }, `${failureWords(spec)} superior`),
});
