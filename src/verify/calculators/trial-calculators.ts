import { estimateProportion } from '../../numeric/monte-carlo.ts';
import { philox4x32 } from '../../random/philox.ts';
import { eventCalculators } from './event-calculators.ts';
import { ladderCalculators } from './ladder-calculators.ts';
import { sequentialCalculators } from './sequential-calculators.ts';
import { singleArmCalculators } from './single-arm-calculators.ts';
import { thresholdCalculators } from './threshold-calculators.ts';
import { timeCalculators } from './time-calculators.ts';
import type { TrialCalculators } from './trial-inputs.ts';
import { twoArmCalculators } from './two-arm-calculators.ts';

const words = (text: string): number[] => text.split(' ').map((word) => Number.parseInt(word, 16));

/** By the method that a recorded value names. */
export const trialCalculators: TrialCalculators = {
  ...singleArmCalculators,
  ...twoArmCalculators,
  ...timeCalculators,
  ...eventCalculators,
  ...sequentialCalculators,
  ...thresholdCalculators,
  ...ladderCalculators,
  'Monte Carlo standard error of a proportion': ({ rates, replicates }) =>
    Object.fromEntries(
      rates.map((rate) => [`at${rate}`, estimateProportion(rate * replicates, replicates).mcse]),
    ),
  'Philox4x32-10': ({ counter, key }) => {
    const block = Uint32Array.from(words(counter));
    const [key0, key1] = words(key);
    philox4x32(block, key0, key1);
    return { block: Array.from(block, (word) => word.toString(16).padStart(8, '0')).join(' ') };
  },
};
