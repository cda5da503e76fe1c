import { findRoot } from '../../numeric/find-root.ts';
import type { CourseShare } from '../../outcomes/delivered-courses.ts';
import { createLaw } from '../../random/distribution-schema.ts';
import type { Distribution } from '../../random/distributions/definition.ts';
import { lawMean } from '../../random/law-mean.ts';
import type { BurdenSpec } from './burden-schema.ts';

/** The law of the distance to the clinic; undefined where it is one number, or not counted. */
function distanceLaw({ travel }: BurdenSpec): Distribution | undefined {
  return travel && typeof travel.oneWayKm !== 'number' ? createLaw(travel.oneWayKm) : undefined;
}

/** Mean distance to the clinic in km; 0 where travel is not counted. */
export function meanOneWayKm(burden: BurdenSpec): number {
  const law = distanceLaw(burden);
  return law ? lawMean(law) : ((burden.travel?.oneWayKm as number | undefined) ?? 0);
}

/**
 * Km that a patient travels for a course, there and back, at a quantile over patients; how far they live and how long
 * their course is are independent. Undefined where all live equally far.
 *
 * @param probability in (0, 1)
 */
export function travelKmAt(
  burden: BurdenSpec,
  planningVisits: number,
  courses: readonly CourseShare[],
  probability: number,
): number | undefined {
  const law = distanceLaw(burden);
  if (!law) return undefined;
  const parts = courses
    .filter(({ share }) => share > 0)
    .map(({ treatmentDays, share }) => ({ kmPerKm: 2 * (planningVisits + treatmentDays), share }))
    .filter(({ kmPerKm }) => kmPerKm > 0);
  const still = 1 - parts.reduce((sum, { share }) => sum + share, 0);
  if (parts.length === 0 || probability <= still) return 0;
  // F(x) = P(no trip) + Σ share·F_distance(x/(2·visits))
  const excess = (x: number): number =>
    parts.reduce((sum, { kmPerKm, share }) => sum + share * law.cdf(x / kmPerKm), still) - probability;
  const ends = parts.map(({ kmPerKm }) => kmPerKm * law.quantile(probability));
  const low = still > 0 ? 0 : Math.min(...ends);
  const high = Math.max(...ends);
  if (low === high || excess(low) >= 0) return low;
  return excess(high) <= 0 ? high : findRoot(excess, low, high);
}
