import { cox } from './cox.ts';
import { cumulativeIncidence } from './cumulative-incidence.ts';
import { fineGray } from './fine-gray.ts';
import { gray } from './gray.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { kaplanMeierRatio } from './kaplan-meier-ratio.ts';
import { logRank } from './log-rank.ts';
import { restrictedMean } from './restricted-mean.ts';

/** Every test of the times of failure that a design can name. */
export const timeTests = {
  logRank,
  cox,
  kaplanMeier,
  kaplanMeierRatio,
  restrictedMean,
  cumulativeIncidence,
  gray,
  fineGray,
};

/** Name of a test in the registry. */
export type TimeTestName = keyof typeof timeTests;
