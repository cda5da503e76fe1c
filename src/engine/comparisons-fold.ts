import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import type { Trial } from '../scenario/trial.ts';
import type { ComparisonsResult } from './comparisons-result.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
import type { Success } from './result.ts';

/** Counts of rows in which some, and all, of so many flags are set. */
function countRows(flags: Uint8Array, rows: number, width: number): { some: number; all: number } {
  let [some, all] = [0, 0];
  for (let row = 0; row < rows; row++) {
    let set = 0;
    for (let k = 0; k < width; k++) set += flags[row * width + k];
    if (set > 0) some++;
    if (set === width) all++;
  }
  return { some, all };
}

/**
 * What comparisons with one control do together under one truth; undefined where the design compares one arm.
 *
 * @param successes of the claims, in their order
 */
export function createComparisonsFold({
  design,
  arms,
  scenario,
}: Trial): ReplicatesFold<(successes: readonly Success[]) => ComparisonsResult> | undefined {
  if (!design.comparisons) return undefined;
  const claims = design.claims.length;
  const { replicates } = scenario.simulation;
  let [atLeastOne, all, falsely] = [0, 0, 0];
  return {
    add: ({ columns: { rows, passes, passesAtMargin } }) => {
      const drawn = countRows(passes, rows, claims);
      atLeastOne += drawn.some;
      all += drawn.all;
      // Of arms tested in order the first lets the others be tested
      if (!design.isHierarchical) falsely += countRows(passesAtMargin, rows, claims).some;
      else for (let row = 0; row < rows; row++) falsely += passesAtMargin[row * claims];
    },
    result: (exact) => {
      const exactly = exact.isExact ? exact.success?.comparisons : undefined;
      const share = (count: number, value: number | undefined): Estimate =>
        estimateProportion(count, replicates, value);
      return (successes) => ({
        byArm: Object.fromEntries(design.claims.map(({ arm }, k) => [arms[arm!].name, successes[k]])),
        atLeastOne: share(atLeastOne, exactly?.atLeastOne),
        all: share(all, exactly?.all),
        familywiseError: share(falsely, exactly?.familywiseError),
      });
    },
  };
}
