import { unknownWord } from '../../numeric/closest-word.ts';
import { leafPaths, type Path, valueAt } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { isContinuous } from '../scenario-at.ts';
import type { ScenarioWith } from './scenario-with.ts';
import { readSimpleSchedule, writeSimpleSchedule } from './simple-schedule.ts';

/** A number of a scenario that is solved for. */
export interface SolvedValue {
  readonly stated: number;
  /** What it counts, in running text; empty where it is a bare number. */
  readonly unit: string;
  /** Whether only whole values are possible. */
  readonly isWhole: boolean;
  /** The scenario with another value; undefined where there is none. */
  variant(value: number): Scenario | undefined;
}

/**
 * The number at a path; of a schedule of equal fractions, the dose of one.
 *
 * @throws RangeError if there is neither
 */
export function solvedValue(scenario: Scenario, path: Path, scenarioWith: ScenarioWith): SolvedValue {
  const value = valueAt(scenario, path);
  if (typeof value === 'number') {
    const isWhole = !isContinuous(scenario, path, value, value + 1);
    return { stated: value, unit: '', isWhole, variant: (other) => scenarioWith(path, other) };
  }
  const schedule = readSimpleSchedule(value);
  if (schedule)
    return {
      stated: schedule.doseGy,
      unit: `Gy a fraction, in ${schedule.fractions}`,
      isWhole: false,
      variant: (doseGy) => scenarioWith(path, writeSimpleSchedule({ ...schedule, doseGy })),
    };
  if (value !== undefined)
    throw new RangeError(`${path} holds no number to solve for (sweep takes lists of any values)`);
  const numbers = leafPaths(scenario).filter((leaf) => typeof valueAt(scenario, leaf) === 'number');
  throw new RangeError(unknownWord('path', path, numbers));
}
