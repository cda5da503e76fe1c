import { cut, scheduleWords } from './calibration-words.ts';

const MOST_STUDY = 16;
const MOST_SCHEDULE = 12;
const MOST_ID = 13;

/** A study as a row of a chart. */
export interface AxisStudy {
  readonly id: string;
  readonly study: string;
  readonly schedule: string;
  /** Marks that follow the name: myxoid, left out. */
  readonly isMyxoid: boolean;
}

/** Names of rows as parameters of a chart: in full for wide ones, ids for narrow ones. */
export function studyAxisParams(studies: readonly AxisStudy[]): { labels: string[]; ids: string[] } {
  return {
    labels: studies.map(
      ({ study, schedule, isMyxoid }) =>
        `${cut(study, MOST_STUDY)}, ${cut(scheduleWords(schedule), MOST_SCHEDULE)}${isMyxoid ? ' *' : ''}`,
    ),
    ids: studies.map(({ id, isMyxoid }) => `${cut(id, MOST_ID)}${isMyxoid ? ' *' : ''}`),
  };
}
