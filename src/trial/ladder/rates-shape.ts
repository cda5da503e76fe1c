import { z } from 'zod';
import { count, probability } from '../../numeric/quantities.ts';

/** Levels of a ladder at most. */
const MOST_LEVELS = 12;

/** Reports rates that fall from one level to the next. */
const checkNotFalling = ({ value, issues }: z.core.ParsePayload<readonly number[]>): void => {
  const at = value.findIndex((rate, i) => i > 0 && rate < value[i - 1]);
  if (at > 0)
    issues.push({
      code: 'custom',
      input: value,
      message: `must not fall: ${value[at]} follows ${value[at - 1]}`,
    });
};

/** True rates of toxicity by level. */
export const levelRates = z
  .array(probability('true rate of toxicity at a level'))
  .min(1)
  .max(MOST_LEVELS)
  .check(checkNotFalling)
  .describe('true rates of toxicity at the levels, not falling');

/** What a method is examined at, and how, where enumeration is out of reach. */
export const ratesShape = {
  rates: levelRates
    .optional()
    .describe('true rates of toxicity at the levels, not falling, at which the method is examined'),
  replicates: count('trials simulated where enumeration is out of reach').max(1_000_000).default(10_000),
  seed: z.string().min(1).default('ladder').describe('seed of those trials'),
};

/** How a method is examined, valid by {@link ratesShape}. */
export interface Examination {
  readonly rates: readonly number[];
  readonly replicates: number;
  readonly seed: string;
}

/** Reports a first level beyond the rates that are given. */
export function checkStart({
  value,
  issues,
}: z.core.ParsePayload<{
  readonly startLevel: number;
  readonly rates?: readonly number[] | undefined;
}>): void {
  const { startLevel, rates } = value;
  if (rates !== undefined && startLevel > rates.length)
    issues.push({
      code: 'custom',
      input: value,
      message: `${startLevel} is beyond the ${rates.length} levels of the ladder`,
      path: ['startLevel'],
    });
}
