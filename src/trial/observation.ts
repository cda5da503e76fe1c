import type { EntryLaw } from './entry-law.ts';

/** What lets an event be seen: how patients come, and what takes them away before it. */
export interface Observation {
  readonly entry: EntryLaw;
  /** Longest follow-up of a patient; absent where all are followed until the analysis. */
  readonly perPatientYears?: number | undefined;
  /** Probability that neither loss nor a competing event has taken a patient away by so many years from entry. */
  remaining(years: number): number;
}

/** Follow-up by the time of an analysis. */
export interface Observed {
  /** Share of all patients who would still be followed so many years after entry, had they no event. */
  share(years: number): number;
  /** The longest time that anybody is followed. */
  readonly longestYears: number;
  /** Years at which the share jumps or bends. */
  readonly breaks: readonly number[];
}

/**
 * Follow-up by an analysis so many years after the opening of the trial.
 *
 * @throws RangeError if the analysis comes before the trial opens
 */
export function observedAt(observation: Observation, analysisYears: number): Observed {
  const { entry, perPatientYears = Infinity, remaining } = observation;
  if (!(analysisYears > 0 && analysisYears < Infinity))
    throw new RangeError(`invalid analysisYears: ${analysisYears} (must be > 0)`);
  const longestYears = Math.min(analysisYears, perPatientYears);
  return {
    share: (years) => (years <= longestYears ? entry.entered(analysisYears - years) * remaining(years) : 0),
    longestYears,
    breaks: [entry.years, ...entry.breaks].map((years) => analysisYears - years),
  };
}

/** Losing patients at a constant rate, given the probability of a loss by so many years; none where it is 0. */
export function constantHazard(probability: number, byYears: number): number {
  if (!(probability >= 0 && probability < 1))
    throw new RangeError(`invalid probability: ${probability} (must be in [0, 1))`);
  return -Math.log1p(-probability) / byYears;
}
