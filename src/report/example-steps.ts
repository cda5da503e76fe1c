import type { StoryPatient, TrialStory } from '../engine/trial-story.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';

/** A count that has been reached at a place of the horizontal axis. */
export interface Step {
  readonly x: number;
  readonly count: number;
}

/** Cumulative counts of one endpoint up to the decision. */
export interface ExampleSteps {
  /** In months; patients analysed where there is no accrual, and then nothing is enrolled or known. */
  readonly enrolled: readonly Step[];
  readonly known: readonly Step[];
  readonly events: readonly Step[];
  /** Where the trial is decided. */
  readonly end: number;
}

const rising = (places: readonly number[]): Step[] =>
  places.toSorted((a, b) => a - b).map((x, i) => ({ x, count: i + 1 }));

/** How one endpoint of a simulated trial came to be known. */
export function exampleSteps({ patients, decision }: TrialStory, endpoint: EndpointName): ExampleSteps {
  const counted = patients.filter(({ outcomes }) => outcomes[endpoint]?.analysed !== null);
  const hasEvent = ({ outcomes }: StoryPatient): boolean => outcomes[endpoint]?.analysed === true;
  if (decision.day === null) {
    const events = counted.flatMap((patient, i) => (hasEvent(patient) ? [i + 1] : []));
    return { enrolled: [], known: [], events: rising(events), end: counted.length };
  }
  const end = decision.day;
  const knownDay = ({ outcomes }: StoryPatient): number => outcomes[endpoint]?.knownDay ?? Infinity;
  const months = (days: readonly number[]): number[] =>
    days.filter((day) => day <= end).map((day) => day / DAYS_A_MONTH);
  return {
    enrolled: rising(months(patients.map(({ enrolledDay }) => enrolledDay!))),
    known: rising(months(counted.map(knownDay))),
    events: rising(months(counted.filter(hasEvent).map(knownDay))),
    end: end / DAYS_A_MONTH,
  };
}
