import type { Trial } from '../../scenario/trial.ts';
import type { RunFold } from '../batch-fold.ts';
import { createBurdenFold } from './burden-fold.ts';
import type { WithBurden } from './burden-result.ts';

/** A fold whose result holds the burden as well, where the scenario states one. */
export function foldWithBurden<Result extends object>(
  trial: Trial,
  fold: RunFold<Result>,
): RunFold<Result & WithBurden> {
  if (!trial.scenario.burden) return fold;
  const burden = createBurdenFold(trial);
  return {
    add: (batch, result) => {
      burden.add(result);
      fold.add(batch, result);
    },
    rows: fold.rows,
    result: async () => ({ ...(await fold.result()), burden: burden.result() }),
  };
}
