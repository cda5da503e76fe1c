import type { Claim } from './claims/definition.ts';

/** How a claim that one arm is better than a fixed rate stands to the truth. */
export function againstRate(eventIsGood: boolean, rate: number): Pick<Claim, 'slack' | 'rateAtMargin'> {
  return {
    slack: (_controlRate, trueRate) => (eventIsGood ? trueRate - rate : rate - trueRate),
    rateAtMargin: () => rate,
  };
}
