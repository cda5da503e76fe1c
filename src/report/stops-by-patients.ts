import type { LookSummary } from '../engine/result.ts';
import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';

/** All looks at one number of patients. */
export interface StopByPatients {
  /** Evaluable patients with a known outcome; failures, where the looks wait for them. */
  readonly patients: number;
  /** The trial stops here. */
  readonly stop: Estimate;
  /** The trial has stopped by then. */
  readonly cumulative: Estimate;
}

/** The looks of all rules by number of patients, with what has been stopped by then. */
export function stopsByPatients(looks: readonly LookSummary[], replicates: number): StopByPatients[] {
  const share = (within: readonly LookSummary[]): Estimate => {
    const count = within.reduce((sum, { stop }) => sum + Math.round(stop.estimate * replicates), 0);
    const isExact = within.every(({ stop }) => stop.exact !== undefined);
    const exact = within.reduce((sum, { stop }) => sum + (stop.exact ?? 0), 0);
    return estimateProportion(count, replicates, isExact ? exact : undefined);
  };
  const sizeOf = ({ patients, events }: LookSummary): number => patients ?? events!;
  const sizes = [...new Set(looks.map(sizeOf))];
  return sizes.map((size) => ({
    patients: size,
    stop: share(looks.filter((look) => sizeOf(look) === size)),
    cumulative: share(looks.filter((look) => sizeOf(look) <= size)),
  }));
}
