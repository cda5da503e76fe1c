import type { ClaimSummary } from '../engine/result.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { percentWords } from '../trial/percent-words.ts';
import { percent } from './numbers.ts';

/** Probabilities beyond this are said to be above it, not rounded to certainty. */
const NEARLY_CERTAIN = 0.9999;

/** What the trial found, in one sentence. */
export function findingSentence({ finding, endpoint, limit }: ClaimSummary): string {
  const { events, patients, mean, highestDensity95, probabilityBetter } = finding!;
  const interval = highestDensity95
    ? ` (95 % highest-density interval ${percent(highestDensity95[0])} to ${percent(highestDensity95[1])} %)`
    : '';
  const side = endpoints[endpoint].eventIsGood ? 'above' : 'below';
  const probability =
    probabilityBetter > NEARLY_CERTAIN ? 'over 99.99 %' : `${percent(probabilityBetter, 2)} %`;
  return `Observed ${events} of ${patients}: posterior mean ${percent(mean)} %${interval}; ${side} ${percentWords(limit)} with probability ${probability}.`;
}
