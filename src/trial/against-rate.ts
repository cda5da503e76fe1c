import type { Claim } from './claims/definition.ts';

/** What a claim against a fixed rate takes for granted. */
export const RATE_IS_KNOWN =
  'The rate that the arm is held against is taken as known, without the sampling error of the series that it comes from.';

/** How a claim that one arm is better than a fixed rate stands to the truth. */
export function againstRate(eventIsGood: boolean, rate: number): Pick<Claim, 'slack' | 'rateAtMargin'> {
  return {
    slack: (_controlRate, trueRate) => (eventIsGood ? trueRate - rate : rate - trueRate),
    rateAtMargin: () => rate,
  };
}
