import type { CountClaim } from './claims/definition.ts';
import { successesOf } from './successes.ts';
import type { TestLevel, TwoArmTest } from './tests/definition.ts';

/** How a claim decides from the counts of each stratum; nothing where its test is none of strata. */
export function decidesByStratum(
  test: TwoArmTest,
  margin: number,
  level: TestLevel,
  eventIsGood: boolean,
): Pick<CountClaim, 'passesByStratum'> {
  const rejects = test.createByStratum?.(margin, level);
  if (!rejects) return {};
  return {
    passesByStratum: (strata) => rejects(strata.map((counts) => successesOf(eventIsGood, ...counts))),
  };
}
