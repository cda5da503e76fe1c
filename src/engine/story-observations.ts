import type { Trial } from '../scenario/trial.ts';
import { DAYS_A_YEAR } from '../trial/accrual.ts';
import { CENSORED, FAILURE } from '../trial/time-data.ts';
import type { ClaimCourses } from './claim-courses.ts';
import type { SeenPatient } from './observe-patients.ts';
import type { ReplicateSimulator } from './simulate-replicates.ts';
import type { ClaimCourse } from './trial-end.ts';
import type { ObservationEnd, StoryObservation, StoryObserved } from './trial-story.ts';

/** A patient at an analysis, by arm and position in it. */
export interface ObservedPatient extends Pick<SeenPatient, 'arm' | 'position'> {
  readonly observation: StoryObservation;
}

/** Tells, of the trial simulated last, how the observation of the patients of a claim on times has ended by a day. */
export function createObserver(
  { design }: Trial,
  course: ClaimCourse,
  { outcomes }: Pick<ReplicateSimulator, 'outcomes'>,
  { calendar }: ClaimCourses,
): (day: number) => ObservedPatient[] {
  const endOfCensored = ({ arm, position, years }: SeenPatient): ObservationEnd => {
    if (years === calendar.lostYears[arm][position]) return 'lost';
    return years === design.followUp!.perPatientYears ? 'followUp' : 'analysis';
  };
  const endOf = (patient: SeenPatient): ObservationEnd => {
    const { arm, position, years, status } = patient;
    if (status === CENSORED) return endOfCensored(patient);
    if (years === outcomes[arm].deathYears[position]) return 'death';
    return years === outcomes[arm].metastasisYears[position] ? 'metastasis' : 'failure';
  };
  return (day) =>
    course.seenOn!(day).map((patient): ObservedPatient => {
      const { arm, position, surgeryDay, years, status } = patient;
      const counts = status === CENSORED ? 'censored' : status === FAILURE ? 'failure' : 'competing';
      const observation = {
        years,
        day: surgeryDay + years * DAYS_A_YEAR,
        end: endOf(patient),
        counts,
      } as const;
      return { arm, position, observation };
    });
}

/** Counts those of an arm. */
export function observedInArm(patients: readonly ObservedPatient[], of: number): StoryObserved {
  const ofArm = patients.filter(({ arm }) => arm === of).map(({ observation }) => observation);
  const count = (fits: (observation: StoryObservation) => boolean): number => ofArm.filter(fits).length;
  return {
    events: count(({ counts }) => counts === 'failure'),
    size: ofArm.length,
    competing: count(({ counts }) => counts === 'competing'),
    lost: count(({ end }) => end === 'lost'),
  };
}
