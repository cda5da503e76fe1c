import { ratesUnderDifference } from '../difference-likelihood.ts';
import { normalFormula } from './normal-formula.ts';

/** Score test against a margin: null variance from the planned rates' fit at the margin. */
export const farringtonManningSize = normalFormula(
  'Farrington–Manning',
  'Farrington & Manning 1990, Stat Med 9:1447, eq. 4 (variance by maximum likelihood at the margin)',
  ({ controlRate, experimentalRate, margin, allocation }) => {
    const [pe, pc] = ratesUnderDifference(experimentalRate * allocation, allocation, controlRate, 1, -margin);
    return pc * (1 - pc) + (pe * (1 - pe)) / allocation;
  },
);
