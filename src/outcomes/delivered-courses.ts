import { createCohort } from '../cohort/cohort.ts';
import { MISSED, SCHEDULE } from '../cohort/cohort-shape.ts';
import type { Population } from '../cohort/population.ts';
import { createCourse } from '../radiobiology/course.ts';
import { armCohort } from './arm-dose.ts';
import { missedFractions } from './missed-fractions.ts';
import type { PlannedArm } from './planned-arm.ts';
import { convergeOnPopulation } from './population-mean.ts';
import type { TruthSpec } from './truth-schema.ts';

/** Courses of one length, and the share of patients who have them. */
export interface CourseShare {
  /** Fractions given. */
  readonly fractions: number;
  /** Days on which any is given. */
  readonly treatmentDays: number;
  readonly share: number;
}

/** What the patients of an arm are given. */
export interface DeliveredCourses {
  /** Every length there can be; the shares sum to 1, to the accuracy of quadrature. */
  readonly courses: readonly CourseShare[];
  readonly exact: boolean;
}

/** Names of the characteristics on which courses of an arm hang. */
export function conditionsOf({ schedules }: PlannedArm): string[] {
  return [
    ...new Set(schedules.flatMap(({ schedule }) => schedule.phases.flatMap(({ onlyIf }) => onlyIf ?? []))),
  ];
}

/** The courses that the patients of an arm receive under a truth: of all schedules, gaps and conditional phases. */
export function deliveredCourses(spec: TruthSpec, arm: PlannedArm): DeliveredCourses {
  const { schedules } = arm;
  const missed = missedFractions(arm, spec.delivery?.missedFractionProbability ?? 0);
  const conditions = conditionsOf(arm);
  const cohort = armCohort(createCohort(spec.cohort), arm, missed);
  const reads = [...(schedules.length > 1 ? [SCHEDULE] : []), ...(missed ? [MISSED] : []), ...conditions];
  const numbers = missed ? missed.counts[0].length : 1;
  const patterns = 1 << conditions.length;
  const lengths = schedules.flatMap(({ schedule }, s) =>
    Array.from({ length: numbers * patterns }, (_, i) => {
      const present = conditions.filter((_condition, bit) => ((i >> bit) & 1) === 1);
      const { fractions } = createCourse(schedule, {
        missed: missed?.counts[s][i >> conditions.length] ?? 0,
        present,
      });
      return { fractions: fractions.length, treatmentDays: new Set(fractions.map(({ day }) => day)).size };
    }),
  );
  const positionOf = ({ columns }: Population, patient: number): number => {
    const schedule = columns[SCHEDULE]?.[patient] ?? 0;
    const number = Math.min(numbers - 1, columns[MISSED]?.[patient] ?? 0);
    const pattern = conditions.reduce(
      (bits, name, bit) => bits | (columns[name][patient] > 0 ? 1 << bit : 0),
      0,
    );
    return (schedule * numbers + number) * patterns + pattern;
  };
  const { values, exact } = convergeOnPopulation(cohort, reads, (population) => {
    const shares = lengths.map(() => 0);
    for (let i = 0; i < population.count; i++) shares[positionOf(population, i)] += population.weights[i];
    return shares;
  });
  return { courses: lengths.map((length, i) => ({ ...length, share: values[i] })), exact };
}
