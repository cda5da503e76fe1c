import { nearestLevel } from './nearest-level.ts';

/** What a method does on a ladder of known rates, over all courses of the trial. */
export interface LadderCharacteristics<Value = number> {
  /** Probability that a level is recommended, by level. */
  readonly recommended: readonly Value[];
  /** Expected patients by level. */
  readonly patients: readonly Value[];
  /** Expected toxicities by level. */
  readonly toxicities: readonly Value[];
  /** Probability that no level is recommended. */
  readonly none: Value;
  readonly totalPatients: Value;
  readonly totalToxicities: Value;
  /** Expected share of the patients treated above the level whose rate is nearest to the target. */
  readonly shareAboveRight: Value;
  /** Expected share of the patients treated at levels whose rate is above the target. */
  readonly shareAboveTarget: Value;
  /** Probability that more than 60 % of the patients are treated at levels whose rate is above the target. */
  readonly mostlyAboveTarget: Value;
}

/** How one trial ended. */
export interface FinishedLadder {
  readonly treated: readonly number[];
  readonly toxic: readonly number[];
  /** Counted from 0; undefined where none is. */
  readonly recommended: number | undefined;
}

/** More than this share of the patients at levels above the target is overdosing. */
export const OVERDOSED = 0.6;
/** Figures that each level has. */
const BY_LEVEL = 3;

/** The sum of values in their order. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The figures of one finished trial, in the order that {@link readCharacteristics} takes their means.
 *
 * @param rates true rates by level
 */
export function ladderFigures(
  { treated, toxic, recommended }: FinishedLadder,
  rates: readonly number[],
  target: number,
): number[] {
  const patients = sumOf(treated);
  const right = nearestLevel(rates, target);
  const shareAboveTarget = sumOf(treated.filter((_, level) => rates[level] > target)) / patients;
  return [
    ...treated.map((_, level) => Number(level === recommended)),
    ...treated,
    ...toxic,
    Number(recommended === undefined),
    patients,
    sumOf(toxic),
    sumOf(treated.slice(right + 1)) / patients,
    shareAboveTarget,
    Number(shareAboveTarget > OVERDOSED),
  ];
}

/** Whether a figure is 0 or 1 in each trial, by its position on a ladder of so many levels. */
export function isShare(position: number, levels: number): boolean {
  const after = position - BY_LEVEL * levels;
  return position < levels || after === 0 || after === 5;
}

/** Characteristics from a value for each figure. */
export function readCharacteristics<Value>(
  values: readonly Value[],
  levels: number,
): LadderCharacteristics<Value> {
  const [none, totalPatients, totalToxicities, shareAboveRight, shareAboveTarget, mostlyAboveTarget] =
    values.slice(BY_LEVEL * levels);
  return {
    recommended: values.slice(0, levels),
    patients: values.slice(levels, 2 * levels),
    toxicities: values.slice(2 * levels, BY_LEVEL * levels),
    none,
    totalPatients,
    totalToxicities,
    shareAboveRight,
    shareAboveTarget,
    mostlyAboveTarget,
  };
}
