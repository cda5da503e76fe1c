import { normalCdf } from '../../numeric/normal-cdf.ts';
import type { TwoArmVerdict } from '../exact-two-arm-sequential.ts';
import type { TwoArmCounts, TwoArmTest } from '../tests/definition.ts';
import { farringtonManning } from '../tests/farrington-manning.ts';
import type { SequentialPlan } from './sequential-plan.ts';

type Rejects = (counts: TwoArmCounts) => boolean;

/**
 * A two-arm test as one of a bound on the normal score: at the one-sided level that the bound stands for, Φ(−z). Below 0, a
 * test that has no meaning at levels of a half and above lends its place to Farrington–Manning's.
 *
 * @param margin in [0, 1)
 */
export function createBoundTest(test: TwoArmTest, margin: number): (bound: number) => Rejects {
  return (bound) => {
    if (!Number.isFinite(bound)) return () => bound < 0;
    const able = bound <= 0 && test.needsLevelBelowHalf ? farringtonManning : test;
    return able.create(margin, { alpha: normalCdf(-bound), sides: 1 });
  };
}

/**
 * Any two-arm test under group-sequential bounds: a look stops for efficacy where the test rejects at the one-sided level
 * that its efficacy bound stands for, and for futility where it does not reject at that of its futility bound, both as
 * {@link createBoundTest} has them.
 *
 * @param margin in [0, 1)
 * @returns the verdict of a look at counts of two arms with patients; undefined where the trial goes on, or shows nothing
 */
export function createSequentialDecision(
  test: TwoArmTest,
  margin: number,
  { efficacy, futility }: Pick<SequentialPlan, 'efficacy' | 'futility'>,
): (look: number, counts: TwoArmCounts) => TwoArmVerdict | undefined {
  const at = createBoundTest(test, margin);
  const shows = efficacy.map(at);
  const promises = futility?.map((bound, look) => (bound === efficacy[look] ? shows[look] : at(bound)));
  return (look, counts) => {
    if (shows[look](counts)) return 'efficacy';
    return promises && !promises[look](counts) ? 'futility' : undefined;
  };
}
