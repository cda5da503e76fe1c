/** What is known of one patient of a ladder when a decision is made. */
export interface LadderPatient {
  /** Where on the ladder the patient was treated, the lowest level 0. */
  readonly level: number;
  /** Whether a toxicity has been seen by now, within the window. */
  readonly isToxic: boolean;
  /** Share of the window that has been watched, in [0, 1]; 1 where it is over. */
  readonly followed: number;
}

/** A patient without toxicity so far whose window is not over. */
export interface WatchedPatient {
  readonly level: number;
  /** Share of the window that has been watched, in [0, 1). */
  readonly followed: number;
}

/** The group that was treated last. */
export interface LastGroup {
  readonly level: number;
  readonly size: number;
  readonly toxic: number;
}

/** What a method of dose finding knows when it decides. */
export interface LadderState {
  /** Patients treated, by level, the lowest first. */
  readonly treated: readonly number[];
  /** Those of them in whom a toxicity has been seen. */
  readonly toxic: readonly number[];
  /** Absent before the first group. */
  readonly last?: LastGroup;
  /** Those of the treated who may still come to a toxicity. */
  readonly watched: readonly WatchedPatient[];
}

/** A ladder of so many levels before its first patient. */
export function emptyLadder(levels: number): LadderState {
  return {
    treated: new Array<number>(levels).fill(0),
    toxic: new Array<number>(levels).fill(0),
    watched: [],
  };
}

/**
 * What is known of a ladder from its patients.
 *
 * @param patients in the order of their treatment
 * @param lastSize patients of the last group, all of them at one level
 * @throws RangeError if a level is not on the ladder, a share is outside [0, 1], or the last group has two levels
 */
export function ladderState(
  levels: number,
  patients: readonly LadderPatient[],
  lastSize: number,
): LadderState {
  const treated = new Array<number>(levels).fill(0);
  const toxic = new Array<number>(levels).fill(0);
  for (const { level, isToxic, followed } of patients) {
    if (!(level in treated))
      throw new RangeError(`invalid level: ${level} (must be one of the ${levels} from 0 on)`);
    if (!(followed >= 0 && followed <= 1))
      throw new RangeError(`invalid followed: ${followed} (must be in [0, 1])`);
    treated[level]++;
    if (isToxic) toxic[level]++;
  }
  const watched = patients
    .filter(({ isToxic, followed }) => !isToxic && followed < 1)
    .map(({ level, followed }) => ({ level, followed }));
  if (patients.length === 0) return { treated, toxic, watched };
  return { treated, toxic, last: lastGroup(patients, lastSize), watched };
}

function lastGroup(patients: readonly LadderPatient[], size: number): LastGroup {
  const group = patients.slice(-size);
  const { level } = group[0];
  if (group.some((patient) => patient.level !== level))
    throw new RangeError(`invalid lastSize: ${size} (must be of one level)`);
  return { level, size: group.length, toxic: group.filter(({ isToxic }) => isToxic).length };
}

/** A ladder after one more group whose windows are over. */
export function afterGroup({ treated, toxic, watched }: LadderState, last: LastGroup): LadderState {
  return {
    treated: treated.map((count, level) => (level === last.level ? count + last.size : count)),
    toxic: toxic.map((count, level) => (level === last.level ? count + last.toxic : count)),
    last,
    watched,
  };
}

/** Patients treated at any level. */
export function patientsOf({ treated }: LadderState): number {
  return treated.reduce((sum, count) => sum + count, 0);
}
